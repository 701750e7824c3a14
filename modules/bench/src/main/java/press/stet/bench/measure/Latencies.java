package press.stet.bench.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each of many took, to three digits, from a microsecond to ten minutes. Safe for use by several threads. */
public final class Latencies {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

    /** Adds one. What took no time, by clocks that differ, took none. */
    public void add(long nanos) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** So many of a hundred took this long at most, in milliseconds. */
    public double percentile(double of100) {
        return micros.getValueAtPercentile(of100) / MICROS_PER_MILLI;
    }

    public double p50() {
        return percentile(50);
    }

    public double p99() {
        return percentile(99);
    }

    /** The longest, in milliseconds. */
    public double max() {
        return micros.getMaxValue() / MICROS_PER_MILLI;
    }

    @Override
    public String toString() {
        return "p50 %.2f ms, p99 %.2f ms, max %.1f ms of %d".formatted(p50(), p99(), max(), count());
    }
}
