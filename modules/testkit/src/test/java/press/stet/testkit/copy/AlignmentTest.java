package press.stet.testkit.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Copies.photo;
import static press.stet.testkit.copy.Copies.subheading;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Alignment;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockNames;
import press.stet.model.copy.Copy;

/** Which blocks of its source a translation stands for. */
class AlignmentTest {

    private final Copy source = named(
            EN,
            paragraph("One."),
            subheading("Then"),
            photo("A quay", "A quay"),
            paragraph("Two."),
            paragraph("Three."));

    @Test
    void the_nth_of_a_kind_renders_the_nth_of_that_kind() {
        assertThat(aligned(
                        photo("Причал", "Причал"),
                        paragraph("Раз."),
                        paragraph("Два."),
                        subheading("Затем"),
                        paragraph("Три.")))
                .containsExactly("v1-3", "v1-1", "v1-4", "v1-2", "v1-5");
    }

    @Test
    void a_kind_that_does_not_come_as_often_is_not_guessed_at() {
        assertThat(aligned(paragraph("Раз."), subheading("Затем"), paragraph("Два.")))
                .containsExactly("?", "v1-2", "?");
    }

    @Test
    void what_the_sender_said_stays_and_only_the_rest_is_aligned() {
        assertThat(aligned(told("Три.", "v1-5"), paragraph("Раз."), paragraph("Два.")))
                .containsExactly("v1-5", "v1-1", "v1-4");
        assertThat(aligned(told("Раз и два.", "v1-1", "v1-4"), paragraph("Три.")))
                .containsExactly("v1-1+v1-4", "v1-5");
        assertThat(aligned(told("Для наших читателей."), paragraph("Раз."), paragraph("Два."), paragraph("Три.")))
                .containsExactly("", "v1-1", "v1-4", "v1-5");
    }

    @Test
    void a_block_the_source_does_not_have_is_as_if_nobody_had_said_it() {
        assertThat(aligned(told("Раз.", "v7-1"), paragraph("Два."), paragraph("Три.")))
                .containsExactly("v1-1", "v1-4", "v1-5");
        assertThat(aligned(told("Раз.", "v7-1"), paragraph("Два."))).containsExactly("?", "?");
    }

    @Test
    void a_block_may_render_the_headline() {
        assertThat(aligned(told("Порт", "headline"), paragraph("Раз."), paragraph("Два."), paragraph("Три.")))
                .containsExactly("headline", "v1-1", "v1-4", "v1-5");
    }

    @Test
    void what_nobody_can_say_the_source_of_is_listed() {
        Copy translation = named(RU, paragraph("Раз."), subheading("Затем"), paragraph("Два."));

        assertThat(Alignment.unaligned(Alignment.align(translation, source)))
                .extracting(BlockId::text)
                .containsExactly("v1-1", "v1-3");
    }

    private List<String> aligned(Block... blocks) {
        return Alignment.align(named(RU, blocks), source).body().stream()
                .map(block -> told(block.renders()))
                .toList();
    }

    private static String told(@Nullable List<BlockId> renders) {
        return renders == null
                ? "?"
                : String.join("+", renders.stream().map(BlockId::text).toList());
    }

    private static Block told(String text, String... renders) {
        return paragraph(text)
                .as(BlockId.NOT_GIVEN, Arrays.stream(renders).map(BlockId::new).toList());
    }

    private static Copy named(Language language, Block... blocks) {
        Copy copy = new Copy(language, "Counting", "", List.of(), "", null, List.of(), null, List.of(blocks));
        return BlockNames.name(copy, null, Version.FIRST);
    }
}
