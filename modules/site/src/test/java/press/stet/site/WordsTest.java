package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.Language;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "uk", "uz", "kk", "ky", "tg", "ar", "de", "fr", "es"})
    void the_site_says_everything_in_every_language_that_it_speaks(String tag) throws IOException {
        assertThat(file("words_" + tag).stringPropertyNames())
                .isEqualTo(file("words").stringPropertyNames());
        assertThat(Words.in(Language.of(tag)).language()).isEqualTo(Language.of(tag));
    }

    @ParameterizedTest
    @CsvSource({"de-AT, de", "uz-Cyrl, uz", "ja, en", "pt-BR, en", "en-GB, en"})
    void a_language_without_words_of_its_own_has_those_of_its_kin_or_english(String tag, String spoken) {
        assertThat(Words.in(Language.of(tag)).language()).isEqualTo(Language.of(spoken));
    }

    @Test
    void words_on_a_page_in_another_language_say_so() {
        Words english = Words.in(Language.of("he"));

        assertThat(english.langOn(Language.of("he"))).isEqualTo("en");
        assertThat(english.dirOn(Language.of("he"))).isEqualTo("ltr");
        assertThat(english.langOn(Language.of("en-GB"))).isNull();
        assertThat(english.dirOn(Language.of("ja"))).isNull();
    }

    @Test
    void numbers_and_what_a_reader_searched_for_stand_among_the_words() {
        assertThat(Words.in(Language.of("de")).say("search.found", 12_345L)).isEqualTo("Gefunden: 12.345");
        assertThat(Words.in(Language.of("fr")).say("search.nothing", "l'été {0}"))
                .isEqualTo("Rien n’a été trouvé pour « l'été {0} ».");
    }

    @Test
    void words_that_nobody_wrote_are_a_mistake_of_ours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.in(Language.of("en")).say("weather"))
                .withMessage("the site has no words 'weather' in en");
    }

    @ParameterizedTest
    @CsvSource({
        "en, English, ltr",
        "ru, Русский, ltr",
        "ar, العربية, rtl",
        "he, עברית, rtl",
        "kk, Қазақ тілі, ltr",
        "uz, O‘zbek, ltr",
        "fa, فارسی, rtl",
        "zh-Hant, 繁體中文, ltr",
        "pt-BR, Português (Brasil), ltr"
    })
    void a_language_is_called_as_it_calls_itself(String tag, String name, String dir) {
        Language language = Language.of(tag);

        assertThat(LanguageNames.own(language)).isEqualTo(name);
        assertThat(LanguageNames.dir(language)).isEqualTo(dir);
    }

    private static Properties file(String name) throws IOException {
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream(name + ".properties")),
                StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        }
    }
}
