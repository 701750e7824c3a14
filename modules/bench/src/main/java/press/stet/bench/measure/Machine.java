package press.stet.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine that everything is measured on: how fast it is at this moment, and what this process takes of it.
 *
 * <p>Its speed is what two threads digest of memory (SHA-256) in a tenth of a second, the best of several tries: work that neither
 * disk nor network nor this program's own state has a part in, so that a change says that the machine changed.
 */
public final class Machine {

    /** More than this between two looks, and figures of before and after cannot be compared. */
    private static final double MOST_DRIFT = 1.25;

    private static final int TRIES = 7;
    private static final Duration TRY = Duration.ofMillis(100);
    private static final int CHUNK = 64 << 10;
    private static final int THREADS = 2;

    private final List<Double> speeds = new ArrayList<>();

    /** Looks how fast the machine is now, in MiB/s. */
    public double look() {
        double best = 0;
        for (int at = 0; at < TRIES; at++) {
            best = Math.max(best, speed());
        }
        speeds.add(best);
        return best;
    }

    /** The fastest look through the slowest. */
    public double drift() {
        double fastest = speeds.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double slowest = speeds.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        return fastest / slowest;
    }

    /** Whether it stayed the same well enough. */
    public boolean isSteady() {
        return drift() <= MOST_DRIFT;
    }

    /** How many processors, and how much memory, in words. */
    public static String inWords() {
        return "%d cores, %d GiB of memory"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(system().getTotalMemorySize() / (double) (1L << 30)));
    }

    /** Processor time that this process has taken so far, in nanoseconds. */
    public static long processorTime() {
        return system().getProcessCpuTime();
    }

    /** Memory of this process that is in the machine's, in MiB; NaN where the system does not say. */
    public static double residentMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double speed() {
        long[] done = new long[THREADS];
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + TRY.toNanos();
        for (int at = 0; at < THREADS; at++) {
            int mine = at;
            threads.add(Thread.ofPlatform().start(() -> done[mine] = digested(end)));
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        long all = 0;
        for (long each : done) {
            all += each;
        }
        return all * 1000.0 / TRY.toMillis() / (1 << 20);
    }

    private static long digested(long end) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            long done = 0;
            while (System.nanoTime() < end) {
                digest.update(chunk);
                done += CHUNK;
            }
            return done;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static com.sun.management.OperatingSystemMXBean system() {
        return (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
