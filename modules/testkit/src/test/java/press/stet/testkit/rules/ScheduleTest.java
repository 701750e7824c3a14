package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.with;
import static press.stet.testkit.rules.Asks.ANOTHER_TEXT;
import static press.stet.testkit.rules.Asks.discard;
import static press.stet.testkit.rules.Asks.embargo;
import static press.stet.testkit.rules.Asks.embargoUntilLifted;
import static press.stet.testkit.rules.Asks.hold;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.recall;
import static press.stet.testkit.rules.Asks.requestChanges;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.schedule;
import static press.stet.testkit.rules.Asks.spike;
import static press.stet.testkit.rules.Asks.unschedule;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.inAHouseOf;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.story.Working;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.house.Rules;

/** A schedule decides nothing by itself: when it is due, every rule is asked again. */
class ScheduleTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Scene SCHEDULED = aStoryApproved().then(PUBLISHER, schedule(EN, HOUR));

    /** What happened when the hour had passed. */
    private static List<String> whenDue(Scene scene) {
        Desk desk = given(scene).desk();
        int before = desk.newsroom().log().entries().size();
        desk.newsroom().later(HOUR);
        desk.newsroom().fire();
        assertThat(Guarantee.broken(desk.newsroom().log())).isEmpty();
        List<Entry> all = desk.newsroom().log().entries();
        return all.subList(before, all.size()).stream()
                .map(entry -> entry.event() instanceof Event.ScheduleRefused refused
                        ? "refused by " + refused.rule()
                        : entry.event().getClass().getSimpleName())
                .toList();
    }

    @Test
    void when_it_is_due_it_goes_out_in_the_name_of_whoever_scheduled_it() {
        Desk desk = given(SCHEDULED).desk();
        Instant due = desk.newsroom().now().plus(HOUR).minus(Duration.ofMinutes(1));
        desk.newsroom().later(HOUR);
        desk.newsroom().fire();

        Entry last = desk.newsroom().log().entries().getLast();
        assertThat(last.event()).isInstanceOf(Event.EditionPublished.class);
        assertThat(last.actor()).isEqualTo(PUBLISHER);
        assertThat(last.at()).isEqualTo(due);
        assertThat(desk.live(EN).publishedAt()).isEqualTo(due);
    }

    @Test
    void before_it_is_due_nothing_happens_and_after_that_nothing_more() {
        Desk desk = given(SCHEDULED).desk();
        desk.newsroom().later(HOUR.minus(Duration.ofMinutes(5)));
        desk.newsroom().fire();
        assertThat(desk.edition(EN).working()).isInstanceOf(Working.Scheduled.class);
        desk.newsroom().later(HOUR);
        desk.newsroom().fire();
        int events = desk.newsroom().log().entries().size();
        desk.newsroom().fire();
        assertThat(desk.newsroom().log().entries()).hasSize(events);
    }

    @Test
    void it_is_asked_again_whether_the_story_is_held() {
        assertThat(whenDue(SCHEDULED.then(EDITOR, hold()))).containsExactly("refused by held");
    }

    @Test
    void it_is_asked_again_what_the_house_asks_for() {
        assertThat(whenDue(SCHEDULED.then(inAHouseWith(Rules.asking(RULES, LEGAL_CHECK, 1)))))
                .containsExactly("refused by checks");
    }

    @Test
    void permission_is_asked_as_it_is_then() {
        assertThat(whenDue(SCHEDULED.then(inAHouseOf(with(STAFF, PUBLISHER)))))
                .containsExactly("refused by permission");
    }

    @Test
    void what_was_refused_when_due_stays_approved() {
        Desk desk = given(SCHEDULED.then(EDITOR, hold())).desk();
        desk.newsroom().later(HOUR);
        desk.newsroom().fire();
        assertThat(desk.edition(EN).working()).isInstanceOf(Working.Approved.class);
    }

    @Test
    void a_command_that_comes_in_after_the_moment_finds_it_gone_out() {
        Desk desk = given(SCHEDULED).desk();
        desk.newsroom().later(HOUR);
        new Given(desk).when(PUBLISHER, unschedule(EN)).thenRefusedBy("out-of-turn");
        assertThat(desk.live(EN).number()).isEqualTo(1);
    }

    @Test
    void cancelled_or_killed_before_it_does_not_go_out() {
        assertThat(whenDue(SCHEDULED.then(PUBLISHER, unschedule(EN)))).isEmpty();
        assertThat(whenDue(SCHEDULED.then(CHIEF, kill()))).isEmpty();
        assertThat(whenDue(SCHEDULED.then(EDITOR, spike()))).isEmpty();
    }

    @Test
    void moved_it_goes_out_once_at_the_later_moment() {
        Scene moved = SCHEDULED.then(PUBLISHER, schedule(EN, HOUR.multipliedBy(3)));

        given(SCHEDULED)
                .when(PUBLISHER, schedule(EN, HOUR.multipliedBy(3)))
                .thenHappened(Event.ScheduleCancelled.class, Event.PublicationScheduled.class);
        assertThat(whenDue(moved)).isEmpty();
    }

    @Test
    void published_by_hand_it_does_not_go_out_again() {
        given(SCHEDULED)
                .when(PUBLISHER, publish(EN))
                .thenHappened(Event.ScheduleCancelled.class, Event.EditionPublished.class);
        assertThat(whenDue(SCHEDULED.then(PUBLISHER, publish(EN)))).isEmpty();
    }

    @Test
    void new_copy_voids_it_and_says_so() {
        given(SCHEDULED)
                .when(REPORTER, revise(EN, headline("Another")))
                .thenHappened(Event.ScheduleVoided.class, Event.ApprovalsVoided.class, Event.CopyRevised.class);
        given(SCHEDULED)
                .when(REPORTER, recall(EN))
                .thenHappened(Event.ScheduleVoided.class, Event.RecalledFromReview.class);
        given(SCHEDULED)
                .when(EDITOR, requestChanges(EN, "Who says so?"))
                .thenHappened(Event.ScheduleVoided.class, Event.ChangesRequested.class);
        given(aStoryLiveIn(EN)
                        .then(REPORTER, Asks.reviseAndSubmit(EN, headline("Another")))
                        .then(EDITOR, Asks.approve(EN))
                        .then(PUBLISHER, schedule(EN, HOUR)))
                .when(REPORTER, discard(EN))
                .thenHappened(Event.ScheduleVoided.class, Event.DraftDiscarded.class);
    }

    @Test
    void an_embargo_past_it_voids_it_and_one_before_it_does_not() {
        given(SCHEDULED)
                .when(PUBLISHER, embargoUntilLifted())
                .thenHappened(Event.ScheduleVoided.class, Event.EmbargoSet.class);
        given(SCHEDULED).when(PUBLISHER, embargo(Duration.ofMinutes(5))).thenHappened(Event.EmbargoSet.class);
        assertThat(whenDue(SCHEDULED.then(PUBLISHER, embargo(Duration.ofMinutes(5)))))
                .containsExactly("ScheduleFired", "EditionPublished");
    }

    @Test
    void nothing_is_scheduled_for_before_the_embargo_ends() {
        given(aStoryApproved().then(PUBLISHER, embargo(HOUR.multipliedBy(2))))
                .when(PUBLISHER, schedule(EN, HOUR))
                .thenRefusedBy("embargo");
        given(aStoryApproved().then(PUBLISHER, embargo(HOUR)))
                .when(PUBLISHER, schedule(EN, HOUR.multipliedBy(2)))
                .thenHappened(Event.PublicationScheduled.class);
    }

    @Test
    void only_what_is_approved_is_scheduled_in_exactly_that_text_for_a_moment_to_come() {
        given(aStoryInReview()).when(PUBLISHER, schedule(EN, HOUR)).thenRefusedBy("out-of-turn");
        given(aStoryApproved())
                .when(PUBLISHER, on(ANOTHER_TEXT, schedule(EN, HOUR)))
                .thenRefusedBy("approval");
        given(aStoryApproved()).when(PUBLISHER, on(2, schedule(EN, HOUR))).thenRefusedBy("expected-version");
        given(aStoryApproved()).when(PUBLISHER, schedule(EN, Duration.ZERO)).thenRefusedBy("out-of-turn");
        given(aStoryApproved()).when(REPORTER, schedule(EN, HOUR)).thenRefusedBy("permission");
        given(aStoryApproved()).when(PUBLISHER, unschedule(EN)).thenRefusedBy("out-of-turn");
    }
}
