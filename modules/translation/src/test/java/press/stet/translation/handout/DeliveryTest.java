package press.stet.translation.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static press.stet.translation.handout.Desk.aReport;
import static press.stet.translation.handout.Desk.aTranslation;
import static press.stet.translation.handout.Desk.anew;
import static press.stet.translation.handout.Desk.edited;
import static press.stet.translation.handout.Desk.goingOn;
import static press.stet.translation.handout.Desk.ids;
import static press.stet.translation.handout.Desk.paragraph;
import static press.stet.translation.handout.Desk.translated;
import static press.stet.translation.handout.Desk.withBody;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import press.stet.model.copy.Alignment;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Slug;

class DeliveryTest {

    @Test
    void a_first_translation_renders_its_source_block_by_block_and_leaves_to_it_what_they_share() {
        Handout handout = anew(aReport());
        Copy copy = Delivery.take(handout, translated(handout));

        assertThat(copy.headline()).isEqualTo("[Harbour reopens after storm]");
        assertThat(copy.bylines()).isEmpty();
        assertThat(copy.section()).isNull();
        assertThat(copy.slug()).isNull();
        assertThat(copy.body())
                .extracting(Block::renders)
                .containsExactly(ids("s1"), ids("s2"), ids("s3"), ids("s4"), ids("s5"), ids("s6"));
        assertThat(copy.body().get(3))
                .isEqualTo(new Block.Photo(
                        BlockId.NOT_GIVEN, ids("s4"), null, "[Ships at the quay]", "[The first ferry leaves.]", ""));
        assertThat(Alignment.unaligned(copy)).isEmpty();
    }

    @Test
    void a_translation_whose_source_has_not_changed_comes_back_as_it_stood() {
        Copy translation = withOwn(aTranslation());
        Handout handout = goingOn(aReport(), translation);

        assertThat(Delivery.take(handout, translated(handout))).isEqualTo(translation);
    }

    @Test
    void only_what_was_to_do_is_changed_and_blocks_keep_their_ids() {
        Copy translation = withOwn(aTranslation());
        Handout handout = goingOn(edited(aReport(), "s1", paragraph("s1", "It reopened at one.")), translation);

        assertThat(Delivery.take(handout, translated(handout)))
                .isEqualTo(edited(
                        translation,
                        "t1",
                        paragraph("t1", "[It reopened at one.]").as(new BlockId("t1"), ids("s1"))));
    }

    @Test
    void a_merged_block_an_added_one_and_one_that_nobody_knows_the_source_of_come_back_as_they_were() {
        Copy translation = withBody(aTranslation(), body -> {
            body.set(0, paragraph("t1", "Открыта; два дня.").as(new BlockId("t1"), ids("s1", "s2")));
            body.set(1, paragraph("t2", "Для читателей.").as(new BlockId("t2"), List.of()));
            body.set(2, paragraph("t3", "Откуда это?").as(new BlockId("t3"), null));
            body.add(new Block.Points(new BlockId("t8"), ids("s3"), true, List.of("раз", "два")));
            return body;
        });
        Handout handout = goingOn(aReport(), translation);

        assertThat(Delivery.take(handout, translated(handout))).isEqualTo(translation);
    }

    @Test
    void a_block_without_a_text_comes_along() {
        Block silent =
                new Block.Photo(new BlockId("s7"), null, URI.create("https://pictures.example/7.jpg"), "", "", "");
        Copy report = withBody(aReport(), body -> {
            body.add(silent);
            return body;
        });
        Handout handout = anew(report);

        assertThat(Delivery.take(handout, translated(handout)).body().getLast())
                .isEqualTo(new Block.Photo(BlockId.NOT_GIVEN, ids("s7"), null, "", "", ""));
    }

    @Test
    void a_unit_that_nobody_handed_out_or_that_is_missing_or_stands_twice_is_refused() {
        refused(units -> plus(units, new Returned("s99", 90, List.of())), "90: unit s99: is none of en@1");
        refused(units -> plus(units, units.getFirst()), "7: unit headline: stands twice");
        refused(units -> units.subList(1, units.size()), "unit headline: is not in the file");
    }

    @Test
    void a_source_that_is_not_what_that_version_says_is_refused() {
        refused(
                with("s1", text -> new Returned.Text(text.id(), "The harbour closed.", text.target(), true, false)),
                "7: unit s1: segment text: its source is 'The harbour closed.', but en@1 says 'The harbour *reopened*");
    }

    @Test
    void an_empty_target_is_refused_but_for_a_credit() {
        refused(
                with("s4", text -> new Returned.Text(text.id(), text.source(), " \n", true, false)),
                "segment alt: its target is empty; translate 'Ships at the quay'",
                "segment caption: its target is empty");
        assertThat(problems(with("s4", text -> new Returned.Text(text.id(), text.source(), "", true, false))))
                .noneMatch(problem -> problem.contains("credit"));
    }

    @Test
    void a_segment_split_merged_or_moved_is_refused() {
        refused(
                units -> units.stream()
                        .map(unit -> unit.id().equals("s3")
                                ? new Returned(
                                        "s3",
                                        30,
                                        List.of(
                                                unit.texts().get(1),
                                                unit.texts().get(0)))
                                : unit)
                        .toList(),
                "30: unit s3: has the segments [speaker, text], but [text, speaker] were handed out");
        refused(
                units -> units.stream()
                        .map(unit -> unit.id().equals("s1")
                                ? new Returned(
                                        "s1",
                                        30,
                                        plus(unit.texts(), unit.texts().getFirst()))
                                : unit)
                        .toList(),
                "has the segments [text, text], but [text] were handed out");
    }

    @Test
    void tags_in_a_target_are_refused() {
        refused(
                with("s1", text -> new Returned.Text(text.id(), text.source(), "x", true, true)),
                "unit s1: segment text: tags stand in its target");
    }

    @Test
    void a_proposal_that_nobody_has_looked_at_is_refused_and_one_found_right_is_taken() {
        Handout handout = goingOn(edited(aReport(), "s1", paragraph("s1", "It reopened at noon.")), aTranslation());

        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> Delivery.take(handout, asItStands(handout, false)))
                .withMessageContaining("unit s1: segment text: its target is what it was before the source changed");
        assertThat(Delivery.take(handout, asItStands(handout, true))).isEqualTo(aTranslation());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        List<String> problems = problems(units -> plus(
                with("s1", text -> new Returned.Text(text.id(), "Wrong.", "", true, true))
                        .apply(units),
                new Returned("s99", 90, List.of())));

        assertThat(problems).hasSize(4);
    }

    private static Copy withOwn(Copy copy) {
        return new Copy(
                copy.language(),
                copy.headline(),
                copy.standfirst(),
                List.of("Инна Ли"),
                copy.dateline(),
                copy.section(),
                copy.keywords(),
                new Slug("gavan"),
                copy.body());
    }

    private static List<Returned> asItStands(Handout handout, boolean worked) {
        return Sheet.of(handout).units().stream()
                .map(unit -> new Returned(
                        unit.id(),
                        1,
                        unit.segments().stream()
                                .map(each -> new Returned.Text(each.id(), each.source(), each.target(), worked, false))
                                .toList()))
                .toList();
    }

    private static UnaryOperator<List<Returned>> with(String unit, UnaryOperator<Returned.Text> edit) {
        return units -> units.stream()
                .map(each -> each.id().equals(unit)
                        ? new Returned(
                                each.id(),
                                each.line(),
                                each.texts().stream().map(edit).toList())
                        : each)
                .toList();
    }

    private static <T> List<T> plus(List<T> all, T more) {
        List<T> result = new ArrayList<>(all);
        result.add(Objects.requireNonNull(more));
        return result;
    }

    private static void refused(UnaryOperator<List<Returned>> edit, String... told) {
        assertThat(String.join("\n", problems(edit))).contains(told);
    }

    private static List<String> problems(UnaryOperator<List<Returned>> edit) {
        Handout handout = anew(aReport());
        try {
            Delivery.take(handout, edit.apply(translated(handout)));
            return List.of();
        } catch (NotTaken refused) {
            return refused.problems().stream().map(Problem::toString).toList();
        }
    }
}
