package press.stet.archive.newsroom;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again until there is enough to see. It asks the database instead of being told, since any instance of the archive may
 * be the one that writes what is waited for.
 */
final class Patience {

    /** A command is followed by its event within some milliseconds more than its outcome. */
    private static final Duration SHORTEST = Duration.ofMillis(5);

    private static final Duration LONGEST = Duration.ofMillis(100);

    private Patience() {}

    /** What is seen last: enough, or whatever there is when the time is up. */
    static <T> T until(Duration time, Supplier<T> look, Predicate<T> enough) {
        long end = System.nanoTime() + time.toNanos();
        Duration pause = SHORTEST;
        T seen = look.get();
        while (!enough.test(seen) && System.nanoTime() < end) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return seen;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            seen = look.get();
        }
        return seen;
    }
}
