package press.stet.model.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.copy.Section;

/**
 * What a site demands of copy before readers see it.
 *
 * @param version counts the rules of this site from 1; 0 before there are any
 * @param title the site's name as readers see it
 * @param languages those the site is published in; empty for any
 * @param sections those it has, with their name per language; empty for any, which then go by their key
 * @param checks what is asked beside one {@code editor} check of every edition; a rule for {@code editor} raises its quorum
 * @param bylineOfOriginals whether an original needs a byline
 * @param bylineOfTranslations whether a translation needs a byline of its own
 * @param translateFromLive whether a translation may go public only when the source version it was made from is live, and not
 *     as soon as that was approved
 * @param translations what becomes of its stories in other languages; the first that is about a story's section holds
 * @param deadlines how soon work is to be done where nobody says when
 * @param sentences what readers are told where the sender of a notice said nothing in their language
 */
public record HouseRules(
        Site site,
        int version,
        String title,
        Set<Language> languages,
        Map<Section, Map<Language, String>> sections,
        List<CheckRule> checks,
        boolean bylineOfOriginals,
        boolean bylineOfTranslations,
        boolean translateFromLive,
        List<TranslationRule> translations,
        Deadlines deadlines,
        Sentences sentences) {

    /** A house without rules for a site. Nothing goes to readers under them; what is there may be taken from them. */
    public static final HouseRules NONE = new HouseRules(
            Site.ANY,
            0,
            "",
            Set.of(),
            Map.of(),
            List.of(),
            true,
            true,
            true,
            List.of(),
            Deadlines.NONE,
            Sentences.PLAIN);

    public HouseRules {
        languages = Set.copyOf(languages);
        sections = Map.copyOf(sections);
        checks = List.copyOf(checks);
        translations = List.copyOf(translations);
    }

    /** The same rules under another number. */
    public HouseRules numbered(int next) {
        return new HouseRules(
                site,
                next,
                title,
                languages,
                sections,
                checks,
                bylineOfOriginals,
                bylineOfTranslations,
                translateFromLive,
                translations,
                deadlines,
                sentences);
    }

    public boolean has(Language language) {
        return languages.isEmpty() || languages.contains(language);
    }

    public boolean has(Section section) {
        return sections.isEmpty() || sections.containsKey(section);
    }

    /** The section's name in a language; its key where the house gives none. */
    public String nameOf(Section section, Language language) {
        return sections.getOrDefault(section, Map.of()).getOrDefault(language, section.key());
    }

    /** What becomes in other languages of the stories of a section. */
    public TranslationRule translations(@Nullable Section section) {
        return translations.stream()
                .filter(rule -> rule.holdsIn(section))
                .findFirst()
                .orElse(TranslationRule.NONE);
    }

    /** The checks that an edition needs, by name, {@code editor} always among them; of several rules the highest quorum holds. */
    public List<RequiredCheck> required(@Nullable Section section, Language language, boolean translation) {
        Map<Check, Integer> quorums = new TreeMap<>(Map.of(Check.EDITOR, 1));
        for (CheckRule rule : checks) {
            if (rule.asksOf(section, language, translation)) {
                quorums.merge(rule.required().check(), rule.required().quorum(), Math::max);
            }
        }
        List<RequiredCheck> required = new ArrayList<>(quorums.size());
        quorums.forEach((check, quorum) -> required.add(new RequiredCheck(check, quorum)));
        return List.copyOf(required);
    }
}
