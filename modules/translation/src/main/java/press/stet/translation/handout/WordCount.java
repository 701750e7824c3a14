package press.stet.translation.handout;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.function.Predicate;
import press.stet.model.Language;

/** Counts words as Unicode ends them (UAX 29, with ICU's dictionaries for scripts that write no spaces): letters and figures, not signs. */
public final class WordCount {

    private WordCount() {}

    /** Of what units have to be translated, in the language of the source. */
    public static int of(List<Unit> units, Language language) {
        return of(units, segment -> !segment.mayBeEmpty(), language);
    }

    /** Of what is still to be translated of it. */
    public static int toDo(List<Unit> units, Language language) {
        return of(units, Segment::isToDo, language);
    }

    private static int of(List<Unit> units, Predicate<Segment> which, Language language) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language.tag()));
        return units.stream()
                .flatMap(unit -> unit.segments().stream())
                .filter(which)
                .mapToInt(segment -> of(segment.source(), breaks))
                .sum();
    }

    private static int of(String text, BreakIterator breaks) {
        breaks.setText(text);
        int words = 0;
        while (breaks.next() != BreakIterator.DONE) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
                words++;
            }
        }
        return words;
    }
}
