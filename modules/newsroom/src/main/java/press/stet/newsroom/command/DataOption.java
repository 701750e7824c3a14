package press.stet.newsroom.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import press.stet.newsroom.embedded.NotNewsroomData;
import press.stet.newsroom.embedded.Whereabouts;

/** Where a newsroom on this machine keeps its state. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where a newsroom on this machine keeps its state (default: ./data).")
    private Path directory = Path.of("data");

    Path directory() {
        return directory;
    }

    /**
     * Where its parts are, by what its last start wrote down.
     *
     * @throws CannotBeDone if no newsroom was ever started there
     */
    Whereabouts whereabouts() {
        try {
            return Whereabouts.of(directory);
        } catch (NotNewsroomData nothing) {
            throw new CannotBeDone(String.valueOf(nothing.getMessage()), nothing);
        }
    }
}
