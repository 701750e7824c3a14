package press.stet.testkit.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.CommandId;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Section;
import press.stet.model.house.Check;

/** What things are named with. */
class NamesTest {

    private static final String ID = "019cad8f-ac00-7001-a78d-de6e5fd29f05";

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN, en",
        "pt-br, pt-BR",
        "uz-cyrl, uz-Cyrl",
        "ZH-hant-tw, zh-Hant-TW",
        "sr-LATN-rs, sr-Latn-RS",
        "iw, he",
        "i-klingon, tlh",
        "zh-yue, yue",
        "de-1996, de-1996",
        "x-dothraki, x-dothraki"
    })
    void a_language_has_one_tag(String given, String tag) {
        assertThat(Language.of(given)).hasToString(tag);
        assertThat(Language.of(tag)).isEqualTo(Language.of(given));
    }

    @Test
    void a_tag_stays_the_same_however_often_it_is_read() {
        for (Locale locale : Locale.getAvailableLocales()) {
            String tag = locale.toLanguageTag();
            if (!tag.equals("und") && tag.length() <= 35) {
                assertThat(Language.of(Language.of(tag).tag())).isEqualTo(Language.of(tag));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "e", "en_GB", "anglo-saxons-all", "en-", "русский", "en-GB-en-GB", "und"})
    void what_is_no_language_is_refused(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> Language.of(tag)).withMessageContaining("BCP 47");
    }

    @Test
    void a_story_is_read_back_from_its_id() {
        assertThat(StoryId.of(ID)).hasToString(ID);
        assertThat(StoryId.of(ID.toUpperCase(Locale.ROOT))).isEqualTo(StoryId.of(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "019cad8f-ac00-4001-a78d-de6e5fd29f05",
                "019cad8f-ac00-7001-a78d-de6e5fd29f0",
                "019cad8f-ac00-7001-a78d-de6e5fd29f055",
                "0019cad8f-ac00-7001-a78d-de6e5fd29f0",
                "019cad8fac007001a78dde6e5fd29f05",
                "1-2-7003-8004-5",
                "harbour"
            })
    void what_is_no_id_of_a_story_or_a_command_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StoryId.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandId.of(text));
    }

    @Test
    void the_short_id_of_a_story_is_the_same_for_ever() {
        assertThat(StoryId.of(ID).shortId()).isEqualTo("f3eydsfx57r5");
        assertThat(StoryId.of("019cad8f-ac00-7001-8000-000000000000").shortId()).isEqualTo("000000000000");
        assertThat(StoryId.of("019cad8f-ac00-7001-8fff-ffffffffffff").shortId()).isEqualTo("zzzzzzzzzzzz");
    }

    @Test
    void a_command_says_when_it_was_minted() {
        assertThat(CommandId.of(ID).mintedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void names_of_other_things_are_refused_with_what_was_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Person("two words"))
                .withMessageContaining("'two words'");
        assertThatIllegalArgumentException().isThrownBy(() -> new Site("News")).withMessageContaining("'News'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Section("a/b"))
                .withMessageContaining("'a/b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Check("Legal"))
                .withMessageContaining("'Legal'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockId("a b"))
                .withMessageContaining("'a b'");
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(0)).withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Digest("c1:12"))
                .withMessageContaining("'c1:12'");
    }
}
