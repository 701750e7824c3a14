package press.stet.testkit.running;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Processes that do nothing for a while, as on a machine that hangs; they go on when this is closed. */
final class Stopped implements AutoCloseable {

    private final List<ProcessHandle> processes;

    private Stopped(List<ProcessHandle> processes) {
        this.processes = processes;
    }

    /** Stops these, and whatever they started. */
    static Stopped of(ProcessHandle... processes) throws IOException, InterruptedException {
        Stopped stopped = new Stopped(Stream.of(processes)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList());
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
