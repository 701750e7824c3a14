package press.stet.newsroom.embedded;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another newsroom runs on the same data. */
public final class DataDirectoryInUse extends RuntimeException {

    private final transient Path directory;
    private final long process;

    DataDirectoryInUse(Path directory, OptionalLong process) {
        super(message(directory, process));
        this.directory = directory;
        this.process = process.orElse(-1);
    }

    /** Where the data is. */
    public Path directory() {
        return directory;
    }

    /** The process that runs on it; empty in the instant before it has written down its number. */
    public OptionalLong process() {
        return process < 0 ? OptionalLong.empty() : OptionalLong.of(process);
    }

    private static String message(Path directory, OptionalLong process) {
        String holder = process.isPresent() ? "process " + process.getAsLong() : "another process";
        return "A newsroom already runs on the data in %s: %s. Use that one, stop it, or give this one other data with --data."
                .formatted(directory, holder);
    }
}
