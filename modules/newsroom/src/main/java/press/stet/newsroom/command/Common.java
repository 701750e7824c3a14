package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import press.stet.newsroom.settings.Settings;

/** What every command takes that talks to a running newsroom. */
@Command(mixinStandardHelpOptions = true)
final class Common {

    /** A command is ruled on in milliseconds; what takes longer than this has gone wrong. */
    private static final long SECONDS = 20;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--newsroom",
            paramLabel = "URL",
            defaultValue = "${env:STET_NEWSROOM:-http://127.0.0.1:8080}",
            description = "The running newsroom (default: ${DEFAULT-VALUE}, or STET_NEWSROOM).")
    private URI newsroom = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            defaultValue = "${env:STET_AS}",
            description = "Who acts (or STET_AS).")
    private @Nullable String person;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token that proves who acts (or the token itself in STET_TOKEN).")
    private @Nullable Path tokenFile;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "" + SECONDS,
            description = "How long to wait for an outcome (default: ${DEFAULT-VALUE}).")
    private long seconds = SECONDS;

    Settings settings() {
        return settings.read();
    }

    /** The same with one more that the command has an option of its own for, where that was given. */
    Settings settings(String key, @Nullable Object value) {
        return settings.read(key, value);
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    Session open() {
        if (seconds < 1) {
            throw new WrongUsage("--timeout is at least 1 second, got " + seconds);
        }
        return new Session(
                newsroom, settings(), person, Bearer.token(tokenFile), Duration.ofSeconds(seconds), json, out());
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("picocli names the command that this is part of");
        }
        return command;
    }
}
