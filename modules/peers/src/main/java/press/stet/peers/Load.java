package press.stet.peers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Latencies;
import press.stet.bench.measure.Rhythm;

/** Pieces of work that are begun at an engine, and awaited. Any that fails ends the measurement. */
final class Load {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Supplier<CompletableFuture<?>> begin;
    private final LongSupplier processorTime;
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();

    /**
     * Of one kind.
     *
     * @param begin one; complete when it is done
     * @param processorTime that all who have a part in it have taken so far, in nanoseconds
     */
    Load(Supplier<CompletableFuture<?>> begin, LongSupplier processorTime) {
        this.begin = begin;
        this.processorTime = processorTime;
    }

    /**
     * As fast as they are done, with so many at hand at any time.
     *
     * @param measured or as many times that as it takes until as many are done as are at hand, for up to a minute
     * @return how many were done in a second, while it was measured
     */
    double saturate(int atOnce, Duration warmUp, Duration measured) throws InterruptedException {
        Semaphore places = new Semaphore(atOnce);
        AtomicLong done = new AtomicLong();
        long from = System.nanoTime() + warmUp.toNanos();
        begin(places, done, from);
        long before = done.get();
        long started = System.nanoTime();
        do {
            begin(places, done, System.nanoTime() + measured.toNanos());
        } while (done.get() - before < atOnce && System.nanoTime() - started < LONGEST_WAIT.toNanos());
        double perSecond = (done.get() - before) * 1e9 / (System.nanoTime() - started);
        drain(places, atOnce);
        return perSecond;
    }

    private void begin(Semaphore places, AtomicLong done, long until) throws InterruptedException {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            if (places.tryAcquire(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)), TimeUnit.NANOSECONDS)) {
                begin(places, done::incrementAndGet);
            }
        }
    }

    /** When they are due, whatever becomes of those before; each is as late as it is done after it was due. */
    Traffic.Outcome send(Rhythm rhythm, Duration warmUp, Duration measured) throws InterruptedException {
        int before = rhythm.within(warmUp);
        int measuredOnes = rhythm.within(measured);
        int count = before + measuredOnes;
        Latencies latencies = new Latencies();
        Semaphore places = new Semaphore(count);
        long first = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
        long processor = 0;
        for (int at = 0; at < count; at++) {
            if (at == before) {
                processor = processorTime.getAsLong();
            }
            long due = first + rhythm.dueAfter(at);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            boolean counts = at >= before;
            places.acquire();
            begin(places, () -> {
                if (counts) {
                    latencies.add(System.nanoTime() - due);
                }
            });
        }
        drain(places, count);
        double micros = (processorTime.getAsLong() - processor) / 1e3 / measuredOnes;
        return new Traffic.Outcome(latencies, measuredOnes, micros);
    }

    private void begin(Semaphore places, Runnable whenDone) {
        fail();
        var _ = begin.get().whenComplete((_, failure) -> {
            if (failure == null) {
                whenDone.run();
            } else {
                trouble.compareAndSet(null, failure);
            }
            places.release();
        });
    }

    private void drain(Semaphore places, int all) throws InterruptedException {
        if (!places.tryAcquire(all, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "%d of %d were not done after %s".formatted(all - places.availablePermits(), all, LONGEST_WAIT));
        }
        fail();
    }

    private void fail() {
        Throwable known = trouble.get();
        if (known != null) {
            throw new IllegalStateException("a piece of work was not done", known);
        }
    }
}
