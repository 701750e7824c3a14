package press.stet.newsroom.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 12h} and what ISO 8601 has for it. */
final class Lasting implements ITypeConverter<Duration> {

    private static final Pattern BRIEF = Pattern.compile("([0-9]{1,9})([smhd])");

    @Override
    public Duration convert(String text) {
        Matcher brief = BRIEF.matcher(text);
        Duration lasting = brief.matches() ? brief(Long.parseLong(brief.group(1)), brief.group(2)) : iso(text);
        if (lasting.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new TypeConversionException("it is a second or longer, got " + text);
        }
        return lasting;
    }

    private static Duration brief(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("it is a time such as 30m, 12h or 90d, got '" + text + "'");
        }
    }
}
