package press.stet.newsroom.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Processes of the operating system beside this one: starting them out of reach of the terminal, finding them again,
 * stopping them.
 */
final class Processes {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long GLANCE_MILLIS = 25;

    private Processes() {}

    /**
     * Starts a process that reads nothing and writes to a log, where the system can in a session of its own: Ctrl-C in
     * the terminal goes to everything in the terminal's session at once, and would stop the process before those that
     * still use it.
     *
     * @param environment all of it: nothing of this process's own reaches the other
     */
    static Process start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        Stream<String> session = Files.isExecutable(SETSID) ? Stream.of(SETSID.toString()) : Stream.empty();
        ProcessBuilder process = new ProcessBuilder(
                        Stream.concat(session, command.stream()).toList())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process.environment().clear();
        process.environment().putAll(environment);
        return process.start();
    }

    /** Those that run with such arguments. Processes of other people, which do not show theirs, are not found. */
    static List<ProcessHandle> running(Predicate<List<String>> arguments) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .filter(arguments)
                        .isPresent())
                .toList();
    }

    /** Asks a process to go by a signal, such as {@code INT}; one that is gone already is nobody's fault. */
    static void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Waits until something is so, and says whether it came so within the time. */
    static boolean await(BooleanSupplier so, Duration patience) throws InterruptedException {
        long began = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - began > patience.toNanos()) {
                return false;
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        return true;
    }
}
