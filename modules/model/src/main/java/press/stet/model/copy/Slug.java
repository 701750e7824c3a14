package press.stet.model.copy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import press.stet.model.Language;

/**
 * The readable part of a page's address, in the copy's own script.
 *
 * @param text 1 to 100 lower-case letters, marks and digits of any script, in words joined by hyphens
 */
public record Slug(String text) {

    private static final int LONGEST = 100;
    private static final int LONGEST_MADE = 70;
    private static final Pattern TEXT =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:-[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼʻ‘`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern LEADING_MARKS = Pattern.compile("(^|-)\\p{M}+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

    public Slug {
        if (text.length() > LONGEST || !TEXT.matcher(text).matches() || !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "a slug is lower-case words of letters and digits joined by hyphens, at most " + LONGEST
                            + " characters, got '" + text + "'");
        }
    }

    /** Makes a slug of a headline, whole words only; a headline without a letter or digit gives {@code story}. */
    public static Slug fromHeadline(String headline, Language language) {
        String plain = Normalizer.normalize(headline, Normalizer.Form.NFC).toLowerCase(language.locale());
        String lower = plain.toLowerCase(Locale.ROOT);
        String words =
                BETWEEN_WORDS.matcher(APOSTROPHES.matcher(lower).replaceAll("")).replaceAll("-");
        String hyphenated = OUTER_HYPHENS
                .matcher(LEADING_MARKS.matcher(words).replaceAll("$1"))
                .replaceAll("");
        String cut = cutAtWord(hyphenated.replaceAll("-{2,}", "-"));
        return new Slug(cut.isEmpty() ? "story" : cut);
    }

    private static String cutAtWord(String words) {
        if (words.length() <= LONGEST_MADE) {
            return words;
        }
        int hyphen = words.lastIndexOf('-', LONGEST_MADE);
        if (hyphen > 0) {
            return words.substring(0, hyphen);
        }
        boolean within = Character.isHighSurrogate(words.charAt(LONGEST_MADE - 1));
        return words.substring(0, within ? LONGEST_MADE - 1 : LONGEST_MADE);
    }

    @Override
    public String toString() {
        return text;
    }
}
