package press.stet.testkit.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A process that was killed without a word, and can be started again as an operator would: by the same command. */
final class Killed {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;

    private Killed(List<String> command, Map<String, String> environment, Path directory) {
        this.command = command;
        this.environment = environment;
        this.directory = directory;
    }

    static Killed of(ProcessHandle process) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String variable : Parts.words(process, "environ")) {
            int sign = variable.indexOf('=');
            environment.put(variable.substring(0, sign), variable.substring(sign + 1));
        }
        Path place = Path.of("/proc", Long.toString(process.pid()));
        List<String> command = new ArrayList<>(Parts.words(process, "cmdline"));
        if (!users(place).equals(users(Path.of("/proc/self")))) {
            // PostgreSQL, which does not run as root, runs among users of its own where everything else does.
            command.addAll(0, List.of("unshare", "--user"));
        }
        Killed killed = new Killed(command, environment, place.resolve("cwd").toRealPath());
        process.destroyForcibly();
        process.onExit().join();
        return killed;
    }

    private static Path users(Path process) throws IOException {
        return Files.readSymbolicLink(process.resolve("ns/user"));
    }

    /** Starts it again; whoever does so sees to its end. */
    Process startAgain(Path log) throws IOException {
        ProcessBuilder again = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        again.environment().clear();
        again.environment().putAll(environment);
        return again.start();
    }
}
