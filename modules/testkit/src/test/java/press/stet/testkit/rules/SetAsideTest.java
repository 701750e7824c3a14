package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Edits.adding;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.correct;
import static press.stet.testkit.rules.Asks.discard;
import static press.stet.testkit.rules.Asks.exactly;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.reviseFromLive;
import static press.stet.testkit.rules.Asks.reviseOverruling;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.takeUp;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.BlockId;
import press.stet.model.event.Event;
import press.stet.model.house.Notice;
import press.stet.model.story.Aside;
import press.stet.model.story.Edition;

/** An urgent correction of what readers see while a rewrite is in hand: the rewrite waits, and takes up what has changed. */
class SetAsideTest {

    private static final Version REWRITE = new Version(2);

    /** Version 2 adds a paragraph, version 3 corrects the headline for readers at once. */
    private static final Scene SET_ASIDE = aStoryLiveIn(EN)
            .then(REPORTER, revise(EN, adding(paragraph("Ships came in all night."))))
            .then(EDITOR, reviseFromLive(EN, headline("Port open since Monday")));

    private static final Scene CORRECTED = SET_ASIDE
            .then(EDITOR, submit(EN))
            .then(CHIEF, approve(EN))
            .then(PUBLISHER, correct(EN, Notice.of("It was Monday.")));

    private static final Scene TAKEN_UP = CORRECTED.then(REPORTER, takeUp(EN));

    @Test
    void an_urgent_correction_sets_the_rewrite_aside() {
        Then revised = given(aStoryLiveIn(EN).then(REPORTER, revise(EN, adding(paragraph("Ships came in.")))))
                .when(EDITOR, reviseFromLive(EN, headline("Port open since Monday")));

        revised.thenHappened(Event.WorkSetAside.class, Event.CopyRevised.class);
        assertThat(revised.edition(EN).aside()).extracting(Aside::version).containsExactly(REWRITE);
        assertThat(revised.desk().text(EN, 2)).isNotNull();
    }

    @Test
    void what_was_in_review_is_out_of_it_first_and_says_so() {
        given(aStoryLiveIn(EN).then(REPORTER, reviseAndSubmit(EN, adding(paragraph("Ships came in.")))))
                .when(EDITOR, reviseFromLive(EN, headline("Port open since Monday")))
                .thenHappened(Event.ApprovalsVoided.class, Event.WorkSetAside.class, Event.CopyRevised.class);
    }

    @Test
    void without_saying_so_nobody_sets_work_of_others_aside() {
        Version live = Version.FIRST;
        given(aStoryLiveIn(EN).then(REPORTER, revise(EN, headline("A rewrite"))))
                .when(EDITOR, Asks.on(live.number(), revise(EN, headline("Urgent"))))
                .thenRefusedBy("expected-version");
    }

    @Test
    void it_is_taken_up_again_after_the_correction() {
        Then taken = given(CORRECTED).when(REPORTER, takeUp(EN));

        taken.thenEvents(new Event.WorkTakenUp(EN, REWRITE));
        Edition edition = taken.edition(EN);
        assertThat(Objects.requireNonNull(edition.working().manuscript()).version())
                .isEqualTo(REWRITE);
        assertThat(edition.aside()).isEmpty();
        given(SET_ASIDE).when(REPORTER, takeUp(EN)).thenRefusedBy("out-of-turn");
        given(TAKEN_UP).when(REPORTER, takeUp(EN)).thenRefusedBy("unknown-version");
    }

    @Test
    void it_is_behind_in_each_block_that_was_changed_for_readers() {
        given(TAKEN_UP).when(REPORTER, submit(EN)).thenRefusedBy("behind-live").because("headline", "version 3");
    }

    @Test
    void it_goes_on_once_it_has_taken_the_block_up() {
        given(TAKEN_UP.then(REPORTER, revise(EN, headline("Port open since Monday"))))
                .when(REPORTER, submit(EN))
                .thenHappened(Event.SubmittedForReview.class);
        given(TAKEN_UP)
                .when(REPORTER, reviseAndSubmit(EN, headline("Port open since Monday")))
                .thenHappened(Event.CopyRevised.class, Event.SubmittedForReview.class);
    }

    @Test
    void or_once_it_has_overruled_it() {
        given(TAKEN_UP.then(
                        REPORTER,
                        reviseOverruling(EN, List.of(BlockId.HEADLINE), headline("Ships return to the port"))))
                .when(REPORTER, submit(EN))
                .thenHappened(Event.SubmittedForReview.class);
        given(TAKEN_UP.then(REPORTER, revise(EN, headline("Ships return to the port"))))
                .when(REPORTER, submit(EN))
                .thenRefusedBy("behind-live");
    }

    @Test
    void only_what_was_changed_is_overruled() {
        given(TAKEN_UP)
                .when(REPORTER, reviseOverruling(EN, List.of(BlockId.STANDFIRST), headline("Ships return to the port")))
                .thenRefusedBy("unknown-block")
                .because("standfirst", "headline");
    }

    @Test
    void what_both_have_changed_alike_is_taken_up_already() {
        given(aStoryLiveIn(EN)
                        .then(
                                REPORTER,
                                revise(EN, headline("Port open since Monday"), adding(paragraph("Ships came in."))))
                        .then(EDITOR, reviseFromLive(EN, headline("Port open since Monday")))
                        .then(EDITOR, submit(EN))
                        .then(CHIEF, approve(EN))
                        .then(PUBLISHER, publish(EN))
                        .then(REPORTER, takeUp(EN)))
                .when(REPORTER, submit(EN))
                .thenHappened(Event.SubmittedForReview.class);
    }

    @Test
    void it_is_behind_in_what_several_corrections_have_changed() {
        given(CORRECTED
                        .then(EDITOR, reviseAndSubmit(EN, adding(paragraph("The mayor was there."))))
                        .then(CHIEF, approve(EN))
                        .then(PUBLISHER, publish(EN))
                        .then(REPORTER, takeUp(EN))
                        .then(REPORTER, revise(EN, headline("Port open since Monday"))))
                .when(REPORTER, submit(EN))
                .thenRefusedBy("behind-live")
                .because("version 4");
    }

    @Test
    void who_wrote_what_was_set_aside_does_not_approve_it_after() {
        given(aStoryLiveIn(EN)
                        .then(EDITOR, revise(EN, adding(paragraph("Ships came in."))))
                        .then(CHIEF, reviseFromLive(EN, headline("Port open since Monday")))
                        .then(desk -> desk.accepted(CHIEF, discard(EN)))
                        .then(REPORTER, takeUp(EN))
                        .then(REPORTER, submit(EN)))
                .when(EDITOR, approve(EN))
                .thenRefusedBy("four-eyes");
    }

    @Test
    void what_was_set_aside_is_discarded_only_when_somebody_says_so() {
        given(CORRECTED)
                .when(REPORTER, exactly(new Command.DiscardDraft(EN, REWRITE)))
                .thenEvents(new Event.DraftDiscarded(EN, REWRITE));
        given(CORRECTED)
                .when(TRANSLATOR, exactly(new Command.DiscardDraft(EN, REWRITE)))
                .thenRefusedBy("permission");
    }
}
