package press.stet.bench.timers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import press.stet.bench.measure.Latencies;

/** What the JDK's own timer thread makes of as many moments in memory, which are gone when it stops. */
final class BareTimer {

    private static final long FAR_AHEAD_DAYS = 10_000;

    private BareTimer() {}

    /** How late each of so many is that are due within a second, evenly, while others are pending. */
    static Latencies late(int many, int pending) throws InterruptedException {
        Latencies late = new Latencies();
        CountDownLatch left = new CountDownLatch(many);
        try (ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1)) {
            for (int at = 0; at < pending; at++) {
                ScheduledFuture<?> _ = timer.schedule(() -> {}, FAR_AHEAD_DAYS, TimeUnit.DAYS);
            }
            long first = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
            for (int at = 0; at < many; at++) {
                long due = first + TimeUnit.SECONDS.toNanos(1) * at / many;
                ScheduledFuture<?> _ = timer.schedule(
                        () -> {
                            late.add(System.nanoTime() - due);
                            left.countDown();
                        },
                        due - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
            }
            left.await();
            timer.shutdownNow();
        }
        return late;
    }
}
