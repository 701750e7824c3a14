package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.model.copy.CanonicalForm.LARGEST;
import static press.stet.testkit.copy.Copies.COURTS;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.NEWS;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Edits.adding;
import static press.stet.testkit.copy.Edits.body;
import static press.stet.testkit.copy.Edits.bylines;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.replacing;
import static press.stet.testkit.copy.Edits.section;
import static press.stet.testkit.copy.Edits.unnamed;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.SITE;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.house.TheHouse.roleOf;
import static press.stet.testkit.house.TheHouse.with;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.exactly;
import static press.stet.testkit.rules.Asks.file;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.recall;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aTranslationRequested;
import static press.stet.testkit.rules.Scenes.inAHouseOf;
import static press.stet.testkit.rules.Scenes.inAHouseWith;
import static press.stet.testkit.rules.Scenes.nothing;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.Copy;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Grant;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.house.Role;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Working;
import press.stet.testkit.house.Rules;

/** How copy comes in. */
class FilingTest {

    private static final Person AIDA = new Person("aida");

    @Test
    void a_story_begins_as_a_draft_of_its_original() {
        Then filed = given(nothing()).when(REPORTER, file(aReport())).thenHappened(Event.StoryFiled.class);

        assertThat(filed.desk().story().original()).isEqualTo(EN);
        assertThat(filed.desk().story().site()).isEqualTo(SITE);
        assertThat(filed.edition(EN).working())
                .isInstanceOfSatisfying(
                        Working.Draft.class,
                        draft -> assertThat(draft.manuscript().writer()).isEqualTo(REPORTER));
    }

    @Test
    void a_draft_needs_only_a_language_and_a_headline() {
        Copy bare = edited(aReport(), bylines(), section(null), body());

        given(nothing()).when(REPORTER, file(bare)).thenHappened(Event.StoryFiled.class);
        given(nothing())
                .when(REPORTER, file(edited(bare, headline(" "))))
                .thenRefusedBy("complete-copy")
                .lacking("headline: a draft needs a headline");
    }

    @Test
    void copy_over_a_mebibyte_is_refused_with_its_size() {
        given(nothing())
                .when(REPORTER, file(edited(aReport(), adding(paragraph("x".repeat(LARGEST))))))
                .thenRefusedBy("too-large")
                .because("bytes; at most 1048576");
    }

    @Test
    void who_may_not_file_learns_who_may() {
        given(nothing())
                .when(TRANSLATOR, file(aReport()))
                .thenRefusedBy("permission")
                .because("translator may not file in en, section news", "who may: chief, editor, reporter");
    }

    @Test
    void a_site_is_filed_for_only_in_its_languages() {
        given(inAHouseWith(Rules.publishedIn(RULES, RU)))
                .when(REPORTER, file(aReport()))
                .thenRefusedBy("unknown-language")
                .because("en");
    }

    @Test
    void new_copy_of_a_draft_is_its_next_version() {
        Then revised = given(aStoryFiledBy(REPORTER))
                .when(EDITOR, revise(EN, headline("Harbour open")))
                .thenHappened(Event.CopyRevised.class);

        Edition edition = revised.edition(EN);
        assertThat(edition.versions()).isEqualTo(2);
        assertThat(edition.current()).isNotNull().satisfies(stamp -> {
            assertThat(stamp.version()).isEqualTo(new Version(2));
            assertThat(stamp.basedOn()).isEqualTo(new Version(1));
        });
        assertThat(edition.contributors()).containsExactlyInAnyOrder(REPORTER, EDITOR);
    }

    @Test
    void new_copy_voids_what_was_in_review_or_approved_and_says_so() {
        given(aStoryInReview())
                .when(REPORTER, revise(EN, headline("Harbour open")))
                .thenHappened(Event.ApprovalsVoided.class, Event.CopyRevised.class);
        Then voided = given(aStoryApproved())
                .when(REPORTER, revise(EN, headline("Harbour open")))
                .thenHappened(Event.ApprovalsVoided.class, Event.CopyRevised.class);

        assertThat(voided.edition(EN).working()).isInstanceOf(Working.Draft.class);
        voided.and().when(PUBLISHER, Asks.publish(EN)).thenRefusedBy("out-of-turn");
    }

    @Test
    void a_revision_that_carries_submit_stays_in_the_queue_with_all_checks_pending() {
        Then revised = given(inAHouseWith(Rules.asking(RULES, LEGAL_CHECK, 1)), aStoryInReview())
                .when(CHIEF, approve(EN, LEGAL_CHECK))
                .and()
                .when(EDITOR, reviseAndSubmit(EN, headline("Harbour open")))
                .thenHappened(Event.ApprovalsVoided.class, Event.CopyRevised.class, Event.SubmittedForReview.class);

        assertThat(revised.edition(EN).working())
                .isInstanceOfSatisfying(
                        Working.InReview.class,
                        review -> assertThat(review.approvals().given()).isEmpty());
    }

    @Test
    void copy_that_is_not_complete_is_not_taken_with_submit() {
        Then refused = given(aStoryFiledBy(REPORTER)).when(REPORTER, reviseAndSubmit(EN, section(null)));

        refused.thenRefusedBy("complete-copy").lacking(": the section is missing");
        assertThat(refused.edition(EN).versions()).isEqualTo(1);
    }

    @Test
    void copy_made_from_another_version_than_the_one_in_hand_is_refused_and_says_who_changed_it() {
        given(aStoryFiledBy(REPORTER).then(EDITOR, revise(EN, headline("Harbour open"))))
                .when(REPORTER, on(1, revise(EN, headline("Port open"))))
                .thenRefusedBy("expected-version")
                .because("version 1", "version 2 is in hand, sent by editor");
    }

    @Test
    void copy_made_from_another_version_than_the_live_one_is_refused() {
        given(aStoryLiveIn(EN))
                .when(REPORTER, on(7, revise(EN, headline("Port open"))))
                .thenRefusedBy("expected-version")
                .because("readers see version 1");
    }

    @Test
    void a_revision_from_live_is_a_plain_one_where_nothing_else_is_in_hand() {
        given(aStoryLiveIn(EN))
                .when(
                        EDITOR,
                        exactly(new Command.ReviseCopy(
                                new Version(1), edited(aReport(), headline("Urgent")), false, true, List.of())))
                .thenHappened(Event.CopyRevised.class);
    }

    @Test
    void the_same_copy_again_is_no_new_version() {
        given(aStoryFiledBy(REPORTER)).when(REPORTER, revise(EN)).thenRefusedBy("nothing-changed");
        given(aStoryFiledBy(REPORTER)).when(REPORTER, revise(EN, unnamed())).thenRefusedBy("nothing-changed");
    }

    @Test
    void only_the_edition_that_exists_is_revised() {
        given(aStoryFiledBy(REPORTER)).when(EDITOR, revise(RU)).thenRefusedBy("unknown-edition");
        given(aTranslationRequested(RU)).when(EDITOR, revise(RU)).thenRefusedBy("unknown-edition");
        given(aStoryFiledBy(REPORTER)).when(EDITOR, recall(KK)).thenRefusedBy("unknown-edition");
    }

    @Test
    void a_revision_leaves_what_readers_see_as_it_is() {
        Then revised = given(aStoryLiveIn(EN)).when(REPORTER, revise(EN, headline("Harbour closed again")));

        assertThat(revised.accepted().snapshots()).isEmpty();
        assertThat(revised.live(EN).copy().headline()).isEqualTo("Harbour reopens after storm");
        assertThat(revised.edition(EN).live()).isInstanceOf(Live.Published.class);
        assertThat(revised.desk().text(EN, 1)).isNotNull();
    }

    @Test
    void an_edition_has_at_most_a_thousand_versions() {
        Desk desk = Desk.open();
        desk.accepted(REPORTER, file(aReport()));
        for (int version = 2; version <= Edition.MOST_VERSIONS; version++) {
            desk.accepted(REPORTER, revise(EN, headline("Take " + version)));
        }

        new Given(desk).when(REPORTER, revise(EN, headline("One too many"))).thenRefusedBy("limit");
    }

    @Test
    void who_works_in_one_section_moves_no_copy_to_another() {
        Grant reportsNews = new Grant(roleOf(REPORTER), Set.of(NEWS), Set.of());

        given(inAHouseOf(with(STAFF, AIDA, reportsNews)), aStoryFiledBy(AIDA))
                .when(AIDA, revise(EN, section(COURTS)))
                .thenRefusedBy("permission")
                .because("aida may not revise in en, section courts");
    }

    @Test
    void who_may_not_submit_in_a_section_does_not_submit_by_moving_copy_there() {
        Grant writesCourts = new Grant(new Role("writer", Set.of(Right.REVISE), Set.of()), Set.of(COURTS), Set.of());
        Grant reportsNews = new Grant(roleOf(REPORTER), Set.of(NEWS), Set.of());

        given(inAHouseOf(with(STAFF, AIDA, reportsNews, writesCourts)), aStoryFiledBy(AIDA))
                .when(AIDA, reviseAndSubmit(EN, section(COURTS)))
                .thenRefusedBy("permission")
                .because("aida may not submit in en, section courts");
    }

    @Test
    void copy_moved_to_another_section_is_submitted_with_the_checks_of_that_section() {
        CheckRule inCourts =
                new CheckRule(new RequiredCheck(LEGAL_CHECK, 1), CheckRule.Of.EVERY_EDITION, Set.of(COURTS), Set.of());

        Then moved = given(inAHouseWith(Rules.asking(RULES, inCourts)), aStoryFiledBy(REPORTER))
                .when(REPORTER, reviseAndSubmit(EN, section(COURTS)));

        assertThat(moved.events().getLast())
                .isInstanceOfSatisfying(
                        Event.SubmittedForReview.class,
                        submitted -> assertThat(submitted.checks())
                                .isEqualTo(List.of(
                                        new RequiredCheck(Check.EDITOR, 1), new RequiredCheck(LEGAL_CHECK, 1))));
    }

    @Test
    void a_byline_of_nothing_is_none() {
        given(aStoryFiledBy(REPORTER))
                .when(REPORTER, reviseAndSubmit(EN, bylines("", " ")))
                .thenRefusedBy("complete-copy")
                .lacking(": the house asks for a byline");
    }

    @Test
    void legal_writes_nothing() {
        UnaryOperator<Copy> edit = replacing(0, _ -> paragraph("Allegedly, the harbour reopened."));

        given(aStoryInReview()).when(LEGAL, revise(EN, edit)).thenRefusedBy("permission");
    }
}
