package press.stet.testkit.running;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Processes of ours that do nothing for a while, as on a machine that hangs; they go on when this is closed. */
final class Stopped implements AutoCloseable {

    private final List<ProcessHandle> processes;

    private Stopped(List<ProcessHandle> processes) {
        this.processes = processes;
    }

    /** Stops those descendants of this process whose command line has one of these words. */
    static Stopped childrenNamed(String... words) throws IOException, InterruptedException {
        List<ProcessHandle> found = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> Arrays.stream(words).anyMatch(line::contains))
                        .isPresent())
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("no process of ours is named " + Arrays.toString(words));
        }
        Stopped stopped = new Stopped(found);
        stopped.signal("-STOP");
        return stopped;
    }

    @Override
    public void close() throws IOException {
        try {
            signal("-CONT");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
