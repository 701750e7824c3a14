package press.stet.newsroom.parts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a part waits for, for as long as it takes. Said in the log once when the waiting begins, once for each other reason, and
 * once when it is over. One thread waits; {@link #now} and {@link #end} are for any.
 */
public final class Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable String now;

    /** What it waits for at this moment, and why. */
    Optional<String> now() {
        return Optional.ofNullable(now);
    }

    /** Ends the waiting, also all that would begin later. */
    public void end() {
        ended.countDown();
    }

    /** Waits a while, or until the waiting is ended. */
    void pause(Duration time) throws InterruptedException {
        ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isEnded() {
        return ended.getCount() == 0;
    }

    /**
     * Tries until it works.
     *
     * @param thing what is waited for, as a person says it
     * @param attempt throws what {@link NotThereYet#tells} of where there is sense in another
     * @throws InterruptedException if the waiting was ended first
     */
    <T> T until(String thing, Supplier<T> attempt) throws InterruptedException {
        now = thing;
        Duration pause = SHORTEST_PAUSE;
        String told = null;
        while (!isEnded()) {
            try {
                T brought = attempt.get();
                if (told != null) {
                    LOG.info("The wait for {} is over", thing);
                }
                now = null;
                return brought;
            } catch (RuntimeException failure) {
                if (!NotThereYet.tells(failure)) {
                    throw failure;
                }
                now = thing + ": " + failure.getMessage();
                String reason = withoutNumbers(failure);
                if (!reason.equals(told)) {
                    told = reason;
                    LOG.warn("Waits for {}: {}", thing, failure.getMessage());
                }
            }
            pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        throw new InterruptedException("stopped while waiting for " + thing);
    }

    /** Which attempt it was and how long it took is no other reason. */
    private static String withoutNumbers(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).replaceAll("[0-9]+", "");
    }

    /** The same for what brings nothing back. */
    void untilDone(String thing, Runnable attempt) throws InterruptedException {
        until(thing, () -> {
            attempt.run();
            return true;
        });
    }
}
