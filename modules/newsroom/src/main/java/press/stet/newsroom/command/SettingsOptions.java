package press.stet.newsroom.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import press.stet.newsroom.settings.Settings;

/** How a command is told its settings. */
final class SettingsOptions {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            defaultValue = "${env:STET_SETTINGS}",
            description = "Settings in YAML (or STET_SETTINGS; docs/configuration.md).")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting, before file and environment.")
    private Map<String, String> further = new HashMap<>();

    /**
     * Reads them.
     *
     * @throws press.stet.newsroom.settings.SettingsRefused if something is set that there is not
     */
    Settings read() {
        return Settings.read(file, System.getenv(), further);
    }

    /** The same with one more that the command has an option of its own for, where that was given. */
    Settings read(String key, @Nullable Object value) {
        if (value != null) {
            further.put(key, value.toString());
        }
        return read();
    }
}
