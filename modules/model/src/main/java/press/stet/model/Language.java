package press.stet.model;

import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A language that a story is told in.
 *
 * @param tag a BCP 47 tag in its canonical case, such as {@code en}, {@code pt-BR} or {@code uz-Cyrl}
 */
public record Language(String tag) implements Comparable<Language> {

    private static final int LONGEST = 35;

    public Language {
        tag = canonical(tag);
    }

    public static Language of(String tag) {
        return new Language(tag);
    }

    private static String canonical(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST) {
            throw new IllegalArgumentException("a language is a BCP 47 tag such as en or pt-BR, got '" + tag + "'");
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (locale.getLanguage().isEmpty() && locale.getExtension(Locale.PRIVATE_USE_EXTENSION) == null) {
                throw new IllegalArgumentException(
                        "a story is told in a language, got '" + tag + "', a BCP 47 tag of none");
            }
            return locale.toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException(
                    "a language is a BCP 47 tag such as en or pt-BR, got '" + tag + "'", malformed);
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
