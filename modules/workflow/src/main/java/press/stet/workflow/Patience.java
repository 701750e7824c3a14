package press.stet.workflow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import press.stet.contract.registry.RegistryUnavailable;

/**
 * Waits for a schema registry that does not answer. Only a record that names a schema nobody has seen yet needs it: what was
 * asked once is remembered. Safe for use by several threads.
 */
final class Patience {

    private static final String REGISTRY = "registry";
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Duration limit;
    private final Alarms alarms;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Sets a limit.
     *
     * @param limit for threads that must come back to the broker in time: well below {@code max.poll.interval.ms}, else the
     *     broker takes the partitions from a thread that waits
     */
    Patience(Duration limit, Alarms alarms) {
        this.limit = limit;
        this.alarms = alarms;
    }

    /**
     * Asks again until there is an answer, the limit is reached or the workflow closes.
     *
     * @throws RegistryAway if there is none; the caller's task is then begun anew from its last commit
     */
    <T> T within(Supplier<T> asking) {
        return ask(asking, System.nanoTime() + limit.toNanos());
    }

    /**
     * Asks again until there is an answer or the workflow closes. For the thread that keeps house rules and staff: nobody
     * waits for it but those who changed them.
     *
     * @throws RegistryAway if the workflow closes first
     */
    <T> T withoutLimit(Supplier<T> asking) {
        return ask(asking, System.nanoTime() + Long.MAX_VALUE / 2);
    }

    /** Lets go of everybody who waits, now and from now on. */
    void end() {
        closing.countDown();
    }

    private <T> T ask(Supplier<T> asking, long deadline) {
        try {
            T answer = asking.get();
            if (waiting.get() == 0) {
                alarms.clear(REGISTRY);
            }
            return answer;
        } catch (RegistryUnavailable away) {
            waiting.incrementAndGet();
            try {
                return askAgain(asking, deadline, away);
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    private <T> T askAgain(Supplier<T> asking, long deadline, RegistryUnavailable first) {
        RegistryUnavailable away = first;
        Duration pause = SHORTEST_PAUSE;
        while (System.nanoTime() - deadline < 0) {
            alarms.raise(REGISTRY, String.valueOf(away.getMessage()));
            if (closesWithin(pause)) {
                break;
            }
            try {
                T answer = asking.get();
                alarms.clear(REGISTRY);
                return answer;
            } catch (RegistryUnavailable again) {
                away = again;
            }
            pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        throw new RegistryAway("a record waits for the schema registry", away);
    }

    private boolean closesWithin(Duration pause) {
        try {
            return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
