package press.stet.model.house;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Section;

/**
 * Where the house asks for a check.
 *
 * @param sections those it is asked in; empty for all
 * @param languages those it is asked in; empty for all
 */
public record CheckRule(RequiredCheck required, Of of, Set<Section> sections, Set<Language> languages) {

    /** Which editions a rule is about. */
    public enum Of {
        EVERY_EDITION,
        ORIGINALS,
        TRANSLATIONS
    }

    public CheckRule {
        sections = Set.copyOf(sections);
        languages = Set.copyOf(languages);
    }

    boolean asksOf(@Nullable Section section, Language language, boolean translation) {
        boolean kind = switch (of) {
            case EVERY_EDITION -> true;
            case ORIGINALS -> !translation;
            case TRANSLATIONS -> translation;
        };
        return kind
                && (sections.isEmpty() || (section != null && sections.contains(section)))
                && (languages.isEmpty() || languages.contains(language));
    }
}
