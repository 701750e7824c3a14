package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Edits.bylines;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.confirm;
import static press.stet.testkit.rules.Asks.correct;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.discard;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.resend;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.inAHouseWith;
import static press.stet.testkit.rules.Scenes.nothing;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Copy;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Notice;
import press.stet.model.house.Sentences;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.testkit.house.Rules;

/** What readers see of a translation while it is not up to date, or its original is not to be seen. */
class MeanwhileTest {

    private static final Notice CHANGED =
            new Notice(List.of(new Notice.Worded(RU, "Оригинал изменился.")), "The original has changed.");

    private static final HouseRules SPEAKING =
            Rules.saying(RULES, new Sentences(Notice.NONE, Notice.NONE, Notice.NONE, CHANGED));

    private static final Scene NOTICE = inAHouseWith(Rules.translating(SPEAKING, meanwhile(WhileStale.NOTICE, false)));

    private static final Scene WITHDRAW =
            inAHouseWith(Rules.translating(SPEAKING, meanwhile(WhileStale.WITHDRAW, false)));

    private static final Scene TOGETHER = inAHouseWith(Rules.translating(SPEAKING, meanwhile(WhileStale.KEEP, true)));

    private static final Scene CORRECTED = aStoryLiveIn(EN, RU).then(rewritten(headline("Another")));

    @Test
    void readers_are_told_in_their_language_that_the_original_has_changed() {
        Then corrected = given(NOTICE, CORRECTED).when(PUBLISHER, correct(EN, Notice.NONE));

        corrected.thenHappened(Event.EditionPublished.class, Event.TranslationStale.class, Event.ReadersTold.class);
        Snapshot.Live russian = corrected.live(RU);
        assertThat(russian.stale()).isEqualTo("Оригинал изменился.");
        assertThat(russian.number()).isEqualTo(2);
        assertThat(russian.updatedAt()).as("the copy has not changed").isEqualTo(russian.publishedAt());
        assertThat(corrected.live(EN).stale()).isNull();
    }

    @Test
    void they_are_told_until_what_was_delivered_is_published() {
        Given told = given(
                NOTICE,
                CORRECTED
                        .then(PUBLISHER, correct(EN, Notice.NONE))
                        .then(TRANSLATOR, deliver(edited(aTranslation(RU), headline("Другой заголовок"))))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU)));
        assertThat(told.desk().live(RU).stale()).isNotNull();

        Then published = told.when(PUBLISHER, publish(RU)).thenHappened(Event.EditionPublished.class);

        assertThat(published.live(RU).stale()).isNull();
        assertThat(published.live(RU).number()).isEqualTo(3);
    }

    @Test
    void they_are_told_until_it_was_found_right_as_it_is() {
        Then confirmed = given(NOTICE, CORRECTED.then(PUBLISHER, correct(EN, Notice.NONE)))
                .when(TRANSLATOR, confirm(RU))
                .thenHappened(Event.TranslationConfirmed.class, Event.ReadersTold.class);

        assertThat(confirmed.live(RU).stale()).isNull();
        assertThat(confirmed.live(RU).number()).isEqualTo(3);
    }

    @Test
    void they_are_told_until_the_original_says_what_was_translated() {
        Scene wrong = CORRECTED
                .then(PUBLISHER, correct(EN, Notice.NONE))
                .then(rewritten(headline("Harbour reopens after storm")));

        Then righted = given(NOTICE, wrong).when(PUBLISHER, correct(EN, Notice.NONE));

        assertThat(righted.live(RU).stale()).isNull();
    }

    @Test
    void a_minor_change_tells_nobody() {
        given(NOTICE, CORRECTED)
                .when(PUBLISHER, publish(EN, PublicationKind.MINOR))
                .thenHappened(Event.EditionPublished.class);
        Scene inHand = CORRECTED.then(TRANSLATOR, reviseAndSubmit(RU, headline("Ещё лучше")));
        assertThat(given(NOTICE, inHand)
                        .when(PUBLISHER, publish(EN, PublicationKind.MINOR))
                        .live(RU)
                        .stale())
                .isNull();
    }

    @Test
    void what_is_in_hand_helps_no_reader_however_much_it_has_seen() {
        Scene ahead = CORRECTED.then(TRANSLATOR, deliver(aTranslation(RU), EN, new Version(2)));

        Then corrected = given(NOTICE, ahead).when(PUBLISHER, correct(EN, Notice.NONE));

        corrected.thenHappened(Event.EditionPublished.class, Event.ReadersTold.class);
        assertThat(corrected.edition(RU).stale()).isNull();
        assertThat(corrected.live(RU).stale()).isNotNull();
    }

    @Test
    void what_is_in_hand_and_older_than_what_they_see_concerns_no_reader() {
        Scene upToDate = CORRECTED.then(PUBLISHER, correct(EN, Notice.NONE)).then(TRANSLATOR, confirm(RU));

        Then older = given(NOTICE, upToDate)
                .when(TRANSLATOR, deliver(edited(aTranslation(RU), headline("Старое")), EN, Version.FIRST));

        assertThat(older.edition(RU).stale()).isNotNull();
        assertThat(older.live(RU).stale()).isNull();
        assertThat(older.and().when(TRANSLATOR, discard(RU)).live(RU).stale()).isNull();
    }

    @Test
    void a_translation_of_the_translation_is_told_of_too_and_other_facts_take_nothing_back() {
        Scene pivot = aStoryLiveIn(EN, RU)
                .then(TRANSLATOR, deliver(aTranslation(KK), RU, null))
                .then(TRANSLATOR, submit(KK))
                .then(EDITOR, approve(KK))
                .then(PUBLISHER, publish(KK))
                .then(rewritten(headline("Another")));

        Given corrected = given(NOTICE, pivot.then(PUBLISHER, correct(EN, Notice.NONE)));
        assertThat(corrected.desk().live(KK).stale()).isEqualTo("The original has changed.");

        Given again = given(
                NOTICE,
                pivot.then(PUBLISHER, correct(EN, Notice.NONE))
                        .then(rewritten(bylines("Somebody Else")))
                        .then(PUBLISHER, correct(EN, Notice.NONE))
                        .then(PUBLISHER, resend(KK)));
        assertThat(again.desk().live(KK).copy().bylines()).containsExactly("Somebody Else");
        assertThat(again.desk().live(KK).stale()).isEqualTo("The original has changed.");
    }

    @Test
    void a_translation_that_goes_out_behind_its_original_says_so_at_once() {
        Scene late = aStoryLiveIn(EN)
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(EDITOR, approve(RU))
                .then(rewritten(headline("Another")))
                .then(PUBLISHER, correct(EN, Notice.NONE));

        Then published = given(NOTICE, late).when(PUBLISHER, publish(RU));

        published.thenHappened(Event.EditionPublished.class, Event.ReadersTold.class);
        assertThat(published.live(RU).stale()).isNotNull();
    }

    @Test
    void withdrawn_until_it_is_up_to_date_it_comes_back_by_the_normal_way() {
        Then corrected = given(WITHDRAW, CORRECTED).when(PUBLISHER, correct(EN, Notice.NONE));

        corrected.thenHappened(
                Event.EditionPublished.class, Event.TranslationStale.class, Event.EditionWithdrawn.class);
        assertThat(corrected.desk().latest(RU))
                .isInstanceOfSatisfying(
                        Snapshot.Withdrawn.class,
                        withdrawn -> assertThat(withdrawn.notice()).isEqualTo("Оригинал изменился."));

        Given inReview = given(
                WITHDRAW,
                CORRECTED
                        .then(PUBLISHER, correct(EN, Notice.NONE))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU)));
        inReview.when(PUBLISHER, publish(RU)).thenRefusedBy("stale").because("en@2", "headline", "confirm");

        assertThat(inReview.when(TRANSLATOR, confirm(RU))
                        .thenHappened(Event.TranslationConfirmed.class)
                        .and()
                        .when(PUBLISHER, publish(RU))
                        .thenHappened(Event.EditionPublished.class)
                        .live(RU)
                        .number())
                .isEqualTo(3);
        given(
                        WITHDRAW,
                        CORRECTED
                                .then(PUBLISHER, correct(EN, Notice.NONE))
                                .then(TRANSLATOR, deliver(edited(aTranslation(RU), headline("Другой"))))
                                .then(TRANSLATOR, submit(RU))
                                .then(EDITOR, approve(RU)))
                .when(PUBLISHER, publish(RU))
                .thenHappened(Event.EditionPublished.class);
    }

    @Test
    void kept_unless_the_house_says_otherwise() {
        given(CORRECTED)
                .when(PUBLISHER, correct(EN, Notice.NONE))
                .thenHappened(Event.EditionPublished.class, Event.TranslationStale.class);
    }

    @Test
    void a_withdrawal_touches_its_own_language_alone_unless_the_house_says_otherwise() {
        Scene three = aStoryLiveIn(EN, RU)
                .then(TRANSLATOR, deliver(aTranslation(KK), RU, null))
                .then(TRANSLATOR, submit(KK))
                .then(EDITOR, approve(KK))
                .then(PUBLISHER, publish(KK));
        Notice words = new Notice(List.of(new Notice.Worded(RU, "Снято.")), "Taken back.");

        given(three).when(PUBLISHER, withdraw(EN, words)).thenHappened(Event.EditionWithdrawn.class);
        given(TOGETHER, three).when(PUBLISHER, withdraw(RU, words)).thenHappened(Event.EditionWithdrawn.class);

        Then withdrawn = given(TOGETHER, three).when(PUBLISHER, withdraw(EN, words));

        withdrawn.thenHappened(
                Event.EditionWithdrawn.class, Event.EditionWithdrawn.class, Event.EditionWithdrawn.class);
        assertThat(withdrawn.accepted().snapshots())
                .extracting(snapshot -> ((Snapshot.Withdrawn) snapshot).notice())
                .containsExactly("Taken back.", "Taken back.", "Снято.");
    }

    @Test
    void kill_leaves_no_translation_live_not_even_one_that_is_worked_on_or_withdrawn_for_now() {
        for (Scene house : List.of(nothing(), NOTICE, WITHDRAW, TOGETHER)) {
            Then killed = given(
                            house,
                            aStoryLiveIn(EN, RU, KK)
                                    .then(rewritten(headline("Another")))
                                    .then(PUBLISHER, correct(EN, Notice.NONE))
                                    .then(TRANSLATOR, deliver(edited(aTranslation(KK), headline("Басқа"))))
                                    .then(EDITOR, requestTranslation(Language.of("ar"))))
                    .when(CHIEF, kill());

            assertThat(List.of(EN, RU, KK))
                    .allSatisfy(language ->
                            assertThat(killed.desk().latest(language)).isInstanceOf(Snapshot.Killed.class));
            assertThat(killed.desk().story().editions().values()).allSatisfy(edition -> {
                assertThat(edition.working().manuscript()).isNull();
                assertThat(edition.job()).isNull();
            });
        }
    }

    private static Scene rewritten(UnaryOperator<Copy> edit) {
        return nothing().then(REPORTER, reviseAndSubmit(EN, edit)).then(EDITOR, approve(EN));
    }

    private static TranslationRule meanwhile(WhileStale whileStale, boolean withdrawnWithOriginal) {
        return new TranslationRule(Set.of(), Set.of(), null, whileStale, withdrawnWithOriginal, null);
    }
}
