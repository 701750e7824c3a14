package press.stet.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client would rather have, read from a header of weighted choices ({@code Accept}, {@code Accept-Encoding}; RFC 9110,
 * section 12.4.2).
 */
final class Preferences {

    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    private record Choice(String value, double quality) {}

    /**
     * How much something is wanted.
     *
     * @param quality 0 (not at all) to 1
     * @param precision 3 named itself, 2 by its kind, 1 by {@code *}, 0 not named
     */
    record Wish(double quality, int precision) {}

    private final List<Choice> choices;

    private Preferences(List<Choice> choices) {
        this.choices = List.copyOf(choices);
    }

    /** Choices that cannot be read are left out, as if they had not been sent. */
    static Preferences read(@Nullable String header) {
        List<Choice> choices = new ArrayList<>();
        for (String element : (header == null ? "" : header).split(",", -1)) {
            String[] parts = element.split(";", -1);
            String value = parts[0].strip().toLowerCase(Locale.ROOT);
            double quality = quality(parts);
            if (!value.isEmpty() && quality >= 0) {
                choices.add(new Choice(value, quality));
            }
        }
        return new Preferences(choices);
    }

    boolean isEmpty() {
        return choices.isEmpty();
    }

    /** The wish for a media type such as {@code text/html}; the choice that names it most precisely decides. */
    Wish forType(String type) {
        String kind = type.substring(0, type.indexOf('/')) + "/*";
        Wish wish = named(type, 3);
        wish = wish == null ? named(kind, 2) : wish;
        wish = wish == null ? named("*/*", 1) : wish;
        return wish == null ? new Wish(0, 0) : wish;
    }

    /** Whether a content coding such as {@code gzip} may be used. */
    boolean allow(String coding) {
        Wish wish = named(coding, 3);
        wish = wish == null ? named("*", 1) : wish;
        return wish != null && wish.quality() > 0;
    }

    private @Nullable Wish named(String value, int precision) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(choice -> new Wish(choice.quality(), precision))
                .orElse(null);
    }

    private static double quality(String[] parts) {
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
                String quality = parameter.substring(2).strip();
                return QUALITY.matcher(quality).matches() ? Double.parseDouble(quality) : -1;
            }
        }
        return 1;
    }
}
