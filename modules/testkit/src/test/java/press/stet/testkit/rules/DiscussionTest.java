package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STRANGER;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.answer;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.blockingNote;
import static press.stet.testkit.rules.Asks.claim;
import static press.stet.testkit.rules.Asks.note;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.reassign;
import static press.stet.testkit.rules.Asks.recall;
import static press.stet.testkit.rules.Asks.release;
import static press.stet.testkit.rules.Asks.requestChanges;
import static press.stet.testkit.rules.Asks.resolve;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.schedule;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.BlockId;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.story.Discussion;
import press.stet.testkit.house.Rules;

/** Who sees to which check, and what people remark on while a version is judged. */
class DiscussionTest {

    private static final Version ONE = Version.FIRST;

    private static final Scene CLAIMED = aStoryInReview().then(EDITOR, claim(EN, Check.EDITOR, EDITOR));

    @Test
    void an_editor_sees_to_a_check_so_that_nobody_else_need() {
        given(aStoryInReview())
                .when(EDITOR, claim(EN, Check.EDITOR, EDITOR))
                .thenEvents(new Event.ReviewClaimed(EN, Check.EDITOR, EDITOR));
        given(CLAIMED)
                .when(CHIEF, claim(EN, Check.EDITOR, CHIEF))
                .thenRefusedBy("out-of-turn")
                .because("editor sees to the editor check");
    }

    @Test
    void a_claim_keeps_nobody_from_approving() {
        given(CLAIMED).when(CHIEF, approve(EN)).thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void where_the_house_asks_for_two_two_see_to_it() {
        given(inAHouseWith(Rules.asking(RULES, Check.EDITOR, 2)), CLAIMED)
                .when(CHIEF, claim(EN, Check.EDITOR, CHIEF))
                .thenHappened(Event.ReviewClaimed.class);
    }

    @Test
    void a_claim_is_released_and_given_to_another() {
        given(CLAIMED)
                .when(EDITOR, release(EN, Check.EDITOR, EDITOR))
                .thenEvents(new Event.ReviewReleased(EN, Check.EDITOR, EDITOR));
        given(CLAIMED)
                .when(CHIEF, reassign(EN, Check.EDITOR, EDITOR, CHIEF))
                .thenEvents(
                        new Event.ReviewReleased(EN, Check.EDITOR, EDITOR),
                        new Event.ReviewClaimed(EN, Check.EDITOR, CHIEF));
        given(CLAIMED).when(LEGAL, release(EN, Check.EDITOR, EDITOR)).thenRefusedBy("permission");
        given(aStoryInReview()).when(EDITOR, release(EN, Check.EDITOR, EDITOR)).thenRefusedBy("out-of-turn");
    }

    @Test
    void only_who_could_give_a_check_sees_to_it() {
        given(aStoryInReview())
                .when(REPORTER, claim(EN, Check.EDITOR, REPORTER))
                .thenRefusedBy("permission");
        given(aStoryInReview()).when(CHIEF, claim(EN, Check.EDITOR, REPORTER)).thenRefusedBy("permission");
        given(aStoryFiledBy(EDITOR).then(REPORTER, submit(EN)))
                .when(EDITOR, claim(EN, Check.EDITOR, EDITOR))
                .thenRefusedBy("four-eyes");
        given(aStoryInReview()).when(LEGAL, claim(EN, LEGAL_CHECK, LEGAL)).thenRefusedBy("checks");
    }

    @Test
    void a_claim_outlives_a_new_version_but_not_of_whoever_wrote_it() {
        assertThat(given(CLAIMED)
                        .when(REPORTER, reviseAndSubmit(EN, headline("Better")))
                        .edition(EN)
                        .discussion()
                        .isClaimed(Check.EDITOR, EDITOR))
                .isTrue();
        assertThat(given(CLAIMED)
                        .when(EDITOR, reviseAndSubmit(EN, headline("Better")))
                        .edition(EN)
                        .discussion()
                        .claims())
                .isEmpty();
    }

    @Test
    void a_note_points_at_a_block_of_a_version() {
        given(aStoryInReview())
                .when(CHIEF, note(EN, BlockId.HEADLINE, "Long."))
                .thenEvents(new Event.NoteAdded(EN, 1, ONE, BlockId.HEADLINE, "Long.", false));
        given(aStoryInReview())
                .when(CHIEF, note(EN, new BlockId("p99"), "Long."))
                .thenRefusedBy("unknown-block");
        given(aStoryInReview()).when(CHIEF, on(2, note(EN, null, "Flat."))).thenRefusedBy("expected-version");
        given(aStoryLiveIn(EN)).when(CHIEF, note(EN, null, "Well done.")).thenHappened(Event.NoteAdded.class);
    }

    @Test
    void an_unresolved_blocking_note_holds_the_approval() {
        Scene noted = aStoryInReview().then(CHIEF, blockingNote(EN, null, "Who says so?"));

        given(noted).when(EDITOR, approve(EN)).thenRefusedBy("open-notes").because("note 1 of chief");
        given(noted.then(REPORTER, answer(EN, 1, "The minister.")))
                .when(EDITOR, approve(EN))
                .thenRefusedBy("open-notes");
        given(noted.then(CHIEF, resolve(EN, 1)))
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
        given(aStoryInReview().then(CHIEF, note(EN, null, "Flat.")))
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void a_blocking_note_on_what_is_approved_holds_its_publication() {
        Scene noted = aStoryApproved().then(CHIEF, blockingNote(EN, null, "Is he dead?"));

        given(noted).when(PUBLISHER, publish(EN)).thenRefusedBy("open-notes");
        given(noted).when(PUBLISHER, schedule(EN, Duration.ofHours(1))).thenRefusedBy("open-notes");
        Desk desk = given(aStoryApproved()
                        .then(PUBLISHER, schedule(EN, Duration.ofHours(1)))
                        .then(CHIEF, blockingNote(EN, null, "Is he dead?")))
                .desk();
        desk.newsroom().later(Duration.ofHours(1));
        desk.newsroom().fire();
        assertThat(desk.newsroom().log().entries().getLast().event())
                .isInstanceOfSatisfying(
                        Event.ScheduleRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("open-notes"));
    }

    @Test
    void a_request_for_changes_carries_notes_that_block() {
        List<Command.Remark> remarks =
                List.of(new Command.Remark(BlockId.HEADLINE, "Long."), new Command.Remark(null, "Flat."));

        Then sentBack = given(aStoryInReview()).when(EDITOR, requestChanges(EN, "See the notes.", remarks));

        sentBack.thenEvents(
                new Event.ChangesRequested(EN, ONE, Check.EDITOR, "See the notes."),
                new Event.NoteAdded(EN, 1, ONE, BlockId.HEADLINE, "Long.", true),
                new Event.NoteAdded(EN, 2, ONE, null, "Flat.", true));
        given(aStoryInReview()
                        .then(EDITOR, requestChanges(EN, "See the notes.", remarks))
                        .then(REPORTER, reviseAndSubmit(EN, headline("Short")))
                        .then(EDITOR, resolve(EN, 1)))
                .when(EDITOR, approve(EN))
                .thenRefusedBy("open-notes")
                .because("note 2");
        given(aStoryInReview())
                .when(EDITOR, requestChanges(EN, "See it.", List.of(new Command.Remark(new BlockId("p99"), "Who?"))))
                .thenRefusedBy("unknown-block");
    }

    @Test
    void a_writer_does_not_resolve_what_others_hold_against_the_version() {
        Scene edited = aStoryInReview()
                .then(CHIEF, blockingNote(EN, null, "Who says so?"))
                .then(EDITOR, reviseAndSubmit(EN, headline("Ministry: port open")));

        given(edited).when(REPORTER, resolve(EN, 1)).thenRefusedBy("permission");
        given(edited).when(EDITOR, resolve(EN, 1)).thenRefusedBy("four-eyes");
        given(edited).when(CHIEF, resolve(EN, 1)).thenEvents(new Event.NoteResolved(EN, 1));
    }

    @Test
    void only_who_may_send_a_version_back_blocks_it() {
        given(aStoryInReview()).when(REPORTER, blockingNote(EN, null, "Wait.")).thenRefusedBy("permission");
        given(aStoryInReview()).when(REPORTER, note(EN, null, "Wait.")).thenHappened(Event.NoteAdded.class);
        given(aStoryInReview()).when(STRANGER, note(EN, null, "Wait.")).thenRefusedBy("unknown-person");
    }

    @Test
    void what_was_resolved_is_not_answered() {
        Scene resolved = aStoryInReview().then(CHIEF, note(EN, null, "Flat.")).then(CHIEF, resolve(EN, 1));

        given(resolved).when(REPORTER, answer(EN, 1, "No.")).thenRefusedBy("unknown-note");
        given(resolved).when(CHIEF, resolve(EN, 1)).thenRefusedBy("unknown-note");
        given(resolved)
                .when(CHIEF, note(EN, null, "Flat."))
                .thenEvents(new Event.NoteAdded(EN, 2, ONE, null, "Flat.", false));
    }

    @Test
    void no_edition_has_more_open_notes_than_there_is_room_for() {
        Scene scene = aStoryInReview();
        for (int count = 1; count <= Discussion.MOST_OPEN_NOTES; count++) {
            scene = scene.then(CHIEF, note(EN, null, "Note " + count));
        }
        given(scene).when(CHIEF, note(EN, null, "One more")).thenRefusedBy("limit");
        given(scene.then(CHIEF, resolve(EN, 7)))
                .when(CHIEF, note(EN, null, "One more"))
                .thenHappened(Event.NoteAdded.class);
    }

    @Test
    void nothing_of_another_language_is_judged_by_it() {
        given(aStoryLiveIn(EN, RU).then(CHIEF, blockingNote(EN, null, "Is it so?")))
                .when(TRANSLATOR, revise(RU, headline("Порт снова открыт")))
                .thenHappened(Event.CopyRevised.class);
        given(aStoryInReview()).when(CHIEF, note(RU, null, "Flat.")).thenRefusedBy("unknown-edition");
        given(aStoryInReview()).when(CHIEF, claim(RU, Check.EDITOR, CHIEF)).thenRefusedBy("unknown-edition");
        given(aStoryInReview().then(REPORTER, recall(EN)))
                .when(EDITOR, claim(EN, Check.EDITOR, EDITOR))
                .thenRefusedBy("out-of-turn");
    }
}
