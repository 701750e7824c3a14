package press.stet.draft.markdown;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the front matter of copy may say, in the order in which it is written. */
enum FrontMatterKey {
    LANGUAGE,
    HEADLINE,
    STANDFIRST,
    SECTION,
    BYLINE,
    DATELINE,
    SLUG,
    KEYWORDS,
    TRANSLATES,
    VERSION,
    SITE;

    /** Two slips of the finger: more would find a key in any word. */
    private static final int MOST_SLIPS = 2;

    private final String word = name().toLowerCase(Locale.ROOT);

    static Optional<FrontMatterKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    static String unknown(String word) {
        String known = Arrays.stream(values()).map(FrontMatterKey::word).collect(Collectors.joining(", "));
        return "unknown key " + Problems.quoted(word)
                + nearest(word).map(key -> "; is it '" + key.word + "'?").orElse("")
                + " (known are " + known + ")";
    }

    String word() {
        return word;
    }

    /** Whether it may have several values. */
    boolean isList() {
        return this == BYLINE || this == KEYWORDS;
    }

    private static Optional<FrontMatterKey> nearest(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(key -> Math.abs(lower.length() - key.word.length()) <= MOST_SLIPS)
                .filter(key -> slips(lower, key.word) <= MOST_SLIPS)
                .min(Comparator.comparingInt(key -> slips(lower, key.word)));
    }

    /** Letters added, left out or mistaken between two words (Levenshtein). */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, at -> at);
        for (int left = 1; left <= one.length(); left++) {
            int diagonal = row[0];
            row[0] = left;
            for (int right = 1; right < row.length; right++) {
                int mistaken = diagonal + (one.charAt(left - 1) == other.charAt(right - 1) ? 0 : 1);
                diagonal = row[right];
                row[right] = Math.min(mistaken, Math.min(row[right], row[right - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
