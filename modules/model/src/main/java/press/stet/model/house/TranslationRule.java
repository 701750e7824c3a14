package press.stet.model.house;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Section;

/**
 * What becomes in other languages of the stories of some sections.
 *
 * @param sections those whose stories it is about; empty for all
 * @param languages those that a story needs, its own among them or not: when its original is approved, they are asked for
 * @param within how long after it was asked for a translation is due, or null
 * @param whileStale what readers see of a translation that is not up to date
 * @param withdrawnWithOriginal whether the withdrawal of an original withdraws what was translated from it
 * @param togetherWithin how long, from the first that is published, a story's languages wait for each other on their first way to readers;
 *     null where each goes when it is ready
 */
public record TranslationRule(
        Set<Section> sections,
        Set<Language> languages,
        @Nullable Duration within,
        WhileStale whileStale,
        boolean withdrawnWithOriginal,
        @Nullable Duration togetherWithin) {

    /** Nothing happens by itself. */
    public static final TranslationRule NONE =
            new TranslationRule(Set.of(), Set.of(), null, WhileStale.KEEP, false, null);

    public TranslationRule {
        sections = Set.copyOf(sections);
        languages = Set.copyOf(languages);
        if (within != null && !within.isPositive()) {
            throw new IllegalArgumentException("a translation is due some time after it was asked for, got " + within);
        }
        if (togetherWithin != null && !togetherWithin.isPositive()) {
            throw new IllegalArgumentException(
                    "languages wait for each other some time after the first, got " + togetherWithin);
        }
    }

    boolean holdsIn(@Nullable Section section) {
        return sections.isEmpty() || (section != null && sections.contains(section));
    }

    /** When what is asked for at a moment is to be there, or null. */
    public @Nullable Instant due(Instant asked) {
        return within == null ? null : asked.plus(within);
    }
}
