package press.stet.translation.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.translation.handout.Desk.aReport;
import static press.stet.translation.handout.Desk.aTranslation;
import static press.stet.translation.handout.Desk.anew;
import static press.stet.translation.handout.Desk.edited;
import static press.stet.translation.handout.Desk.goingOn;
import static press.stet.translation.handout.Desk.ids;
import static press.stet.translation.handout.Desk.order;
import static press.stet.translation.handout.Desk.paragraph;
import static press.stet.translation.handout.Desk.points;
import static press.stet.translation.handout.Desk.subheading;
import static press.stet.translation.handout.Desk.toDo;
import static press.stet.translation.handout.Desk.withBody;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

class SheetTest {

    @Test
    void of_a_story_that_is_not_translated_every_text_is_to_do() {
        assertThat(toDo(anew(aReport())))
                .containsExactly(
                        "headline text NEW",
                        "standfirst text NEW",
                        "s1 text NEW",
                        "s2 text NEW",
                        "s3 text NEW",
                        "s3 speaker NEW",
                        "s4 alt NEW",
                        "s4 caption NEW",
                        "s5 item-1 NEW",
                        "s5 item-2 NEW",
                        "s6 text NEW");
        assertThat(WordCount.of(Sheet.of(anew(aReport())).units(), Desk.EN)).isEqualTo(46);
    }

    @Test
    void where_nothing_has_changed_nothing_is_to_do() {
        assertThat(toDo(goingOn(aReport(), aTranslation()))).isEmpty();
    }

    @Test
    void a_changed_paragraph_is_to_do_with_what_it_said_and_what_stands_as_a_proposal() {
        Handout handout = goingOn(edited(aReport(), "s1", paragraph("s1", "It reopened at one.")), aTranslation());

        assertThat(toDo(handout)).containsExactly("s1 text CHANGED");
        Segment changed = Sheet.of(handout).toDo().getFirst().segments().getFirst();
        assertThat(changed.before()).isEqualTo("The harbour *reopened* at noon.");
        assertThat(changed.target()).isEqualTo("Гавань *открылась* в полдень.");
    }

    @Test
    void of_a_photo_whose_caption_changed_only_the_caption_is_to_do_and_a_credit_is_nobodys_work() {
        Block photo = new Block.Photo(
                new BlockId("s4"),
                null,
                URI.create("https://pictures.example/2.jpg"),
                "Ships at the quay",
                "It leaves.",
                "C. Cook");

        assertThat(toDo(goingOn(edited(aReport(), "s4", photo), aTranslation())))
                .containsExactly("s4 caption CHANGED");
    }

    @Test
    void of_a_list_the_item_that_came_in_and_the_one_that_changed_are_to_do() {
        Block list = points("s5", "Three ferries a day", "Bicycles are free", "No lorries today");

        assertThat(toDo(goingOn(edited(aReport(), "s5", list), aTranslation())))
                .containsExactly("s5 item-2 CHANGED", "s5 item-3 NEW");
        assertThat(toDo(goingOn(
                        edited(aReport(), "s5", points("s5", "No lorries yet", "Three ferries a day")),
                        aTranslation())))
                .isEmpty();
    }

    @Test
    void a_new_paragraph_stands_where_it_stands_in_the_source() {
        Handout handout = goingOn(
                withBody(aReport(), body -> {
                    body.add(2, paragraph("s9", "No ship had left."));
                    body.addFirst(paragraph("s8", "It was about time."));
                    return body;
                }),
                aTranslation());

        assertThat(order(handout))
                .containsExactly("headline", "standfirst", "s8", "s1", "s2", "s9", "s3", "s4", "s5", "s6");
        assertThat(toDo(handout)).containsExactly("s8 text NEW", "s9 text NEW");
    }

    @Test
    void what_the_source_no_longer_says_is_left_out_and_told() {
        Sheet sheet = Sheet.of(goingOn(edited(aReport(), "s2", null), aTranslation()));

        assertThat(sheet.leftOut()).containsExactly(new BlockId("t2"));
        assertThat(sheet.units()).extracting(Unit::id).doesNotContain("s2");
    }

    @Test
    void a_translation_follows_its_source_where_that_is_turned_round_unless_it_has_an_order_of_its_own() {
        Copy turned = withBody(aReport(), body -> {
            Collections.swap(body, 0, 1);
            return body;
        });
        Copy own = withBody(aTranslation(), body -> {
            Collections.swap(body, 4, 5);
            return body;
        });

        assertThat(order(goingOn(turned, aTranslation()))).startsWith("headline", "standfirst", "s2", "s1", "s3");
        assertThat(order(goingOn(turned, own))).endsWith("s1", "s2", "s3", "s4", "s6", "s5");
    }

    @Test
    void what_the_translation_added_for_its_readers_stays_behind_what_it_stood_behind() {
        Copy translation = withBody(aTranslation(), body -> {
            body.add(1, paragraph("t9", "Для читателей.").as(new BlockId("t9"), List.of()));
            return body;
        });
        Handout handout = goingOn(edited(aReport(), "s1", paragraph("s1", "It reopened at one.")), translation);

        assertThat(order(handout)).startsWith("headline", "standfirst", "s1", "own:t9", "s2");
        assertThat(toDo(handout)).containsExactly("s1 text CHANGED");
    }

    @Test
    void a_block_that_merges_two_is_one_unit_and_to_do_when_either_changes() {
        Copy translation = withBody(aTranslation(), body -> {
            body.set(0, paragraph("t1", "Открыта; два дня.").as(new BlockId("t1"), ids("s1", "s2")));
            body.remove(1);
            return body;
        });

        assertThat(toDo(goingOn(aReport(), translation))).isEmpty();
        Handout handout = goingOn(edited(aReport(), "s2", subheading("s2", "Three days")), translation);
        assertThat(toDo(handout)).containsExactly("s1 text CHANGED");
        Segment merged = Sheet.of(handout).toDo().getFirst().segments().getFirst();
        assertThat(merged.source()).isEqualTo("The harbour *reopened* at noon.\n\nThree days");
        assertThat(merged.before()).isEqualTo("The harbour *reopened* at noon.\n\nTwo days without a ferry");
        assertThat(order(handout)).doesNotContain("s2");
    }

    @Test
    void two_blocks_may_render_one_between_them() {
        Copy translation = withBody(aTranslation(), body -> {
            body.add(1, paragraph("t9", "В полдень.").as(new BlockId("t9"), ids("s1")));
            return body;
        });

        assertThat(toDo(goingOn(edited(aReport(), "s1", paragraph("s1", "It reopened at one.")), translation)))
                .containsExactly("s1 text CHANGED", "own:t9 text CHANGED");
    }

    @Test
    void a_paragraph_made_a_subheading_is_made_one_in_the_translation() {
        Handout handout =
                goingOn(edited(aReport(), "s1", subheading("s1", "The harbour *reopened* at noon.")), aTranslation());

        assertThat(Sheet.of(handout).units().get(2).block()).isInstanceOf(Block.Subheading.class);
    }
}
