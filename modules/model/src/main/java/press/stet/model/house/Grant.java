package press.stet.model.house;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Section;

/**
 * A role that a person has, for some sections and languages.
 *
 * @param sections those it holds in; empty for all. A draft without a section is in every section
 * @param languages those the person works in; empty for all
 */
public record Grant(Role role, Set<Section> sections, Set<Language> languages) {
    public Grant {
        sections = Set.copyOf(sections);
        languages = Set.copyOf(languages);
    }

    boolean holdsIn(@Nullable Section section, Language language) {
        return (sections.isEmpty() || section == null || sections.contains(section))
                && (languages.isEmpty() || languages.contains(language));
    }
}
