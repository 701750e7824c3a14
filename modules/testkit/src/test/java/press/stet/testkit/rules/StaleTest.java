package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Edits.adding;
import static press.stet.testkit.copy.Edits.bylines;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.replacing;
import static press.stet.testkit.copy.Edits.without;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.assignTranslation;
import static press.stet.testkit.rules.Asks.cancelTranslation;
import static press.stet.testkit.rules.Asks.confirm;
import static press.stet.testkit.rules.Asks.correct;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aTranslationDelivered;
import static press.stet.testkit.rules.Scenes.aTranslationRequested;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.event.Event;
import press.stet.model.house.Notice;
import press.stet.model.story.Edition;
import press.stet.model.story.Job;
import press.stet.model.story.Stale;

/** A translation knows, block by block, what it has not seen of its source. */
class StaleTest {

    private static Scene corrected(UnaryOperator<Copy> edit) {
        return Scenes.nothing()
                .then(REPORTER, reviseAndSubmit(EN, edit))
                .then(EDITOR, approve(EN))
                .then(PUBLISHER, correct(EN, Notice.NONE));
    }

    private static void staleIn(Edition edition, String... blocks) {
        Stale stale = edition.stale();
        assertThat(
                        stale == null
                                ? List.<String>of()
                                : stale.all().stream().map(BlockId::text).toList())
                .containsExactly(blocks);
    }

    @Test
    void a_correction_makes_every_translation_stale_in_exactly_what_was_corrected() {
        Given story = given(aStoryLiveIn(EN, RU, KK)
                .then(corrected(
                        replacing(2, block -> new Block.Paragraph(block.id(), null, "No ship since Tuesday.")))));

        staleIn(story.desk().edition(RU), "v1-3");
        staleIn(story.desk().edition(KK), "v1-3");
    }

    @Test
    void what_is_only_worked_on_makes_nothing_stale() {
        Given story = given(aStoryLiveIn(EN, RU)
                .then(REPORTER, reviseAndSubmit(EN, headline("Another")))
                .then(EDITOR, approve(EN)));

        staleIn(story.desk().edition(RU));
    }

    @Test
    void staleness_is_a_matter_of_text_and_not_of_time() {
        Given story = given(aStoryLiveIn(EN, RU)
                .then(corrected(headline("Another")))
                .then(corrected(headline("Harbour reopens after storm"))));

        staleIn(story.desk().edition(RU));
    }

    @Test
    void a_minor_change_is_not_to_be_taken_up() {
        Scene minor = aStoryLiveIn(EN, RU)
                .then(REPORTER, reviseAndSubmit(EN, headline("Harbour re-opens after storm")))
                .then(EDITOR, approve(EN))
                .then(PUBLISHER, publish(EN, PublicationKind.MINOR));

        staleIn(given(minor).desk().edition(RU));
        staleIn(given(minor.then(corrected(adding(paragraph("More."))))).desk().edition(RU), "v3-7");
    }

    @Test
    void the_job_opens_again_with_only_those_blocks() {
        Given story = given(aStoryLiveIn(EN, RU).then(corrected(headline("Another"))));

        Job job = story.desk().edition(RU).job();
        assertThat(job).isNotNull();
        assertThat(job.source()).isEqualTo(new Source(EN, new Version(2)));
        assertThat(job.blocks()).containsExactly(BlockId.HEADLINE);
    }

    @Test
    void a_translation_that_was_never_published_is_told_of_a_correction_too() {
        Given story = given(aTranslationDelivered(RU).then(corrected(headline("Another"))));

        staleIn(story.desk().edition(RU), "headline");
    }

    @Test
    void delivered_anew_from_what_readers_see_it_is_stale_no_more() {
        given(aStoryLiveIn(EN, RU).then(corrected(headline("Another"))))
                .when(TRANSLATOR, deliver(aTranslation(RU)))
                .thenHappened(Event.TranslationDelivered.class)
                .and()
                .desk();
        Given delivered =
                given(aStoryLiveIn(EN, RU).then(corrected(headline("Another"))).then(TRANSLATOR, deliver(RU)));
        staleIn(delivered.desk().edition(RU));
        assertThat(delivered.desk().edition(RU).job()).isNull();
    }

    @Test
    void made_from_an_older_version_than_readers_see_it_is_stale_at_once() {
        given(aTranslationRequested(RU).then(corrected(headline("Another"))))
                .when(TRANSLATOR, deliver(RU))
                .thenHappened(Event.TranslationDelivered.class, Event.TranslationStale.class);
    }

    @Test
    void confirmed_it_stands_for_what_readers_see() {
        Then confirmed =
                given(aStoryLiveIn(EN, RU).then(corrected(headline("Another")))).when(TRANSLATOR, confirm(RU));

        confirmed.thenEvents(new Event.TranslationConfirmed(RU, new Source(EN, new Version(2))));
        staleIn(confirmed.edition(RU));
        assertThat(confirmed.edition(RU).job()).isNull();
        Given later = given(aStoryLiveIn(EN, RU)
                .then(corrected(headline("Another")))
                .then(TRANSLATOR, confirm(RU))
                .then(corrected(adding(paragraph("More.")))));
        staleIn(later.desk().edition(RU), "v3-7");
    }

    @Test
    void what_is_not_stale_or_has_changed_again_is_not_confirmed() {
        given(aStoryLiveIn(EN, RU)).when(TRANSLATOR, confirm(RU)).thenRefusedBy("out-of-turn");
        given(aStoryLiveIn(EN, RU).then(corrected(headline("Another"))))
                .when(TRANSLATOR, on(1, confirm(RU)))
                .thenRefusedBy("expected-version")
                .because("en@1", "version 2");
        given(aStoryLiveIn(EN, RU).then(corrected(headline("Another"))))
                .when(PUBLISHER, confirm(RU))
                .thenRefusedBy("permission");
    }

    @Test
    void what_was_made_ahead_of_readers_is_not_stale() {
        Scene ahead = aStoryLiveIn(EN)
                .then(REPORTER, reviseAndSubmit(EN, headline("Another")))
                .then(TRANSLATOR, deliver(aTranslation(RU), EN, new Version(2)));

        staleIn(given(ahead).desk().edition(RU));
        staleIn(given(ahead.then(EDITOR, approve(EN)).then(PUBLISHER, publish(EN)))
                .desk()
                .edition(RU));
    }

    @Test
    void what_is_gone_from_the_source_is_stale_too() {
        Given story = given(aStoryLiveIn(EN, RU).then(corrected(without(0))));

        staleIn(story.desk().edition(RU), "v1-1");
    }

    @Test
    void it_goes_on_through_a_translation_that_others_were_made_from() {
        Scene pivot = aStoryLiveIn(EN, RU)
                .then(TRANSLATOR, deliver(aTranslation(KK), RU, null))
                .then(corrected(headline("Another")));

        staleIn(given(pivot).desk().edition(KK), "headline");
        given(pivot).when(TRANSLATOR, confirm(KK)).thenRefusedBy("out-of-turn").because("its source ru");
        Given taken = given(pivot.then(TRANSLATOR, confirm(RU)));
        staleIn(taken.desk().edition(KK));
    }

    @Test
    void a_job_is_given_to_whoever_has_the_language_or_takes_it_up() {
        given(aTranslationRequested(RU))
                .when(EDITOR, assignTranslation(RU, TRANSLATOR))
                .thenHappened(Event.TranslationAssigned.class);
        given(aTranslationRequested(RU))
                .when(TRANSLATOR, assignTranslation(RU, TRANSLATOR))
                .accepted();
        given(aTranslationRequested(RU))
                .when(TRANSLATOR, assignTranslation(RU, REPORTER))
                .thenRefusedBy("permission");
        given(aTranslationRequested(RU))
                .when(EDITOR, assignTranslation(RU, PUBLISHER))
                .thenRefusedBy("permission");
        given(aStoryLiveIn(EN)).when(EDITOR, assignTranslation(RU, TRANSLATOR)).thenRefusedBy("out-of-turn");
    }

    @Test
    void cancelled_the_job_is_gone_and_the_translation_still_stale() {
        Then cancelled =
                given(aStoryLiveIn(EN, RU).then(corrected(headline("Another")))).when(EDITOR, cancelTranslation(RU));

        cancelled.thenHappened(Event.TranslationCancelled.class);
        staleIn(cancelled.edition(RU), "headline");
    }

    @Test
    void facts_that_change_in_the_source_reach_readers_of_its_translations_at_once_by_a_number_of_their_own() {
        Then published = given(aStoryLiveIn(EN, RU, KK)
                        .then(CHIEF, reviseAndSubmit(EN, bylines("Somebody Else")))
                        .then(EDITOR, approve(EN)))
                .when(PUBLISHER, publish(EN));

        published.thenHappened(Event.EditionPublished.class, Event.FactsTaken.class, Event.FactsTaken.class);
        for (Language language : List.of(RU, KK)) {
            assertThat(published.live(language).copy().bylines()).containsExactly("Somebody Else");
            assertThat(published.live(language).number()).isEqualTo(2);
        }
    }
}
