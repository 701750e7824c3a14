package press.stet.newsroom.house;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as house files have it. */
final class WrittenDuration {

    private static final Pattern BRIEF = Pattern.compile("(\\d{1,9})([mhd])");

    private WrittenDuration() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Duration read(String text) {
        Matcher brief = BRIEF.matcher(text);
        if (brief.matches()) {
            long count = Long.parseLong(brief.group(1));
            return switch (brief.group(2)) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException nonsense) {
            throw new IllegalArgumentException(
                    "a duration is written as 90m, 8h, 2d or PT36H, not '" + text + "'", nonsense);
        }
    }
}
