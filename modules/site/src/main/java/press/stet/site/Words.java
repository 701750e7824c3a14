package press.stet.site;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;

/** The site's own words around the copy, in one language. Immutable. */
final class Words {

    private static final Language ENGLISH = Language.of("en");

    private static final Map<Language, Words> SPOKEN =
            List.of("en", "ru", "uk", "uz", "kk", "ky", "tg", "ar", "de", "fr", "es").stream()
                    .map(Language::of)
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), Words::load));

    private final Language language;
    private final Map<String, String> words;

    private Words(Language language, Map<String, String> words) {
        this.language = language;
        this.words = Map.copyOf(words);
    }

    /** The words for readers of a language, or of the one it is a kind of; English where the site does not speak it. */
    static Words in(Language language) {
        Words own = SPOKEN.get(language);
        if (own != null) {
            return own;
        }
        String spoken = Locale.lookupTag(
                List.of(new Locale.LanguageRange(language.tag())),
                SPOKEN.keySet().stream().map(Language::tag).toList());
        return Objects.requireNonNull(SPOKEN.get(spoken == null ? ENGLISH : Language.of(spoken)));
    }

    /** The languages that the site speaks. */
    static List<Language> spoken() {
        return SPOKEN.keySet().stream().sorted().toList();
    }

    static Language english() {
        return ENGLISH;
    }

    /** Whether the site has words for readers of just this language. */
    static boolean speaks(Language language) {
        return SPOKEN.containsKey(language);
    }

    Language language() {
        return language;
    }

    /** The words under a key. */
    String say(String key) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the site has no words '" + key + "' in " + language);
        }
        return text;
    }

    /** The words under a key, with what they speak of in place of {@code {0}}, numbers in the language's own digits. */
    String say(String key, Object subject) {
        return new MessageFormat(say(key), language.locale()).format(new Object[] {subject});
    }

    /** What {@code lang} says of these words on a page in a language; null where it is the page's own. */
    @Nullable String langOn(Language page) {
        return page.locale().getLanguage().equals(language.locale().getLanguage()) ? null : language.tag();
    }

    /** What {@code dir} says of these words on a page in a language; null where it is the page's own. */
    @Nullable String dirOn(Language page) {
        return LanguageNames.dir(page).equals(LanguageNames.dir(language)) ? null : LanguageNames.dir(language);
    }

    private static Words load(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "press.stet.site.words",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(
                language, bundle.keySet().stream().collect(Collectors.toMap(Function.identity(), bundle::getString)));
    }
}
