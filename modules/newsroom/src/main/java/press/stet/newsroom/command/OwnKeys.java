package press.stet.newsroom.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import press.stet.newsroom.settings.Settings;
import press.stet.newsroom.token.KeyFile;

/** Where a command finds the keys that the newsroom's own tokens are signed with. */
final class OwnKeys {

    /** Where a newsroom on one machine keeps them, unless it was told to keep its data elsewhere. */
    private static final Path IN_THE_DATA = Path.of("data", KeyFile.NAME);

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The newsroom's own keys (tokens.key; default: those in ./data).")
    private @Nullable Path file;

    /** The file that was named, else the one in the data of a newsroom on this machine; empty where there is neither. */
    Optional<KeyFile> file(Common common) {
        Settings settings = common.settings("tokens.key", file);
        Path named = settings.tokensKey();
        if (named == null && KeyFile.at(IN_THE_DATA).exists() && !settings.nameKafka()) {
            return Optional.of(KeyFile.at(IN_THE_DATA));
        }
        return Optional.ofNullable(named).map(KeyFile::at);
    }
}
