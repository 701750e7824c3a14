package press.stet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;

/**
 * What stands around every page.
 *
 * @param site the site's name
 * @param language of the page's own text
 * @param words around it, in that language or in English
 * @param sections in the bar under the masthead; none on a page that has nothing to do with any
 * @param languages to change to; none where there is no choice
 * @param query the words that stand in the search box
 */
record Frame(
        String site,
        Language language,
        Words words,
        Head head,
        List<Place> sections,
        List<Tongue> languages,
        String query) {

    /** Somewhere to go: its name as a reader sees it, and whether the reader is there already. */
    record Place(String name, String path, boolean here) {}

    /** A language to change to, by its name in itself. */
    record Tongue(String tag, String dir, String name, String path, boolean here) {
        static Tongue of(Language language, String path, boolean here) {
            return new Tongue(language.tag(), LanguageNames.dir(language), LanguageNames.own(language), path, here);
        }
    }

    /**
     * What a page says of itself to browsers, search engines and whoever shows a link to it.
     *
     * @param canonical the one address of what the page shows; null where there is none
     * @param alternates the page in every language, this one included; none where it has but one
     * @param picture that may stand beside a link to the page; null for none
     * @param listed whether a search engine may list the page
     */
    record Head(
            String title,
            String description,
            String kind,
            @Nullable String canonical,
            List<Alternate> alternates,
            @Nullable String picture,
            boolean listed) {

        /** A page for this reader only. */
        static Head unlisted(String title) {
            return new Head(title, "", "website", null, List.of(), null, false);
        }
    }

    /** @param hreflang a language tag, or {@code x-default} for readers of every other language */
    record Alternate(String hreflang, String href) {}

    /** What the browser's tab says. */
    String title() {
        return head.title().equals(site) ? site : head.title() + " — " + site;
    }

    String dir() {
        return LanguageNames.dir(language);
    }

    String home() {
        return Paths.front(language);
    }

    String say(String key) {
        return words.say(key);
    }

    String say(String key, Object subject) {
        return words.say(key, subject);
    }

    /** {@code lang} of the site's own words; null where it is the page's. */
    @Nullable String wordsLang() {
        return words.langOn(language);
    }

    /** {@code dir} of the site's own words; null where it is the page's. */
    @Nullable String wordsDir() {
        return words.dirOn(language);
    }

    /** The name of the language, in itself. */
    String languageName() {
        return LanguageNames.own(language);
    }

    String stylesheet() {
        return Assets.STYLESHEET.path();
    }

    String icon() {
        return Assets.ICON.path();
    }
}
