package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReportIn;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.STRANGER;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.assign;
import static press.stet.testkit.rules.Asks.cancelTranslation;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.discard;
import static press.stet.testkit.rules.Asks.embargo;
import static press.stet.testkit.rules.Asks.embargoUntilLifted;
import static press.stet.testkit.rules.Asks.exactly;
import static press.stet.testkit.rules.Asks.fileAnew;
import static press.stet.testkit.rules.Asks.hold;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.liftEmbargo;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.requestChanges;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.resend;
import static press.stet.testkit.rules.Asks.restore;
import static press.stet.testkit.rules.Asks.resume;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.schedule;
import static press.stet.testkit.rules.Asks.spike;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aStoryWithdrawn;
import static press.stet.testkit.rules.Scenes.aTranslationDelivered;
import static press.stet.testkit.rules.Scenes.aTranslationRequested;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.command.Command;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Event;
import press.stet.model.story.Working;

/** A story is steered as a whole: held, spiked, kept from the public, given to somebody. */
class SteeringTest {

    @Test
    void held_nothing_is_submitted_approved_or_published_and_everything_else_goes_on() {
        Scene held = aStoryLiveIn(EN)
                .then(REPORTER, revise(EN, headline("A rewrite")))
                .then(EDITOR, hold());

        given(held).when(REPORTER, submit(EN)).thenRefusedBy("held").because("editor", "being asked again");
        given(held).when(REPORTER, reviseAndSubmit(EN, headline("Another"))).thenRefusedBy("held");
        given(held).when(REPORTER, revise(EN, headline("Another"))).thenHappened(Event.CopyRevised.class);
        given(held).when(TRANSLATOR, deliver(RU)).accepted();
        given(held).when(PUBLISHER, withdraw(EN)).thenHappened(Event.EditionWithdrawn.class);
        given(held).when(CHIEF, kill()).accepted();
        given(aStoryInReview().then(EDITOR, hold())).when(EDITOR, approve(EN)).thenRefusedBy("held");
        given(aStoryInReview().then(EDITOR, hold()))
                .when(EDITOR, requestChanges(EN, "Who says so?"))
                .thenHappened(Event.ChangesRequested.class);
        given(aStoryApproved().then(EDITOR, hold()))
                .when(PUBLISHER, publish(EN))
                .thenRefusedBy("held");
        given(held).when(EDITOR, hold()).thenRefusedBy("held");
    }

    @Test
    void resumed_it_goes_on_and_nothing_is_published_by_that() {
        given(aStoryApproved().then(EDITOR, hold()))
                .when(EDITOR, resume())
                .thenHappened(Event.StoryResumed.class)
                .and()
                .when(PUBLISHER, publish(EN))
                .thenHappened(Event.EditionPublished.class);
        given(aStoryApproved()).when(EDITOR, resume()).thenRefusedBy("out-of-turn");
        given(aStoryApproved()).when(REPORTER, hold()).thenRefusedBy("permission");
    }

    @Test
    void spiked_a_story_is_dropped_in_every_language_and_restored_each_is_a_draft() {
        Then spiked = given(aStoryApproved().then(TRANSLATOR, deliver(RU)).then(TRANSLATOR, submit(RU)))
                .when(EDITOR, spike());
        spiked.thenHappened(Event.StorySpiked.class);
        assertThat(spiked.edition(EN).working()).isInstanceOf(Working.Spiked.class);
        assertThat(spiked.edition(RU).working()).isInstanceOf(Working.Spiked.class);

        Then restored = spiked.and().when(EDITOR, restore());
        restored.thenHappened(Event.StoryRestored.class);
        assertThat(restored.edition(EN).working()).isInstanceOf(Working.Draft.class);
        assertThat(restored.edition(RU).working()).isInstanceOf(Working.Draft.class);
        restored.and().when(PUBLISHER, publish(EN)).thenRefusedBy("out-of-turn");
    }

    @Test
    void a_spiked_story_takes_nothing_but_its_restoration_or_its_end() {
        Scene spiked = aStoryFiledBy(REPORTER).then(EDITOR, spike());

        given(spiked)
                .when(REPORTER, revise(EN, headline("Another")))
                .thenRefusedBy("spiked")
                .because("restore");
        given(spiked).when(TRANSLATOR, deliver(RU)).thenRefusedBy("spiked");
        given(spiked).when(EDITOR, spike()).thenRefusedBy("spiked");
        given(spiked).when(EDITOR, hold()).thenRefusedBy("spiked");
        given(spiked).when(CHIEF, kill()).accepted();
        given(aStoryFiledBy(REPORTER)).when(EDITOR, restore()).thenRefusedBy("out-of-turn");
    }

    @Test
    void what_was_asked_for_ends_with_a_spike() {
        given(aStoryInReview().then(EDITOR, requestTranslation(RU)))
                .when(EDITOR, spike())
                .thenHappened(Event.TranslationCancelled.class, Event.StorySpiked.class);
    }

    @Test
    void what_readers_have_seen_is_not_spiked() {
        given(aStoryLiveIn(EN))
                .when(EDITOR, spike())
                .thenRefusedBy("out-of-turn")
                .because("withdraw");
        given(aStoryWithdrawn()).when(EDITOR, spike()).thenRefusedBy("out-of-turn");
    }

    @Test
    void an_embargo_blocks_publication_in_every_language_until_its_moment() {
        Given embargoed = given(aStoryApproved().then(PUBLISHER, embargo(Duration.ofMinutes(10))));

        embargoed.when(PUBLISHER, publish(EN)).thenRefusedBy("embargo").because("publisher", "before");
        embargoed.desk().newsroom().later(Duration.ofMinutes(10));
        embargoed.when(PUBLISHER, publish(EN)).thenHappened(Event.EditionPublished.class);
    }

    @Test
    void an_embargo_blocks_a_second_language_too() {
        given(aStoryApproved()
                        .then(TRANSLATOR, deliver(RU))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU))
                        .then(PUBLISHER, embargoUntilLifted()))
                .when(PUBLISHER, publish(RU))
                .thenRefusedBy("embargo")
                .because("until it is lifted");
    }

    @Test
    void embargo_blocks_publication_at_every_door() {
        Scene ready = aStoryApproved()
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(EDITOR, approve(RU))
                .then(PUBLISHER, embargo(Duration.ofMinutes(10)));
        for (Language language : List.of(EN, RU)) {
            given(ready).when(PUBLISHER, publish(language)).thenRefusedBy("embargo");
            given(ready)
                    .when(PUBLISHER, schedule(language, Duration.ofMinutes(5)))
                    .thenRefusedBy("embargo");
        }

        Given over = given(ready);
        Instant until = Objects.requireNonNull(over.desk().story().embargo()).until();
        over.desk().newsroom().later(Duration.ofMinutes(10));
        Then shown = over.when(PUBLISHER, publish(EN));

        assertThat(shown.live(EN).notBefore())
                .as("what the doors behind the rules go by")
                .isEqualTo(until);
        assertThat(given(aStoryLiveIn(EN)).desk().live(EN).notBefore()).isNull();
        assertThat(given(aStoryApproved()
                                .then(PUBLISHER, embargoUntilLifted())
                                .then(PUBLISHER, liftEmbargo())
                                .then(PUBLISHER, publish(EN)))
                        .desk()
                        .live(EN)
                        .notBefore())
                .isNull();
    }

    @Test
    void lifted_it_keeps_nobody_from_anything() {
        given(aStoryApproved().then(PUBLISHER, embargoUntilLifted()))
                .when(PUBLISHER, liftEmbargo())
                .thenHappened(Event.EmbargoLifted.class)
                .and()
                .when(PUBLISHER, publish(EN))
                .accepted();
        given(aStoryApproved()).when(PUBLISHER, liftEmbargo()).thenRefusedBy("out-of-turn");
    }

    @Test
    void an_embargo_comes_too_late_for_what_readers_see_and_before_a_moment_that_is_gone() {
        given(aStoryLiveIn(EN)).when(PUBLISHER, embargoUntilLifted()).thenRefusedBy("already-public");
        given(aStoryWithdrawn()).when(PUBLISHER, embargoUntilLifted()).thenHappened(Event.EmbargoSet.class);
        given(aStoryApproved()).when(PUBLISHER, embargo(Duration.ZERO)).thenRefusedBy("out-of-turn");
        given(aStoryApproved()).when(REPORTER, embargoUntilLifted()).thenRefusedBy("permission");
    }

    @Test
    void discarded_what_was_in_hand_is_gone_and_what_readers_see_stays() {
        Then discarded = given(aStoryLiveIn(EN).then(REPORTER, revise(EN, headline("A rewrite"))))
                .when(REPORTER, discard(EN));
        discarded.thenHappened(Event.DraftDiscarded.class);
        assertThat(discarded.edition(EN).working()).isInstanceOf(Working.None.class);
        assertThat(discarded.live(EN).number()).isEqualTo(1);
        discarded.and().when(REPORTER, revise(EN, headline("Again"))).accepted();
    }

    @Test
    void a_discarded_translation_is_delivered_anew() {
        given(aTranslationDelivered(RU).then(TRANSLATOR, discard(RU)))
                .when(TRANSLATOR, deliver(RU))
                .accepted();
    }

    @Test
    void whoever_wrote_what_was_discarded_still_does_not_approve_what_comes_after() {
        given(aStoryLiveIn(EN)
                        .then(EDITOR, revise(EN, headline("A rewrite")))
                        .then(EDITOR, discard(EN))
                        .then(REPORTER, reviseAndSubmit(EN, headline("The same rewrite"))))
                .when(EDITOR, approve(EN))
                .thenRefusedBy("four-eyes");
    }

    @Test
    void nothing_is_discarded_that_nothing_would_be_left_of_or_that_has_changed_meanwhile() {
        given(aStoryFiledBy(REPORTER))
                .when(REPORTER, discard(EN))
                .thenRefusedBy("out-of-turn")
                .because("spike");
        given(aStoryLiveIn(EN)).when(REPORTER, discard(EN)).thenRefusedBy("out-of-turn");
        given(aStoryLiveIn(EN).then(EDITOR, revise(EN, headline("A rewrite"))))
                .when(REPORTER, on(1, discard(EN)))
                .thenRefusedBy("expected-version");
    }

    @Test
    void a_story_is_somebodys_until_it_is_somebody_elses() {
        given(aStoryFiledBy(REPORTER))
                .when(EDITOR, assign(REPORTER))
                .thenHappened(Event.StoryAssigned.class)
                .and()
                .when(EDITOR, exactly(new Command.AssignStory(null, null)))
                .thenHappened(Event.StoryAssigned.class);
        given(aStoryFiledBy(REPORTER)).when(EDITOR, assign(STRANGER)).thenRefusedBy("unknown-person");
        given(aStoryFiledBy(REPORTER)).when(REPORTER, assign(REPORTER)).thenRefusedBy("permission");
    }

    @Test
    void a_translation_that_was_asked_for_can_be_cancelled_and_asked_for_again() {
        given(aTranslationRequested(RU))
                .when(EDITOR, cancelTranslation(RU))
                .thenHappened(Event.TranslationCancelled.class)
                .and()
                .when(EDITOR, requestTranslation(RU))
                .accepted();
        given(aStoryLiveIn(EN)).when(EDITOR, cancelTranslation(RU)).thenRefusedBy("out-of-turn");
    }

    @Test
    void a_second_original_goes_its_own_way() {
        Scene two = aStoryLiveIn(EN).then(REPORTER, fileAnew(aReportIn(RU)));

        given(two.then(REPORTER, submit(RU)).then(EDITOR, approve(RU)))
                .when(PUBLISHER, publish(RU))
                .thenHappened(Event.EditionPublished.class);
        given(two).when(TRANSLATOR, deliver(RU)).thenRefusedBy("out-of-turn");
        given(two).when(REPORTER, fileAnew(aReportIn(RU))).thenRefusedBy("out-of-turn");
        given(aTranslationRequested(RU))
                .when(REPORTER, fileAnew(aTranslation(RU)))
                .thenRefusedBy("out-of-turn")
                .because("cancel");
    }

    @Test
    void sent_once_more_readers_are_shown_what_they_were_shown_by_the_same_number() {
        Then resent = given(aStoryLiveIn(EN)).when(PUBLISHER, resend(EN));
        resent.thenHappened(Event.EditionResent.class);
        assertThat(resent.accepted().snapshots()).singleElement().isInstanceOfSatisfying(Snapshot.Live.class, live -> {
            assertThat(live.number()).isEqualTo(1);
            assertThat(live.at()).isEqualTo(live.publishedAt());
        });
        given(aStoryApproved()).when(PUBLISHER, resend(EN)).thenRefusedBy("out-of-turn");
        given(aStoryWithdrawn()).when(PUBLISHER, resend(EN)).thenRefusedBy("out-of-turn");
    }
}
