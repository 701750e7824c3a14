package press.stet.testkit.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.edition.Address;

/** The readable part of an address, in the copy's own script. */
class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Harbour reopens: “We’re glad”, says captain | harbour-reopens-were-glad-says-captain",
                "en | --- 5 % more in 2026 --- | 5-more-in-2026",
                "en | Über-Straße — naïve café | über-straße-naïve-café",
                "ru | Порт открыт: паромы ходят снова | порт-открыт-паромы-ходят-снова",
                "kk | Қазақстан Республикасының жаңалықтары | қазақстан-республикасының-жаңалықтары",
                "uz | O‘zbekiston yangiliklari | ozbekiston-yangiliklari",
                "tr | IĞDIR’DA İLK KAR | ığdırda-ilk-kar",
                "el | ΟΔΟΣ ΣΟΦΟΣ | οδος-σοφος",
                "ar | أُعيد فتح الميناء، بعد العاصفة | أُعيد-فتح-الميناء-بعد-العاصفة",
                "he | הנמל נפתח מחדש | הנמל-נפתח-מחדש",
                "hi | बंदरगाह फिर खुला | बंदरगाह-फिर-खुला",
                "th | ท่าเรือเปิดอีกครั้ง | ท่าเรือเปิดอีกครั้ง",
                "zh | 港口重新开放，渡轮复航 | 港口重新开放-渡轮复航",
                "ja | 港が再開、フェリー運航へ | 港が再開-フェリー運航へ",
                "ko | 항구 다시 열려 | 항구-다시-열려",
                "en | !!! … ??? | story",
                "en | ́́ | story",
                "en | -́a | a",
            })
    void a_headline_makes_its_slug_in_its_own_script(String language, String headline, String slug) {
        assertThat(Slug.fromHeadline(headline, Language.of(language)).text()).isEqualTo(slug);
    }

    @Test
    void composed_and_decomposed_letters_make_one_slug() {
        assertThat(Slug.fromHeadline("cafe\u0301", Language.of("fr")))
                .isEqualTo(Slug.fromHeadline("caf\u00e9", Language.of("fr")));
    }

    @Test
    void a_long_headline_is_cut_between_words() {
        assertThat(Slug.fromHeadline("one two three four five six seven ".repeat(4), Language.of("en"))
                        .text())
                .isEqualTo("one-two-three-four-five-six-seven-one-two-three-four-five-six-seven");
    }

    @Test
    void one_long_word_is_cut_between_characters_not_within_one() {
        String deseret = "\uD801\uDC28".repeat(50);

        assertThat(Slug.fromHeadline("a" + deseret, Language.of("en")).text())
                .isEqualTo("a" + "\uD801\uDC28".repeat(34));
        assertThat(Slug.fromHeadline(deseret, Language.of("en")).text()).isEqualTo("\uD801\uDC28".repeat(35));
        assertThat(Slug.fromHeadline("港".repeat(200), Language.of("zh")).text()).isEqualTo("港".repeat(70));
    }

    @Test
    void whatever_a_headline_is_made_of_its_slug_can_stand_in_an_address() {
        Random random = new Random(20260302);
        List<Language> languages = List.of(Language.of("en"), Language.of("tr"), Language.of("lt"), Language.of("el"));
        for (int round = 0; round < 20_000; round++) {
            String headline = random.ints(1 + random.nextInt(90), 0, 0x20000)
                    .filter(point -> point < 0xD800 || point > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Language language = languages.get(round % languages.size());
            assertThatCode(() -> Slug.fromHeadline(headline, language))
                    .as(headline)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "A", "a b", "a/b", "a.b", "\u0301a"})
    void what_is_no_slug_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug(text)).withMessageContaining("'" + text + "'");
    }

    @Test
    void a_slug_has_at_most_a_hundred_characters() {
        assertThat(new Slug("a".repeat(100)).text()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug("a".repeat(101)));
    }

    @Test
    void an_address_carries_every_script_percent_encoded() {
        StoryId story = StoryId.of("019cad8f-ac00-7001-a78d-de6e5fd29f05");
        Copy copy =
                new Copy(Language.of("ru"), "Порт", "", List.of(), "", new Section("news"), List.of(), null, List.of());

        assertThat(Address.of(story, copy).path()).isEqualTo("/ru/news/%D0%BF%D0%BE%D1%80%D1%82-" + story.shortId());
    }
}
