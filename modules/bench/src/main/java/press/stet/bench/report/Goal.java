package press.stet.bench.report;

import java.util.Locale;

/**
 * What a finding is to come to.
 *
 * @param atMost whether it is reached from below
 * @param bound of the ratio, or of ours
 * @param ofRatio whether it speaks of the ratio to limit or peer, else of ours
 */
public record Goal(boolean atMost, double bound, boolean ofRatio) {

    /** So many times the limit, or the peer, at most. */
    public static Goal timesAtMost(double bound) {
        return new Goal(true, bound, true);
    }

    /** So many times the limit, or the peer, at least. */
    public static Goal timesAtLeast(double bound) {
        return new Goal(false, bound, true);
    }

    /** Ours at most, in the unit of the finding. */
    public static Goal atMost(double bound) {
        return new Goal(true, bound, false);
    }

    boolean isMetBy(Finding finding) {
        Double ratio = finding.ratio();
        if (ofRatio && ratio == null) {
            return false;
        }
        double value = ofRatio && ratio != null ? ratio : finding.oursMedian();
        return atMost ? value <= bound : value >= bound;
    }

    /** As it stands in a table of findings of this unit. */
    String in(Finding.Unit unit) {
        String sign = atMost ? "≤ " : "≥ ";
        return ofRatio
                ? sign + String.format(Locale.ROOT, bound == Math.rint(bound) ? "%.0f ×" : "%.2f ×", bound)
                : sign + Figure.of(bound, unit);
    }
}
