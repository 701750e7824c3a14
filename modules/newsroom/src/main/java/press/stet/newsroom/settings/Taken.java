package press.stet.newsroom.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.stet.contract.connection.Mechanism;

/**
 * A kind of value that a key can have.
 *
 * @param name a word for a table
 * @param example what is taken, for whoever wrote something else
 * @param reader throws a {@link RuntimeException} for what it does not take
 */
record Taken<T>(Class<T> type, String name, String example, Function<String, T> reader) {

    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");

    private static final List<Taken<?>> ALL = List.of(
            new Taken<>(String.class, "text", "a text", Function.identity()),
            new Taken<>(Secret.class, "secret", "a password", Secret::new),
            new Taken<>(int.class, "number", "a whole number", Integer::valueOf),
            new Taken<>(Size.class, "size", "bytes or a size such as 128MiB", Size::parse),
            new Taken<>(Duration.class, "duration", "a duration such as PT5S, 5s or 250ms", Taken::duration),
            new Taken<>(URI.class, "address", "an address such as http://localhost:8081", URI::create),
            new Taken<>(Path.class, "path", "a path", Path::of),
            new Taken<>(Mechanism.class, "mechanism", "SCRAM-SHA-512 or PLAIN", Mechanism::of),
            new Taken<>(ZoneId.class, "time zone", "a time zone such as Europe/Vienna", ZoneId::of));

    /** The kind that values of this class are of. */
    static Taken<?> of(Class<?> type) {
        return ALL.stream()
                .filter(each -> each.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no setting can be a " + type));
    }

    /**
     * Reads what was written for a key.
     *
     * @throws SettingsRefused if it is of another kind
     */
    T read(String key, Given given) {
        try {
            return reader.apply(given.text());
        } catch (RuntimeException _) {
            throw new SettingsRefused(
                    key + " must be " + example + ", got '" + given.text() + "' (" + given.where() + ")");
        }
    }

    boolean isSecret() {
        return type.equals(Secret.class);
    }

    private static Duration duration(String text) {
        Matcher brief = SHORT_DURATION.matcher(text);
        if (!brief.matches()) {
            return Duration.parse(text);
        }
        long count = Long.parseLong(brief.group(1));
        return switch (brief.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
