package press.stet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one metric came to: each repeat of ours, of the limit that the machine sets, and of a peer. Repeats of the same number were
 * measured next to each other.
 *
 * @param bench that measured it
 * @param metric what was measured, and under which load
 * @param ours at least one repeat
 * @param limit as many repeats as ours, or none
 * @param peer repeats of the peer, or none
 * @param goal null where none was set
 */
public record Finding(
        String bench,
        String metric,
        Unit unit,
        List<Double> ours,
        List<Double> limit,
        List<Double> peer,
        @Nullable Goal goal) {

    /** What a figure counts. */
    public enum Unit {
        SECONDS("s"),
        MILLISECONDS("ms"),
        MICROSECONDS("µs"),
        PER_SECOND("/s"),
        MEBIBYTES("MiB"),
        COUNT("");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }

        /** As it stands behind a figure. */
        public String sign() {
            return sign;
        }
    }

    public Finding {
        ours = List.copyOf(ours);
        limit = List.copyOf(limit);
        peer = List.copyOf(peer);
        if (ours.isEmpty()) {
            throw new IllegalArgumentException(bench + ", " + metric + " was never measured");
        }
        if (!limit.isEmpty() && limit.size() != ours.size()) {
            throw new IllegalArgumentException(
                    bench + ", " + metric + " has " + ours.size() + " repeats, but its limit " + limit.size());
        }
    }

    /** The middle of our repeats. */
    public double oursMedian() {
        return median(ours);
    }

    /** The middle of the limit's repeats, or null without a limit. */
    public @Nullable Double limitMedian() {
        return limit.isEmpty() ? null : Double.valueOf(median(limit));
    }

    /** The middle of the peer's repeats, or null without a peer. */
    public @Nullable Double peerMedian() {
        return peer.isEmpty() ? null : Double.valueOf(median(peer));
    }

    /**
     * Ours against the limit, else against the peer: the middle of the repeats' own ratios where they were measured in turn, so that
     * what slows the machine for a while slows both. Null with neither.
     */
    public @Nullable Double ratio() {
        if (!limit.isEmpty()) {
            return median(IntStream.range(0, ours.size())
                    .mapToObj(at -> ours.get(at) / limit.get(at))
                    .toList());
        }
        Double other = peerMedian();
        return other == null ? null : Double.valueOf(oursMedian() / other);
    }

    /** Whether the goal was reached; null without a goal. */
    public @Nullable Boolean met() {
        return goal == null ? null : Boolean.valueOf(goal.isMetBy(this));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** A finding that repeats are still added to. */
    public static Draft of(String bench, String metric, Unit unit) {
        return new Draft(bench, metric, unit);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(metric + ": " + Figure.of(oursMedian(), unit));
        if (!limit.isEmpty()) {
            line.append(", limit ").append(Figure.of(median(limit), unit));
        }
        if (!peer.isEmpty()) {
            line.append(", peer ").append(Figure.of(median(peer), unit));
        }
        Double ratio = ratio();
        if (ratio != null) {
            line.append(String.format(Locale.ROOT, ", %.2f ×", ratio));
        }
        return line.toString();
    }

    /** Repeats as they are measured. Not for use by several threads. */
    public static final class Draft {

        private final String bench;
        private final String metric;
        private final Unit unit;
        private final List<Double> ours = new ArrayList<>();
        private final List<Double> limit = new ArrayList<>();
        private final List<Double> peer = new ArrayList<>();

        private Draft(String bench, String metric, Unit unit) {
            this.bench = bench;
            this.metric = metric;
            this.unit = unit;
        }

        public Draft ours(double value) {
            ours.add(value);
            return this;
        }

        public Draft limit(double value) {
            limit.add(value);
            return this;
        }

        public Draft peer(double value) {
            peer.add(value);
            return this;
        }

        /** Of one of two that take turns. */
        public Draft add(Side side, double value) {
            return switch (side) {
                case OURS -> ours(value);
                case LIMIT -> limit(value);
            };
        }

        public Finding against(@Nullable Goal goal) {
            return new Finding(bench, metric, unit, ours, limit, peer, goal);
        }

        public Finding withoutGoal() {
            return against(null);
        }
    }

    /** Whose turn it is. */
    public enum Side {
        OURS,
        LIMIT
    }
}
