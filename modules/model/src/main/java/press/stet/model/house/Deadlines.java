package press.stet.model.house;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How soon a version is to be judged where nobody says when, and when people are reminded of what is due. Each is null where the house says
 * nothing, else from a minute to {@link #LONGEST}.
 *
 * @param review from its submission on
 * @param reminder before the moment
 */
public record Deadlines(@Nullable Duration review, @Nullable Duration reminder) {

    public static final Deadlines NONE = new Deadlines(null, null);

    public static final Duration LONGEST = Duration.ofDays(366);

    public Deadlines {
        bound("a review", review);
        bound("a reminder", reminder);
    }

    /** When people are reminded of what is due then, if that is still to come; else null. */
    public @Nullable Instant reminder(@Nullable Instant due, Instant now) {
        if (due == null || reminder == null) {
            return null;
        }
        Instant before = due.minus(reminder);
        return before.isAfter(now) ? before : null;
    }

    private static void bound(String what, @Nullable Duration time) {
        if (time != null && (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "the time for " + what + " is from 1 minute to " + LONGEST.toDays() + " days, got " + time);
        }
    }
}
