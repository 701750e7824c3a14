package press.stet.bench.measure;

import java.time.Duration;

/** When requests are due, whatever becomes of those before: an open loop, in which a slow answer delays nobody's request. */
public sealed interface Rhythm {

    /** Evenly, so many a second. */
    record Steady(double perSecond) implements Rhythm {
        @Override
        public long dueAfter(long before) {
            return (long) (before * 1e9 / perSecond);
        }

        @Override
        public String toString() {
            return "%.0f/s".formatted(perSecond);
        }
    }

    /** So many at once, then nothing for a while. */
    record Bursts(int size, Duration every) implements Rhythm {
        @Override
        public long dueAfter(long before) {
            return before / size * every.toNanos();
        }

        @Override
        public String toString() {
            return "bursts of %d".formatted(size);
        }
    }

    /** One by itself, after a pause that caches, threads and connections grow cold in. */
    record Alone(Duration every) implements Rhythm {
        @Override
        public long dueAfter(long before) {
            return before * every.toNanos();
        }

        @Override
        public String toString() {
            return "alone, every %d ms".formatted(every.toMillis());
        }
    }

    /**
     * When a request is due, in nanoseconds after the first.
     *
     * @param before how many come before it
     */
    long dueAfter(long before);

    /** How many are due within this time. */
    default int within(Duration time) {
        int count = 1;
        while (dueAfter(count) < time.toNanos()) {
            count++;
        }
        return count;
    }
}
