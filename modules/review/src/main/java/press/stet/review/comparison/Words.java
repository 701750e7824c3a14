package press.stet.review.comparison;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import press.stet.model.Language;

/**
 * Compares two texts word by word. Where a word ends is Unicode's knowledge (UAX 29, with ICU's dictionaries for Thai, Lao, Khmer, Burmese, Chinese and
 * Japanese, which write no spaces).
 */
final class Words {

    /** With less than a quarter of its letters kept, a text was written anew, and single words found again in it would only confuse. */
    private static final int LEAST_KEPT = 4;

    private Words() {}

    static List<Piece> compare(String before, String after, Language language) {
        Pieces pieces = new Pieces();
        SideBySide.walk(words(before, language), words(after, language), pieces);
        return pieces.lettersKept() * LEAST_KEPT < Math.max(letters(before), letters(after))
                ? replaced(before, after)
                : pieces.told();
    }

    /** As a whole. */
    static List<Piece> replaced(String before, String after) {
        Pieces pieces = new Pieces();
        pieces.different(List.of(before), List.of(after));
        return pieces.told();
    }

    private static List<String> words(String text, Language language) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language.tag()));
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }

    static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
