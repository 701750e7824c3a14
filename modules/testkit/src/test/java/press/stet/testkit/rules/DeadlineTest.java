package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.assignTranslation;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.hold;
import static press.stet.testkit.rules.Asks.resume;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.schedule;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aTranslationRequested;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.testkit.house.Rules;

/** When reviews and translations are to be done; people are reminded before and told after. */
class DeadlineTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Scene DUE = aStoryFiledBy(REPORTER).then(REPORTER, submit(EN, HOUR));

    private static List<String> after(Desk desk, Duration passed) {
        int before = desk.newsroom().log().entries().size();
        desk.newsroom().later(passed);
        desk.newsroom().fire();
        List<Entry> entries = desk.newsroom().log().entries();
        return entries.subList(before, entries.size()).stream()
                .map(entry -> entry.event().getClass().getSimpleName())
                .toList();
    }

    @Test
    void a_review_that_is_not_done_in_time_is_told_once() {
        Desk desk = given(DUE).desk();

        assertThat(after(desk, HOUR.minus(Duration.ofMinutes(5)))).isEmpty();
        assertThat(after(desk, HOUR)).containsExactly("ReviewOverdue");
        assertThat(after(desk, HOUR)).isEmpty();
    }

    @Test
    void it_is_told_at_the_moment_in_the_name_of_whoever_set_it() {
        Desk desk = given(DUE).desk();
        Event.SubmittedForReview submitted = (Event.SubmittedForReview)
                desk.newsroom().log().entries().getLast().event();
        after(desk, HOUR);

        Entry told = desk.newsroom().log().entries().getLast();
        assertThat(told.actor()).isEqualTo(REPORTER);
        assertThat(told.at()).isEqualTo(submitted.due());
    }

    @Test
    void a_review_that_was_done_is_not_told() {
        assertThat(after(given(DUE.then(EDITOR, approve(EN))).desk(), HOUR)).isEmpty();
    }

    @Test
    void the_house_says_by_when_where_nobody_else_does_and_reminds() {
        Scene house = inAHouseWith(Rules.within(RULES, HOUR, Duration.ofMinutes(10)));
        Desk desk = given(house.then(aStoryFiledBy(REPORTER)).then(REPORTER, submit(EN)))
                .desk();

        assertThat(after(desk, Duration.ofMinutes(45))).isEmpty();
        assertThat(after(desk, Duration.ofMinutes(10))).containsExactly("ReviewDueSoon");
        assertThat(after(desk, Duration.ofMinutes(10))).containsExactly("ReviewOverdue");
    }

    @Test
    void new_copy_in_review_stays_due_when_it_was() {
        Desk desk = given(DUE.then(REPORTER, reviseAndSubmit(EN, headline("Better"))))
                .desk();

        assertThat(after(desk, HOUR)).containsExactly("ReviewOverdue");
    }

    @Test
    void a_translation_that_does_not_come_is_told() {
        Scene handedOut = aTranslationRequested(RU).then(EDITOR, assignTranslation(RU, TRANSLATOR, HOUR));

        assertThat(after(given(handedOut).desk(), HOUR)).containsExactly("TranslationOverdue");
        assertThat(after(given(handedOut.then(TRANSLATOR, deliver(RU))).desk(), HOUR))
                .isEmpty();
    }

    @Test
    void nothing_is_due_in_the_past() {
        given(aStoryFiledBy(REPORTER))
                .when(REPORTER, submit(EN, Duration.ofMinutes(-1)))
                .thenRefusedBy("out-of-turn");
        given(aTranslationRequested(RU))
                .when(EDITOR, assignTranslation(RU, TRANSLATOR, Duration.ofMinutes(-1)))
                .thenRefusedBy("out-of-turn");
    }

    @Test
    void a_hold_stops_due_dates_and_not_schedules() {
        Desk desk = given(DUE.then(CHIEF, hold())).desk();
        assertThat(after(desk, HOUR.multipliedBy(3))).isEmpty();
        desk.accepted(CHIEF, resume());
        assertThat(after(desk, Duration.ofMinutes(50))).isEmpty();
        assertThat(after(desk, Duration.ofMinutes(10))).containsExactly("ReviewOverdue");

        Desk scheduled = given(
                        aStoryApproved().then(PUBLISHER, schedule(EN, HOUR)).then(CHIEF, hold()))
                .desk();
        assertThat(after(scheduled, HOUR)).containsExactly("ScheduleRefused");
    }

    @Test
    void what_was_set_during_a_hold_stands_still_from_then_on() {
        Desk desk = given(aTranslationRequested(RU).then(CHIEF, hold())).desk();
        desk.newsroom().later(HOUR);
        Instant set = desk.newsroom().now();
        desk.accepted(EDITOR, assignTranslation(RU, TRANSLATOR, HOUR));
        desk.newsroom().later(HOUR.multipliedBy(2));
        Instant resumed = desk.newsroom().now();
        desk.accepted(CHIEF, resume());
        after(desk, HOUR.multipliedBy(2));

        Entry told = desk.newsroom().log().entries().getLast();
        assertThat(told.event()).isInstanceOf(Event.TranslationOverdue.class);
        assertThat(told.at()).isEqualTo(set.plus(HOUR).plus(Duration.between(set, resumed)));
    }
}
