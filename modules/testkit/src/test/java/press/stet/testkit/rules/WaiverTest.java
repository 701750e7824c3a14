package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.roleOf;
import static press.stet.testkit.house.TheHouse.with;
import static press.stet.testkit.rules.Asks.ANOTHER_TEXT;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.hold;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.waive;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.stet.model.Digest;
import press.stet.model.Person;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.Grant;
import press.stet.model.house.RequiredCheck;
import press.stet.model.story.Live;
import press.stet.testkit.house.Rules;

/** A check is left out for once, because there is no time for it; it is given after publication. */
class WaiverTest {

    private static final String NIGHT = "It is four in the morning.";

    private static final Person NIGHT_CHIEF = new Person("night-chief");

    private static final Scene HOUSE = inAHouseWith(Rules.asking(RULES, LEGAL_CHECK, 1));

    private static final Scene READY = HOUSE.then(aStoryInReview()).then(EDITOR, approve(EN));

    private static final Scene LIVE =
            READY.then(CHIEF, waive(EN, LEGAL_CHECK, NIGHT)).then(PUBLISHER, publish(EN));

    @Test
    void the_last_check_is_waived_and_the_version_is_fit_to_print() {
        given(READY)
                .when(CHIEF, waive(EN, LEGAL_CHECK, NIGHT))
                .thenHappened(Event.CheckWaived.class, Event.ReviewCompleted.class);
        given(HOUSE.then(aStoryInReview()).then(CHIEF, waive(EN, LEGAL_CHECK, NIGHT)))
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void what_was_waived_is_owed_once_readers_see_it() {
        Then published = given(READY.then(CHIEF, waive(EN, LEGAL_CHECK, NIGHT))).when(PUBLISHER, publish(EN));

        published.thenHappened(Event.EditionPublished.class, Event.ReviewOwed.class);
        assertThat(owed(published)).containsExactly(new RequiredCheck(LEGAL_CHECK, 1));
    }

    @Test
    void the_check_is_given_to_what_readers_see() {
        Then given = given(LIVE).when(LEGAL, approve(EN, LEGAL_CHECK));

        given.thenHappened(Event.VersionApproved.class);
        assertThat(owed(given)).isEmpty();
        given.and().when(CHIEF, approve(EN, LEGAL_CHECK)).thenRefusedBy("out-of-turn");
    }

    @Test
    void nothing_is_approved_while_the_story_is_held() {
        given(LIVE.then(CHIEF, hold())).when(LEGAL, approve(EN, LEGAL_CHECK)).thenRefusedBy("held");
    }

    @Test
    void it_is_given_to_what_readers_see_while_a_new_version_is_in_hand() {
        Then given = given(LIVE.then(REPORTER, revise(EN, headline("Better"))))
                .when(LEGAL, on(1, on(digest(LIVE), approve(EN, LEGAL_CHECK))));

        given.thenHappened(Event.VersionApproved.class);
        assertThat(owed(given)).isEmpty();
    }

    @Test
    void who_wrote_what_readers_see_does_not_give_it() {
        given(HOUSE.then(aStoryFiledBy(CHIEF))
                        .then(REPORTER, submit(EN))
                        .then(EDITOR, approve(EN))
                        .then(desk -> desk.newsroom()
                                .staff(with(STAFF, NIGHT_CHIEF, new Grant(roleOf(CHIEF), Set.of(), Set.of()))))
                        .then(NIGHT_CHIEF, waive(EN, LEGAL_CHECK, NIGHT))
                        .then(PUBLISHER, publish(EN)))
                .when(CHIEF, approve(EN, LEGAL_CHECK))
                .thenRefusedBy("four-eyes");
    }

    @Test
    void a_new_version_with_all_its_checks_owes_nothing() {
        Then published = given(LIVE.then(REPORTER, reviseAndSubmit(EN, headline("Better")))
                        .then(EDITOR, approve(EN))
                        .then(LEGAL, approve(EN, LEGAL_CHECK)))
                .when(PUBLISHER, publish(EN));

        published.thenHappened(Event.EditionPublished.class);
        assertThat(owed(published)).isEmpty();
    }

    @Test
    void a_waiver_does_not_survive_an_edit() {
        given(READY.then(CHIEF, waive(EN, LEGAL_CHECK, NIGHT))
                        .then(REPORTER, reviseAndSubmit(EN, headline("Better")))
                        .then(EDITOR, approve(EN)))
                .when(PUBLISHER, publish(EN))
                .thenRefusedBy("out-of-turn");
    }

    @Test
    void the_editors_check_is_never_waived() {
        given(HOUSE.then(aStoryInReview()))
                .when(CHIEF, waive(EN, Check.EDITOR, NIGHT))
                .thenRefusedBy("checks");
    }

    @Test
    void nobody_waives_a_check_of_what_they_wrote_or_without_the_right_or_of_another_text() {
        given(HOUSE.then(aStoryFiledBy(CHIEF)).then(REPORTER, submit(EN)))
                .when(CHIEF, waive(EN, LEGAL_CHECK, NIGHT))
                .thenRefusedBy("four-eyes");
        given(READY).when(EDITOR, waive(EN, LEGAL_CHECK, NIGHT)).thenRefusedBy("permission");
        given(READY)
                .when(CHIEF, on(ANOTHER_TEXT, waive(EN, LEGAL_CHECK, NIGHT)))
                .thenRefusedBy("approval");
        given(READY.then(CHIEF, hold()))
                .when(CHIEF, waive(EN, LEGAL_CHECK, NIGHT))
                .thenRefusedBy("held");
        given(READY.then(LEGAL, approve(EN, LEGAL_CHECK)))
                .when(CHIEF, waive(EN, LEGAL_CHECK, NIGHT))
                .thenRefusedBy("out-of-turn");
    }

    private static List<RequiredCheck> owed(Then then) {
        return ((Live.Published) then.edition(EN).live()).owed();
    }

    private static Digest digest(Scene live) {
        return ((Live.Published) given(live).desk().edition(EN).live()).stamp().digest();
    }
}
