package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.AR;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.ANOTHER_TEXT;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.correct;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aHouseWithoutRules;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aStoryWithdrawn;
import static press.stet.testkit.rules.Scenes.aTranslationPublished;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.command.PublicationKind;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Notice;
import press.stet.model.house.Sentences;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Working;
import press.stet.testkit.house.Rules;

/** How an edition reaches its readers, and is taken from them again. */
class PublicationTest {

    private static final Notice IN_TWO_LANGUAGES = new Notice(
            List.of(new Notice.Worded(RU, "Был вторник."), new Notice.Worded(AR, "كان الثلاثاء.")), "It was Tuesday.");

    @Test
    void an_approved_version_becomes_number_one() {
        Then published =
                given(aStoryApproved()).when(PUBLISHER, publish(EN)).thenHappened(Event.EditionPublished.class);

        Snapshot.Live live = published.live(EN);
        assertThat(live.number()).isEqualTo(1);
        assertThat(live.copy().headline()).isEqualTo("Harbour reopens after storm");
        assertThat(live.sectionName()).isEqualTo("news");
        assertThat(live.sequence()).isEqualTo(published.desk().story().sequence());
        assertThat(published.edition(EN).working()).isInstanceOf(Working.None.class);
    }

    @Test
    void a_section_is_named_in_the_language_of_the_edition() {
        HouseRules named = Rules.naming(RULES, "news", RU, "Новости");
        Given both = given(inAHouseWith(named), aStoryLiveIn(EN, RU));

        assertThat(both.desk().live(RU).sectionName()).isEqualTo("Новости");
        assertThat(both.desk().live(EN).sectionName()).isEqualTo("news");
    }

    @Test
    void only_what_is_approved_is_published() {
        given(aStoryFiledBy(REPORTER))
                .when(PUBLISHER, publish(EN))
                .thenRefusedBy("out-of-turn")
                .because("in draft");
        given(aStoryInReview())
                .when(PUBLISHER, publish(EN))
                .thenRefusedBy("out-of-turn")
                .because("in review");
        given(aStoryLiveIn(EN))
                .when(PUBLISHER, publish(EN))
                .thenRefusedBy("out-of-turn")
                .because("nothing in hand");
        given(aStoryApproved()).when(PUBLISHER, publish(RU)).thenRefusedBy("unknown-edition");
    }

    @Test
    void what_is_published_is_the_version_and_the_text_it_was_decided_on() {
        given(aStoryApproved()).when(PUBLISHER, on(2, publish(EN))).thenRefusedBy("expected-version");
        given(aStoryApproved()).when(PUBLISHER, on(ANOTHER_TEXT, publish(EN))).thenRefusedBy("approval");
    }

    @Test
    void an_edition_is_published_as_new_once_and_then_updated() {
        given(aStoryApproved())
                .when(PUBLISHER, publish(EN, PublicationKind.UPDATE))
                .thenRefusedBy("out-of-turn")
                .because("publish it as new first");
        given(aRewriteApproved())
                .when(PUBLISHER, publish(EN, PublicationKind.FIRST))
                .thenRefusedBy("out-of-turn")
                .because("readers see this edition already");
    }

    @Test
    void an_update_is_a_new_number_with_a_new_date() {
        Then updated = given(aRewriteApproved()).when(PUBLISHER, publish(EN));

        assertThat(updated.live(EN)).satisfies(live -> {
            assertThat(live.number()).isEqualTo(2);
            assertThat(live.copy().headline()).isEqualTo("Harbour open again");
            assertThat(live.updatedAt()).isEqualTo(live.at()).isAfter(live.publishedAt());
            assertThat(live.corrections()).isEmpty();
        });
    }

    @Test
    void a_minor_change_keeps_the_readers_date() {
        Then minor = given(aRewriteApproved()).when(PUBLISHER, publish(EN, PublicationKind.MINOR));

        assertThat(minor.live(EN)).satisfies(live -> {
            assertThat(live.number()).isEqualTo(2);
            assertThat(live.updatedAt()).isEqualTo(live.publishedAt()).isBefore(live.at());
        });
    }

    @Test
    void a_correction_tells_readers_what_was_put_right_and_when() {
        Then corrected = given(aRewriteApproved()).when(PUBLISHER, correct(EN, IN_TWO_LANGUAGES));

        assertThat(corrected.live(EN)).satisfies(live -> {
            assertThat(live.corrections()).containsExactly(new Correction(live.at(), "It was Tuesday."));
            assertThat(live.updatedAt()).isEqualTo(live.at());
        });
    }

    @Test
    void a_correction_note_stays_through_later_numbers_and_a_withdrawal() {
        Given corrected = given(aRewriteApproved()
                .then(PUBLISHER, correct(EN, Notice.of("It was Tuesday.")))
                .then(PUBLISHER, withdraw(EN))
                .then(REPORTER, submit(EN))
                .then(EDITOR, approve(EN))
                .then(PUBLISHER, publish(EN)));

        assertThat(corrected.desk().live(EN).corrections())
                .extracting(Correction::note)
                .containsExactly("It was Tuesday.");
    }

    @Test
    void a_correction_without_words_takes_the_houses_in_each_language() {
        Sentences sentences = new Sentences(
                new Notice(List.of(new Notice.Worded(RU, "Исправлено.")), "Corrected."),
                Notice.NONE,
                Notice.NONE,
                Notice.NONE);
        Scene house = inAHouseWith(Rules.saying(RULES, sentences));

        assertThat(given(house, aRewriteApproved())
                        .when(PUBLISHER, correct(EN, Notice.NONE))
                        .live(EN)
                        .corrections())
                .extracting(Correction::note)
                .containsExactly("Corrected.");
        Scene russian = aStoryLiveIn(EN, RU)
                .then(TRANSLATOR, reviseAndSubmit(RU, headline("Порт открыт")))
                .then(EDITOR, approve(RU));
        assertThat(given(house, russian)
                        .when(PUBLISHER, correct(RU, Notice.NONE))
                        .live(RU)
                        .corrections())
                .extracting(Correction::note)
                .containsExactly("Исправлено.");
        assertThat(given(house, russian)
                        .when(PUBLISHER, correct(RU, IN_TWO_LANGUAGES))
                        .live(RU)
                        .corrections())
                .extracting(Correction::note)
                .containsExactly("Был вторник.");
        Notice blank = new Notice(List.of(new Notice.Worded(RU, " ")), "Corrected by hand.");
        assertThat(given(house, russian)
                        .when(PUBLISHER, correct(RU, blank))
                        .live(RU)
                        .corrections())
                .extracting(Correction::note)
                .containsExactly("Corrected by hand.");
    }

    @Test
    void an_edition_remembers_of_a_note_only_its_own_language() {
        Then corrected = given(aRewriteApproved()).when(PUBLISHER, correct(EN, IN_TWO_LANGUAGES));

        assertThat(corrected.edition(EN).live())
                .isInstanceOfSatisfying(
                        Live.Published.class,
                        published -> assertThat(published.corrections())
                                .extracting(Live.Corrected::note)
                                .containsExactly(Notice.of("It was Tuesday.")));
    }

    @Test
    void an_edition_carries_at_most_a_hundred_notes() {
        Desk desk = Desk.open();
        aStoryLiveIn(EN).play(desk);
        for (int note = 1; note <= Edition.MOST_CORRECTIONS; note++) {
            desk.accepted(REPORTER, reviseAndSubmit(EN, headline("Take " + note)));
            desk.accepted(EDITOR, approve(EN));
            desk.accepted(PUBLISHER, correct(EN, Notice.NONE));
        }
        desk.accepted(REPORTER, reviseAndSubmit(EN, headline("One too many")));
        desk.accepted(EDITOR, approve(EN));

        new Given(desk).when(PUBLISHER, correct(EN, Notice.NONE)).thenRefusedBy("limit");
        new Given(desk).when(PUBLISHER, publish(EN)).thenHappened(Event.EditionPublished.class);
    }

    @Test
    void who_may_do_what_to_readers_is_said_by_roles() {
        given(aStoryApproved()).when(REPORTER, publish(EN)).thenRefusedBy("permission");
        given(aRewriteApproved())
                .when(EDITOR, correct(EN, Notice.NONE))
                .thenRefusedBy("permission")
                .because("may not correct");
        given(aRewriteApproved())
                .when(REPORTER, publish(EN, PublicationKind.MINOR))
                .thenRefusedBy("permission")
                .because("may not minor");
        given(aStoryLiveIn(EN))
                .when(EDITOR, withdraw(EN))
                .thenRefusedBy("permission")
                .because("chief, publisher");
        given(aStoryLiveIn(EN))
                .when(PUBLISHER, kill())
                .thenRefusedBy("permission")
                .because("who may: chief");
    }

    @Test
    void a_withdrawal_tells_readers_and_touches_only_its_own_language() {
        Then withdrawn = given(aStoryLiveIn(EN, RU)).when(PUBLISHER, withdraw(RU, IN_TWO_LANGUAGES));

        assertThat(withdrawn.desk().latest(RU)).isInstanceOfSatisfying(Snapshot.Withdrawn.class, gone -> {
            assertThat(gone.notice()).isEqualTo("Был вторник.");
            assertThat(gone.number()).isEqualTo(2);
        });
        assertThat(withdrawn.live(EN).number()).isEqualTo(1);
    }

    @Test
    void a_withdrawal_is_decided_on_the_number_that_readers_see() {
        given(aRewriteApproved().then(PUBLISHER, publish(EN)))
                .when(PUBLISHER, on(1, withdraw(EN)))
                .thenRefusedBy("expected-version")
                .because("readers see number 2");
        given(aStoryWithdrawn()).when(PUBLISHER, withdraw(EN)).thenRefusedBy("out-of-turn");
        given(aStoryApproved()).when(PUBLISHER, withdraw(EN)).thenRefusedBy("out-of-turn");
        given(aStoryApproved()).when(PUBLISHER, withdraw(RU)).thenRefusedBy("unknown-edition");
    }

    @Test
    void what_was_withdrawn_comes_back_with_a_new_number_after_new_approval() {
        Then back = given(aStoryWithdrawn().then(REPORTER, submit(EN)).then(EDITOR, approve(EN)))
                .when(PUBLISHER, publish(EN));

        assertThat(back.live(EN)).satisfies(live -> {
            assertThat(live.number()).isEqualTo(3);
            assertThat(live.publishedAt()).isBefore(live.updatedAt());
            assertThat(live.updatedAt()).isEqualTo(live.at());
        });
    }

    @Test
    void an_edition_is_withdrawn_also_in_a_language_that_the_house_gave_up() {
        given(aStoryLiveIn(EN, RU), inAHouseWith(Rules.publishedIn(RULES, EN)))
                .when(PUBLISHER, withdraw(RU))
                .thenHappened(Event.EditionWithdrawn.class);
    }

    @Test
    void a_kill_recalls_every_language_that_was_ever_public_and_ends_all_work() {
        Then killed = given(aStoryLiveIn(EN, RU)
                        .then(PUBLISHER, withdraw(RU))
                        .then(REPORTER, revise(EN, headline("A rewrite")))
                        .then(EDITOR, requestTranslation(KK)))
                .when(CHIEF, kill(Notice.of("It was not true.")));

        killed.thenHappened(
                Event.StoryKilled.class,
                Event.EditionKilled.class,
                Event.EditionKilled.class,
                Event.TranslationCancelled.class);
        assertThat(List.of(EN, RU))
                .allSatisfy(language -> assertThat(killed.desk().latest(language))
                        .isInstanceOfSatisfying(
                                Snapshot.Killed.class,
                                gone -> assertThat(gone.notice()).isEqualTo("It was not true.")));
        assertThat(killed.desk().latest(KK)).isNull();
        assertThat(killed.desk().story().textsAtHand()).isEmpty();
        assertThat(killed.desk().story().editions().values())
                .allSatisfy(edition -> assertThat(edition.working()).isInstanceOf(Working.None.class))
                .allSatisfy(edition -> assertThat(edition.job()).isNull());
    }

    @Test
    void a_story_can_be_taken_from_its_readers_also_where_the_house_has_no_rules_for_its_site_any_more() {
        Given left = given(aStoryLiveIn(EN, RU), aHouseWithoutRules());

        Then withdrawn = left.when(PUBLISHER, withdraw(RU, IN_TWO_LANGUAGES));
        Then killed = withdrawn.and().when(CHIEF, kill());

        assertThat(withdrawn.accepted().snapshots())
                .extracting(gone -> ((Snapshot.Withdrawn) gone).notice())
                .containsExactly("Был вторник.");
        assertThat(killed.accepted().snapshots())
                .extracting(gone -> ((Snapshot.Killed) gone).notice())
                .containsOnly("This story has been recalled and will not return.")
                .hasSize(2);
        assertThat(killed.accepted().entries()).allSatisfy(entry -> {
            assertThat(entry.houseRules()).isZero();
            assertThat(entry.staff()).isEqualTo(1);
        });
    }

    @Test
    void without_rules_of_the_site_staff_alone_decide_who_takes_a_story_from_its_readers_and_nothing_else_goes() {
        Given left = given(aStoryLiveIn(EN), aHouseWithoutRules());

        left.when(PUBLISHER, kill()).thenRefusedBy("permission").because("who may: chief");
        left.when(EDITOR, withdraw(EN)).thenRefusedBy("permission").because("who may: chief, publisher");
        left.when(REPORTER, revise(EN, headline("A rewrite"))).thenRefusedBy("unknown-site");
    }

    @Test
    void a_story_that_nobody_ever_saw_is_killed_without_telling_readers() {
        Then killed = given(aStoryInReview()).when(CHIEF, kill()).thenHappened(Event.StoryKilled.class);

        assertThat(killed.accepted().snapshots()).isEmpty();
    }

    @Test
    void nothing_comes_back_after_a_kill() {
        Given killed =
                given(aStoryLiveIn(EN, RU).then(aTranslationPublished(KK)).then(CHIEF, kill()));

        killed.when(CHIEF, kill()).thenRefusedBy("killed");
        killed.when(CHIEF, publish(EN)).thenRefusedBy("killed");
        killed.when(REPORTER, submit(EN)).thenRefusedBy("killed");
        killed.when(REPORTER, revise(EN, headline("Risen"))).thenRefusedBy("killed");
    }

    private static Scene aRewriteApproved() {
        return aStoryLiveIn(EN)
                .then(REPORTER, reviseAndSubmit(EN, headline("Harbour open again")))
                .then(EDITOR, approve(EN));
    }
}
