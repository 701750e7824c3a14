package press.stet.testkit.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.embed;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Copies.quote;
import static press.stet.testkit.copy.Copies.subheading;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockNames;
import press.stet.model.copy.Copy;

/** A block keeps its name through the versions of its edition. */
class BlockNamesTest {

    private static final Version SECOND = new Version(2);

    private final Copy before = first(paragraph("One."), paragraph("Two."), subheading("Then"), paragraph("Three."));

    @Test
    void the_blocks_of_a_first_version_are_named_after_their_places() {
        assertThat(names(before)).containsExactly("v1-1", "v1-2", "v1-3", "v1-4");
    }

    @Test
    void a_block_that_says_the_same_keeps_its_name_wherever_it_moved() {
        assertThat(next(paragraph("Three."), subheading("Then"), paragraph("Two."), paragraph("One.")))
                .containsExactly("v1-4", "v1-3", "v1-2", "v1-1");
    }

    @Test
    void a_block_that_was_edited_keeps_its_name_between_its_neighbours() {
        assertThat(next(paragraph("One."), paragraph("Two, or three."), subheading("Then"), paragraph("Three.")))
                .containsExactly("v1-1", "v1-2", "v1-3", "v1-4");
    }

    @Test
    void a_block_that_was_inserted_has_a_name_that_was_never_used() {
        assertThat(next(
                        paragraph("One."),
                        paragraph("One and a half."),
                        paragraph("Two."),
                        subheading("Then"),
                        paragraph("Three.")))
                .containsExactly("v1-1", "v2-2", "v1-2", "v1-3", "v1-4");
    }

    @Test
    void a_block_that_was_removed_takes_its_name_with_it() {
        assertThat(next(paragraph("One."), subheading("Then"), paragraph("Three.")))
                .containsExactly("v1-1", "v1-3", "v1-4");
        assertThat(next(paragraph("One."), subheading("Then"), paragraph("Three."), paragraph("Four.")))
                .containsExactly("v1-1", "v1-3", "v1-4", "v2-4");
    }

    @Test
    void two_blocks_that_were_merged_leave_one_name() {
        assertThat(next(paragraph("One. Two."), subheading("Then"), paragraph("Three.")))
                .containsExactly("v1-1", "v1-3", "v1-4");
    }

    @Test
    void a_block_of_another_kind_is_another_block() {
        assertThat(next(paragraph("One."), quote("Two.", "Ada"), subheading("Then"), paragraph("Three.")))
                .containsExactly("v1-1", "v2-2", "v1-3", "v1-4");
    }

    @Test
    void a_block_that_names_itself_keeps_that_name() {
        Block named = paragraph("Something else.").as(new BlockId("v1-1"), null);
        Block own = paragraph("Mine.").as(new BlockId("my-own"), null);

        assertThat(next(paragraph("Two."), named, own)).containsExactly("v1-2", "v1-1", "my-own");
    }

    @Test
    void a_name_that_a_sender_uses_is_not_given_to_a_new_block() {
        Block taken = paragraph("Mine.").as(new BlockId("v2-2"), null);

        assertThat(next(taken, quote("New.", ""))).containsExactly("v2-2", "v2-2.2");
    }

    @Test
    void blocks_that_say_the_same_are_told_apart_by_their_order() {
        Copy twice = first(paragraph("Same."), subheading("Then"), paragraph("Same."));

        assertThat(names(BlockNames.name(
                        copy(paragraph("Same."), paragraph("Same."), paragraph("Same.")), twice, SECOND)))
                .containsExactly("v1-1", "v1-3", "v2-3");
    }

    @Test
    void two_embeds_without_words_are_told_apart_by_what_they_show() {
        Copy films = first(embed("https://film.example/1", ""), embed("https://film.example/2", ""));

        assertThat(names(BlockNames.name(
                        copy(embed("https://film.example/2", ""), embed("https://film.example/1", "")), films, SECOND)))
                .containsExactly("v1-2", "v1-1");
    }

    @Test
    void a_revision_renders_what_the_version_before_it_rendered_until_it_says_otherwise() {
        Copy translation = first(paragraph("Раз.").as(BlockId.NOT_GIVEN, List.of(new BlockId("a"))), paragraph("Два."));

        Copy revised = BlockNames.name(
                copy(paragraph("Раз!"), paragraph("Два.").as(BlockId.NOT_GIVEN, List.of())), translation, SECOND);

        assertThat(revised.body()).extracting(Block::renders).containsExactly(List.of(new BlockId("a")), List.of());
    }

    @Test
    void a_long_text_rewritten_from_end_to_end_is_named_without_a_repeat() {
        List<Block> old = new ArrayList<>();
        List<Block> young = new ArrayList<>();
        for (int at = 0; at < Copy.MOST_BLOCKS; at++) {
            old.add(paragraph("Old " + at));
            young.add(at % 3 == 0 ? quote("Young " + at, "") : paragraph("Old " + (at * 7 % Copy.MOST_BLOCKS)));
        }

        assertThat(names(BlockNames.name(copy(young.toArray(Block[]::new)), first(old.toArray(Block[]::new)), SECOND)))
                .doesNotHaveDuplicates()
                .hasSize(Copy.MOST_BLOCKS);
    }

    @Test
    void no_two_blocks_of_a_copy_have_one_name_and_none_that_of_the_headline() {
        Block headline = paragraph("H").as(BlockId.HEADLINE, null);
        Block one = paragraph("1").as(new BlockId("x"), null);

        assertThatIllegalArgumentException().isThrownBy(() -> copy(headline)).withMessageContaining("headline");
        assertThatIllegalArgumentException().isThrownBy(() -> copy(one, one)).withMessageContaining("'x' stands twice");
    }

    private List<String> next(Block... blocks) {
        return names(BlockNames.name(copy(blocks), before, SECOND));
    }

    private static Copy first(Block... blocks) {
        return BlockNames.name(copy(blocks), null, Version.FIRST);
    }

    private static Copy copy(Block... blocks) {
        return new Copy(EN, "Counting", "", List.of(), "", null, List.of(), null, List.of(blocks));
    }

    private static List<String> names(Copy copy) {
        return copy.body().stream().map(block -> block.id().text()).toList();
    }
}
