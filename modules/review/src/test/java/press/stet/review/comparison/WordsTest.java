package press.stet.review.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.review.comparison.Versions.EN;
import static press.stet.review.comparison.Versions.words;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;

class WordsTest {

    @Test
    void arabic_is_compared_by_words() {
        assertThat(words("ar", "أعيد فتح الميناء ظهر اليوم بعد العاصفة", "أعيد فتح الميناء مساء اليوم بعد العاصفة"))
                .isEqualTo("أعيد فتح الميناء [-ظهر-]{+مساء+} اليوم بعد العاصفة");
    }

    @Test
    void thai_which_writes_no_spaces_is_compared_by_words() {
        assertThat(words("th", "ท่าเรือเปิดอีกครั้งวันจันทร์", "ท่าเรือเปิดอีกครั้งวันศุกร์"))
                .isEqualTo("ท่าเรือเปิดอีกครั้งวัน[-จันทร์-]{+ศุกร์+}");
    }

    @Test
    void chinese_which_writes_no_spaces_is_compared_by_words() {
        assertThat(words("zh", "港口星期一重新开放，渡轮照常运行。", "港口星期五重新开放，渡轮照常运行。")).isEqualTo("港口[-星期一-]{+星期五+}重新开放，渡轮照常运行。");
    }

    @Test
    void a_changed_phrase_is_one_change() {
        assertThat(words("en", "It sails from the old quay every morning.", "It sails from a new pier every morning."))
                .isEqualTo("It sails from [-the old quay-]{+a new pier+} every morning.");
    }

    @Test
    void a_sentence_written_anew_is_not_told_as_crumbs() {
        assertThat(words(
                        "en", "The council met on Monday and agreed.", "Nobody sailed, for the wind had turned on us."))
                .isEqualTo("[-The council met on Monday and agreed.-]"
                        + "{+Nobody sailed, for the wind had turned on us.+}");
    }

    @Test
    void markup_changes_as_words_do() {
        assertThat(words("en", "It leaves on Friday at noon.", "It leaves on *Friday* at noon."))
                .isEqualTo("It leaves on {+*+}Friday{+*+} at noon.");
    }

    @Test
    void a_word_is_not_cut_within_a_letter() {
        assertThat(words("hi", "यह किताब अच्छी है", "यह किताबें अच्छी हैं"))
                .isEqualTo("यह [-किताब-]{+किताबें+} अच्छी [-है-]{+हैं+}");
        assertThat(words("en", "The crew: 👩‍👩‍👧 and 👍🏽 all day", "The crew: 👩‍👩‍👦 and 👍🏿 all day"))
                .isEqualTo("The crew: [-👩‍👩‍👧-]{+👩‍👩‍👦+} and [-👍🏽-]{+👍🏿+} all day");
    }

    @Test
    void a_paragraph_longer_than_any_newspapers_is_compared_at_its_ends() {
        String one = "word ".repeat(40_000) + "end";
        String other = "text ".repeat(40_000) + "end";

        assertThat(Words.compare("Begin. " + one, "Begin. " + other, EN)).hasSizeBetween(2, 4);
    }

    /** Whatever is compared, nothing of either text is lost: seeds 1 to 2,000. */
    @Test
    void the_pieces_are_both_texts_whole() {
        List<String> tongues = List.of("en", "ar", "th", "zh", "ja", "ru");
        List<String> words = List.of(
                "port", " ", "ميناء", "ท่าเรือ", "港口", ".", "порт", "*", "\n", "e\u0301", "👩‍👧", " and ", "، ");
        for (int seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            String before = some(words, random);
            String after = random.nextInt(4) == 0 ? some(words, random) : edited(before, words, random);
            TextComparison compared = new TextComparison(
                    Role.TEXT, Words.compare(before, after, Language.of(tongues.get(random.nextInt(tongues.size())))));

            assertThat(compared.before()).as("before, seed %d", seed).isEqualTo(before);
            assertThat(compared.after()).as("after, seed %d", seed).isEqualTo(after);
            assertThat(compared.isChanged()).as("seed %d", seed).isEqualTo(!before.equals(after));
        }
    }

    private static String some(List<String> words, Random random) {
        return random.ints(random.nextInt(30), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining());
    }

    private static String edited(String text, List<String> words, Random random) {
        int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
        return text.substring(0, at) + words.get(random.nextInt(words.size())) + text.substring(at);
    }
}
