package press.stet.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that runs until it is closed, and says on its standard output when it is ready. */
final class Started implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LINES_KEPT = 20;

    private final List<String> words;
    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Deque<String> lines = new ArrayDeque<>();
    private final long began;
    private volatile String line = "";
    private volatile long readyAt;

    private Started(List<String> words, Path directory, String whenReady) throws IOException {
        this.words = words;
        this.began = System.nanoTime();
        this.process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        Thread.ofVirtual().start(() -> listen(whenReady));
    }

    /**
     * Returns when it is ready.
     *
     * @param whenReady what the line begins with that says so
     */
    static Started ready(List<String> words, Path directory, String whenReady)
            throws IOException, InterruptedException {
        Started started = new Started(words, directory, whenReady);
        if (!started.ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || started.readyAt == 0) {
            started.close();
            throw started.failure();
        }
        return started;
    }

    /** Runs a process to its end; how long that took, in seconds. */
    static double toTheEnd(List<String> words, Path directory) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Started started = new Started(words, directory, "\0")) {
            if (!started.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || started.process.exitValue() != 0) {
                throw started.failure();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** How long it took to be ready, in seconds. */
    double seconds() {
        return (readyAt - began) / 1e9;
    }

    /** The line that said that it is ready. */
    String line() {
        return line;
    }

    private void listen(String whenReady) {
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String said = out.readLine(); said != null; said = out.readLine()) {
                hear(said, whenReady);
            }
        } catch (IOException _) {
            // It was closed.
        } finally {
            ready.countDown();
        }
    }

    private synchronized void hear(String said, String whenReady) {
        if (readyAt == 0 && said.startsWith(whenReady)) {
            readyAt = System.nanoTime();
            line = said;
            ready.countDown();
        }
        lines.add(said);
        if (lines.size() > LINES_KEPT) {
            lines.removeFirst();
        }
    }

    private synchronized IllegalStateException failure() {
        return new IllegalStateException(
                String.join(" ", words) + " did not do what it was to do:\n" + String.join("\n", lines));
    }

    /** Asks it to stop, and waits until it has stopped, so that nothing of it is left beside what is started next. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
