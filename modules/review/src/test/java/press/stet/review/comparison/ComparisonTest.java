package press.stet.review.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static press.stet.review.comparison.Versions.copy;
import static press.stet.review.comparison.Versions.facts;
import static press.stet.review.comparison.Versions.paragraph;
import static press.stet.review.comparison.Versions.photo;
import static press.stet.review.comparison.Versions.points;
import static press.stet.review.comparison.Versions.read;
import static press.stet.review.comparison.Versions.withFacts;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

class ComparisonTest {

    @Test
    void a_paragraph_more_and_one_less_stand_where_they_stand_and_stood() {
        Copy before = copy(paragraph("a", "It is open."), paragraph("b", "Ferries wait."), paragraph("c", "So do we."));
        Copy after = copy(paragraph("a", "It is open."), paragraph("c", "So do we."), paragraph("d", "Not for long."));

        assertThat(read(before, after)).containsExactly("removed b: [-Ferries wait.-]", "added d: {+Not for long.+}");
        assertThat(Comparison.of(before, after).passages())
                .extracting(each -> each.passage().id().text())
                .containsExactly("headline", "a", "b", "c", "d");
    }

    @Test
    void a_word_changed_in_a_paragraph_is_a_word_and_not_a_paragraph() {
        assertThat(read(
                        copy(paragraph("a", "The harbour reopened at noon, after two days.")),
                        copy(paragraph("a", "The harbour reopened at one, after two long days."))))
                .containsExactly("changed a: The harbour reopened at [-noon-]{+one+}, after two{+ long+} days.");
    }

    @Test
    void a_block_is_the_same_wherever_it_stands() {
        Copy before = copy(
                paragraph("a", "First."),
                paragraph("b", "Second."),
                paragraph("c", "Third."),
                paragraph("d", "Fourth."));
        Copy after = copy(
                paragraph("d", "Fourth."),
                paragraph("a", "First."),
                paragraph("b", "Second."),
                paragraph("c", "Third."));

        assertThat(read(before, after)).containsExactly("moved d 4→1");
    }

    @Test
    void a_block_may_move_and_change_in_one_edit() {
        assertThat(read(
                        copy(
                                paragraph("a", "It opened."),
                                paragraph("b", "At last."),
                                paragraph("c", "We sail today.")),
                        copy(
                                paragraph("c", "We sail at noon."),
                                paragraph("a", "It opened."),
                                paragraph("b", "At last."))))
                .containsExactly("changed c and moved 3→1: We sail [-today-]{+at noon+}.");
    }

    @Test
    void headline_and_standfirst_are_compared_like_blocks() {
        Copy before = copy(Versions.EN, "Harbour reopens after the storm");
        Copy after = withFacts(copy(Versions.EN, "Harbour opens after the storm"), "At noon.", "city", "x", "Ada Lind");

        assertThat(read(before, after))
                .containsExactly(
                        "changed headline: Harbour [-reopens-]{+opens+} after the storm",
                        "added standfirst: {+At noon.+}");
        assertThat(read(after, before)).contains("removed standfirst: [-At noon.-]");
    }

    @Test
    void what_the_copy_says_of_itself_is_told_apart_from_its_words() {
        Copy before = withFacts(copy(), "", "city", "harbour", "Ada Lind", "Bo Ek");
        Copy after = withFacts(copy(), "", "world", "harbour-open", "Bo Ek", "Cia Dahl");

        assertThat(read(before, after)).isEmpty();
        assertThat(facts(before, after))
                .containsExactly(
                        "section [-city-]{+world+}",
                        "byline [-Ada Lind-]",
                        "byline {+Cia Dahl+}",
                        "slug [-harbour-]{+harbour-open+}");
        assertThat(Comparison.of(before, after).findsNothing()).isFalse();
    }

    @Test
    void an_item_of_a_list_changes_and_another_comes_in_between() {
        assertThat(read(
                        copy(points("l", "three ferries a day", "no lorries yet")),
                        copy(points("l", "three ferries a day", "bicycles are free", "no lorries today"))))
                .containsExactly("changed l: item [-no lorries yet-]{+bicycles are free+} / item {+no lorries today+}");
        assertThat(read(
                        copy(points("l", "three ferries a day", "no lorries yet")),
                        copy(points("l", "four ferries a day", "no lorries yet"))))
                .containsExactly("changed l: item [-three-]{+four+} ferries a day");
    }

    @Test
    void of_a_photo_its_caption_is_compared_by_words_and_its_address_as_a_whole() {
        assertThat(read(
                        copy(photo("p", "https://pictures.example/1.jpg", "The first ferry leaves.", "B. Sailor")),
                        copy(photo("p", "https://pictures.example/2.jpg", "The last ferry leaves.", "B. Sailor"))))
                .containsExactly("changed p: caption The [-first-]{+last+} ferry leaves."
                        + " / address [-https://pictures.example/1.jpg-]{+https://pictures.example/2.jpg+}");
    }

    @Test
    void a_paragraph_made_a_subheading_has_changed_though_it_says_the_same() {
        Block.Subheading heading = new Block.Subheading(new BlockId("a"), null, "Two days");

        assertThat(read(copy(paragraph("a", "Two days")), copy(heading)))
                .containsExactly("changed a from paragraph to subheading: ");
    }

    @Test
    void a_translation_that_renders_other_blocks_is_another_version() {
        Block before = paragraph("a", "Der Hafen.").as(new BlockId("a"), List.of(new BlockId("v1-1")));
        Block after = before.as(new BlockId("a"), List.of(new BlockId("v1-1"), new BlockId("v1-2")));
        Block own = before.as(new BlockId("a"), List.of());

        assertThat(read(copy(before), copy(after))).containsExactly("changed a: renders {+v1-2+}");
        assertThat(read(copy(before), copy(own))).containsExactly("changed a: renders [-v1-1-]{+-+}");
    }

    @Test
    void a_version_beside_itself_finds_nothing() {
        Copy copy = copy(paragraph("a", "It is open."), points("l", "one", "two"));

        assertThat(Comparison.of(copy, copy).findsNothing()).isTrue();
        assertThat(Comparison.of(copy, copy(points("l", "one", "two"), paragraph("a", "It is open.")))
                        .findsNothing())
                .isFalse();
    }

    @Test
    void the_longest_copy_all_of_it_new_and_turned_round_is_compared() {
        Block[] before = IntStream.range(0, Copy.MOST_BLOCKS)
                .mapToObj(at -> paragraph("b" + at, "Block " + at))
                .toArray(Block[]::new);
        Block[] after = IntStream.range(0, Copy.MOST_BLOCKS)
                .mapToObj(at -> before[Copy.MOST_BLOCKS - 1 - at])
                .toArray(Block[]::new);

        assertThat(read(copy(before), copy(after))).hasSize(Copy.MOST_BLOCKS - 1);
    }

    @Test
    void only_versions_of_one_edition_with_named_blocks_are_compared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(copy(), copy(Language.of("de"), "Hafen offen")))
                .withMessageContaining("not en with de");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(copy(), copy(paragraph("", "New."))))
                .withMessageContaining("without an id");
    }
}
