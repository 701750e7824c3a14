package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.COURTS;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.NEWS;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Copies.photo;
import static press.stet.testkit.copy.Edits.adding;
import static press.stet.testkit.copy.Edits.body;
import static press.stet.testkit.copy.Edits.bylines;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.section;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.FACTS_CHECK;
import static press.stet.testkit.house.TheHouse.LEGAL;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.house.TheHouse.roleOf;
import static press.stet.testkit.house.TheHouse.with;
import static press.stet.testkit.rules.Asks.ANOTHER_TEXT;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.recall;
import static press.stet.testkit.rules.Asks.requestChanges;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aStoryWithdrawn;
import static press.stet.testkit.rules.Scenes.aTranslationDelivered;
import static press.stet.testkit.rules.Scenes.inAHouseOf;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.util.Set;
import org.junit.jupiter.api.Test;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Staff;
import press.stet.model.story.Working;
import press.stet.testkit.house.Rules;

/** How a version becomes fit to print. */
class ReviewTest {

    private static final Person BORIS = new Person("boris");
    private static final Staff TWO_EDITORS = with(STAFF, BORIS, new Grant(roleOf(EDITOR), Set.of(), Set.of()));
    private static final HouseRules WITH_LEGAL = Rules.asking(RULES, LEGAL_CHECK, 1);

    @Test
    void a_draft_is_submitted_and_the_history_says_what_the_house_asked_for() {
        Then submitted =
                given(inAHouseWith(WITH_LEGAL), aStoryFiledBy(REPORTER)).when(REPORTER, submit(EN));

        assertThat(submitted.events()).singleElement().isInstanceOfSatisfying(Event.SubmittedForReview.class, event -> {
            assertThat(event.version()).isEqualTo(new Version(1));
            assertThat(event.checks())
                    .containsExactly(new RequiredCheck(Check.EDITOR, 1), new RequiredCheck(LEGAL_CHECK, 1));
        });
        assertThat(submitted.edition(EN).working()).isInstanceOf(Working.InReview.class);
    }

    @Test
    void everything_that_copy_lacks_is_said_at_once_with_its_block() {
        Copy lacking = edited(
                aReport(),
                section(null),
                bylines(),
                body(photo(null, "", "", ""), photo(" ", "A quay at night"), photo("A gull", "")),
                adding(photo("", "A buoy")));

        given(aStoryFiledBy(REPORTER, lacking))
                .when(REPORTER, submit(EN))
                .thenRefusedBy("complete-copy")
                .lacking(
                        ": the section is missing",
                        ": the house asks for a byline",
                        "v1-1: the photo has no address",
                        "v1-1: the photo has no alt text",
                        "v1-1: the photo has no caption",
                        "v1-1: the photo has no credit",
                        "v1-2: the photo has no alt text",
                        "v1-3: the photo has no caption",
                        "v1-4: the photo has no alt text");
    }

    @Test
    void copy_is_submitted_only_to_a_section_that_the_house_has() {
        given(inAHouseWith(Rules.withSections(RULES, "sport", "courts")), aStoryFiledBy(REPORTER))
                .when(REPORTER, submit(EN))
                .thenRefusedBy("complete-copy")
                .lacking(": Stet has no section 'news'");
    }

    @Test
    void only_the_version_in_hand_is_submitted_approved_sent_back_and_recalled() {
        Scene draft = aStoryFiledBy(REPORTER).then(REPORTER, revise(EN, headline("Harbour open")));
        given(draft).when(REPORTER, on(1, submit(EN))).thenRefusedBy("expected-version");

        Scene review = draft.then(REPORTER, submit(EN));
        given(review).when(EDITOR, on(1, approve(EN))).thenRefusedBy("expected-version");
        given(review).when(EDITOR, on(1, requestChanges(EN, "shorter"))).thenRefusedBy("expected-version");
        given(review).when(REPORTER, on(1, recall(EN))).thenRefusedBy("expected-version");
    }

    @Test
    void one_check_by_one_other_person_makes_a_version_fit_to_print() {
        Then approved = given(aStoryInReview())
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);

        assertThat(approved.edition(EN).working()).isInstanceOf(Working.Approved.class);
        assertThat(approved.edition(EN).wasApproved(new Version(1))).isTrue();
    }

    @Test
    void an_approval_is_bound_to_the_text_that_was_read() {
        given(aStoryInReview()).when(EDITOR, on(ANOTHER_TEXT, approve(EN))).thenRefusedBy("approval");
    }

    @Test
    void nobody_approves_what_they_wrote() {
        given(aStoryInReview(), inAHouseOf(with(STAFF, REPORTER, new Grant(roleOf(CHIEF), Set.of(), Set.of()))))
                .when(REPORTER, approve(EN))
                .thenRefusedBy("four-eyes");
    }

    @Test
    void four_eyes_hold_for_the_chief_too() {
        given(aStoryFiledBy(REPORTER)
                        .then(CHIEF, revise(EN, headline("Harbour open")))
                        .then(CHIEF, submit(EN)))
                .when(CHIEF, approve(EN))
                .thenRefusedBy("four-eyes")
                .because("chief contributed to the en edition");
    }

    @Test
    void who_wrote_an_earlier_version_is_still_a_contributor() {
        given(
                        inAHouseOf(TWO_EDITORS),
                        aStoryFiledBy(BORIS)
                                .then(REPORTER, revise(EN, headline("Harbour open")))
                                .then(REPORTER, submit(EN)))
                .when(BORIS, approve(EN))
                .thenRefusedBy("four-eyes");
    }

    @Test
    void whose_work_readers_see_already_may_approve_what_others_make_of_it() {
        given(aStoryFiledBy(EDITOR)
                        .then(REPORTER, submit(EN))
                        .then(CHIEF, approve(EN))
                        .then(PUBLISHER, publish(EN)))
                .when(REPORTER, Asks.reviseAndSubmit(EN, headline("Harbour open")))
                .and()
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void who_wrote_the_source_may_approve_its_translation() {
        given(aStoryFiledBy(EDITOR).then(TRANSLATOR, deliver(RU)).then(TRANSLATOR, submit(RU)))
                .when(EDITOR, approve(RU))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void every_check_that_the_house_asks_for_must_be_given() {
        Then legal = given(inAHouseWith(WITH_LEGAL), aStoryInReview())
                .when(LEGAL, approve(EN, LEGAL_CHECK))
                .thenHappened(Event.VersionApproved.class);
        legal.and().when(PUBLISHER, publish(EN)).thenRefusedBy("out-of-turn");
        legal.and().when(EDITOR, approve(EN)).thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void a_quorum_counts_different_people() {
        Then once = given(inAHouseWith(Rules.asking(RULES, Check.EDITOR, 2)), inAHouseOf(TWO_EDITORS), aStoryInReview())
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class);

        once.and().when(EDITOR, approve(EN)).thenRefusedBy("out-of-turn").because("has given the editor check already");
        once.and().when(BORIS, approve(EN)).thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void one_person_may_give_different_checks_if_entitled_to_each() {
        given(inAHouseWith(WITH_LEGAL), aStoryInReview().then(CHIEF, approve(EN)))
                .when(CHIEF, approve(EN, LEGAL_CHECK))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void a_check_that_the_house_does_not_ask_for_is_not_taken() {
        given(aStoryInReview())
                .when(CHIEF, approve(EN, FACTS_CHECK))
                .thenRefusedBy("checks")
                .because("the house asks for no facts check here; it asks for editor");
    }

    @Test
    void a_check_is_given_only_by_who_is_entitled_to_it() {
        given(inAHouseWith(WITH_LEGAL), aStoryInReview())
                .when(EDITOR, approve(EN, LEGAL_CHECK))
                .thenRefusedBy("permission")
                .because("editor may not give the legal check in en, section news; who may: chief, legal");
    }

    @Test
    void a_check_is_given_only_by_who_reads_the_language() {
        Grant readsRussian = new Grant(roleOf(EDITOR), Set.of(), Set.of(RU));

        given(inAHouseOf(with(STAFF, BORIS, readsRussian)), aStoryInReview())
                .when(BORIS, approve(EN))
                .thenRefusedBy("permission");
    }

    @Test
    void checks_are_asked_by_section_language_and_kind_of_edition() {
        CheckRule translationsInRussian =
                new CheckRule(new RequiredCheck(FACTS_CHECK, 1), CheckRule.Of.TRANSLATIONS, Set.of(), Set.of(RU));
        CheckRule originalsInCourts =
                new CheckRule(new RequiredCheck(LEGAL_CHECK, 1), CheckRule.Of.ORIGINALS, Set.of(COURTS), Set.of());
        HouseRules rules = Rules.asking(Rules.asking(RULES, translationsInRussian), originalsInCourts);

        given(inAHouseWith(rules), aStoryInReview())
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
        given(
                        inAHouseWith(rules),
                        aStoryFiledBy(REPORTER, edited(aReport(), section(COURTS)))
                                .then(REPORTER, submit(EN)))
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class);
        given(
                        inAHouseWith(rules),
                        aStoryFiledBy(REPORTER, edited(aReport(), section(COURTS)))
                                .then(TRANSLATOR, deliver(RU))
                                .then(TRANSLATOR, submit(RU))
                                .then(EDITOR, approve(RU)))
                .when(CHIEF, approve(RU, FACTS_CHECK))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void a_translation_is_checked_for_the_section_that_readers_will_find_it_in() {
        CheckRule inCourts =
                new CheckRule(new RequiredCheck(LEGAL_CHECK, 1), CheckRule.Of.EVERY_EDITION, Set.of(COURTS), Set.of());
        Scene liveInCourts = aStoryFiledBy(REPORTER, edited(aReport(), section(COURTS)))
                .then(REPORTER, submit(EN))
                .then(EDITOR, approve(EN))
                .then(LEGAL, approve(EN, LEGAL_CHECK))
                .then(PUBLISHER, publish(EN));

        Then approved = given(
                        inAHouseWith(Rules.asking(RULES, inCourts)),
                        liveInCourts
                                .then(TRANSLATOR, deliver(RU))
                                .then(TRANSLATOR, submit(RU))
                                .then(REPORTER, revise(EN, section(NEWS))))
                .when(EDITOR, approve(RU))
                .thenHappened(Event.VersionApproved.class);

        approved.and().when(PUBLISHER, publish(RU)).thenRefusedBy("out-of-turn");
    }

    @Test
    void a_house_that_became_stricter_is_asked_again_at_publication() {
        Given stricter = given(aStoryApproved(), inAHouseWith(WITH_LEGAL));

        stricter.when(PUBLISHER, publish(EN)).thenRefusedBy("checks").because("legal");
        stricter.when(LEGAL, approve(EN, LEGAL_CHECK)).thenHappened(Event.VersionApproved.class);
        stricter.when(PUBLISHER, publish(EN)).thenHappened(Event.EditionPublished.class);
    }

    @Test
    void a_house_that_asks_for_less_during_a_review_does_not_keep_it_open() {
        Given lenient = given(
                inAHouseWith(WITH_LEGAL),
                inAHouseOf(TWO_EDITORS),
                aStoryInReview().then(EDITOR, approve(EN)),
                inAHouseWith(Rules.askingLittle(WITH_LEGAL)));

        lenient.when(BORIS, approve(EN)).thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void an_approved_version_takes_no_approval_more_than_it_needs() {
        given(aStoryApproved())
                .when(CHIEF, approve(EN))
                .thenRefusedBy("out-of-turn")
                .because("all the editor checks");
    }

    @Test
    void a_version_sent_back_is_a_draft_again_and_says_why() {
        Then sentBack = given(aStoryInReview()).when(EDITOR, requestChanges(EN, "Who says so?"));

        sentBack.thenEvents(new Event.ChangesRequested(EN, new Version(1), Check.EDITOR, "Who says so?"));
        assertThat(sentBack.edition(EN).working()).isInstanceOf(Working.Draft.class);
    }

    @Test
    void an_approved_version_may_still_be_sent_back_and_loses_what_it_was_given() {
        Given sentBack = given(aStoryApproved().then(LEGAL, requestChanges(EN, LEGAL_CHECK, "Say allegedly.")));

        sentBack.when(REPORTER, submit(EN)).thenHappened(Event.SubmittedForReview.class);
        sentBack.when(PUBLISHER, publish(EN)).thenRefusedBy("out-of-turn");
    }

    @Test
    void nobody_sends_back_in_the_name_of_a_check_that_is_not_theirs() {
        given(aStoryInReview()).when(LEGAL, requestChanges(EN, "shorter")).thenRefusedBy("permission");
        given(aStoryInReview()).when(REPORTER, requestChanges(EN, "shorter")).thenRefusedBy("permission");
    }

    @Test
    void a_version_recalled_is_a_draft_again() {
        given(aStoryInReview()).when(REPORTER, recall(EN)).thenHappened(Event.RecalledFromReview.class);
        Then recalled = given(aStoryApproved()).when(REPORTER, recall(EN)).thenHappened(Event.RecalledFromReview.class);

        assertThat(recalled.edition(EN).working()).isInstanceOf(Working.Draft.class);
        assertThat(recalled.edition(EN).wasApproved(new Version(1))).isFalse();
    }

    @Test
    void a_translator_submits_and_recalls_translations_alone() {
        given(aStoryInReview()).when(TRANSLATOR, recall(EN)).thenRefusedBy("permission");
        given(aTranslationDelivered(RU)).when(TRANSLATOR, submit(RU)).thenHappened(Event.SubmittedForReview.class);
        given(aTranslationDelivered(RU).then(TRANSLATOR, submit(RU)))
                .when(TRANSLATOR, recall(RU))
                .thenHappened(Event.RecalledFromReview.class);
    }

    @Test
    void a_withdrawn_edition_with_nothing_in_hand_is_submitted_by_its_last_public_version() {
        Then submitted =
                given(aStoryWithdrawn()).when(REPORTER, submit(EN)).thenHappened(Event.SubmittedForReview.class);

        assertThat(submitted.edition(EN).working()).isInstanceOfSatisfying(Working.InReview.class, review -> {
            assertThat(review.manuscript().version()).isEqualTo(new Version(1));
            assertThat(review.approvals().given()).isEmpty();
        });
        given(aStoryWithdrawn()).when(REPORTER, on(2, submit(EN))).thenRefusedBy("expected-version");
    }

    @Test
    void who_wrote_what_was_withdrawn_does_not_approve_it_anew() {
        given(aStoryFiledBy(EDITOR)
                        .then(REPORTER, submit(EN))
                        .then(CHIEF, approve(EN))
                        .then(PUBLISHER, publish(EN))
                        .then(PUBLISHER, withdraw(EN))
                        .then(REPORTER, submit(EN)))
                .when(EDITOR, approve(EN))
                .thenRefusedBy("four-eyes");
    }

    @Test
    void work_in_hand_comes_before_the_version_that_was_withdrawn() {
        given(aStoryLiveIn(EN)
                        .then(REPORTER, revise(EN, headline("Harbour open")))
                        .then(PUBLISHER, withdraw(EN)))
                .when(REPORTER, submit(EN))
                .thenHappened(Event.SubmittedForReview.class);
    }
}
