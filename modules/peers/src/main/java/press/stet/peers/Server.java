package press.stet.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server of others: a process of its own on the JDK that measures it, with a log of its own. It is stopped when this is closed, and
 * killed when the process that measures it ends before.
 */
final class Server implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final long GLANCE_MILLIS = 50;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread atTheEnd;

    private Server(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.atTheEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /**
     * Starts one.
     *
     * @param folder where it runs, and where its log goes
     * @param arguments of the JVM
     * @param environment all of it, but for the path
     */
    static Server start(String name, Path folder, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(key -> !key.equals("PATH"));
        builder.environment().putAll(environment);
        return new Server(name, builder.start(), log);
    }

    /** A port of this machine that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
            return probe.getLocalPort();
        }
    }

    /** Waits until it listens on a port. */
    void awaitListening(int port) throws IOException, InterruptedException {
        await("listen on " + port, () -> {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(LOOPBACK, port), 1000);
                return true;
            } catch (IOException _) {
                return false;
            }
        });
    }

    /**
     * Waits until it does what it was started for.
     *
     * @throws IllegalStateException if it ends, or takes too long; with the end of its log
     */
    void await(String what, BooleanSupplier so) throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_START.toNanos();
        while (!so.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(saying("does not " + what));
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    /**
     * Waits until a request to it is answered, where it refuses what it is not ready for.
     *
     * @param request throws a {@link RuntimeException} when it is refused
     */
    void awaitAnswer(String what, Runnable request) throws IOException, InterruptedException {
        await(what, () -> {
            try {
                request.run();
                return true;
            } catch (RuntimeException _) {
                return false;
            }
        });
    }

    /** Processor time that it has taken so far, in nanoseconds, as exactly as the system counts it: hundredths of a second. */
    long processorTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell " + name + "'s processor time"))
                .toNanos();
    }

    /** What went wrong with it, and what it says itself. */
    String saying(String trouble) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return "%s %s; its log ends:%n%s"
                .formatted(
                        name, trouble, String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }
}
