package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.embargoUntilLifted;
import static press.stet.testkit.rules.Asks.hold;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.requestChanges;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.schedule;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.unschedule;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.inAHouseOf;
import static press.stet.testkit.rules.Scenes.inAHouseWith;
import static press.stet.testkit.rules.Scenes.nothing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.story.Schedule;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.house.Rules;
import press.stet.testkit.house.TheHouse;
import press.stet.testkit.log.Log;

/** The languages of a story reach readers at the same moment, where the house wants that. */
class TogetherTest {

    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private static final HouseRules HOUSE = together(RULES, EN, RU, KK);

    private static final Scene ALL_APPROVED =
            aStoryApproved().then(approved(RU)).then(approved(KK));

    private static final Scene TWO_WAIT =
            inAHouseWith(HOUSE).then(ALL_APPROVED).then(PUBLISHER, publish(EN)).then(PUBLISHER, publish(RU));

    @Test
    void what_is_published_waits_for_the_others() {
        Then waiting = given(inAHouseWith(HOUSE), ALL_APPROVED).when(PUBLISHER, publish(EN));

        waiting.thenHappened(Event.PublicationScheduled.class);
        Schedule schedule = Objects.requireNonNull(waiting.edition(EN).schedule());
        assertThat(schedule.together()).isTrue();
        assertThat(schedule.due()).isEqualTo(waiting.desk().story().at().plus(SIX_HOURS));
        assertThat(waiting.desk().latest(EN)).isNull();

        Then second = waiting.and().when(PUBLISHER, publish(RU)).thenHappened(Event.PublicationScheduled.class);

        assertThat(Objects.requireNonNull(second.edition(RU).schedule()).due())
                .as("they wait as long as the first")
                .isEqualTo(schedule.due());
    }

    @Test
    void when_the_last_is_published_all_go_out_in_one_ruling_whatever_was_published_first() {
        Then released = given(TWO_WAIT).when(PUBLISHER, publish(KK));

        released.thenHappened(
                Event.PublicationScheduled.class,
                Event.ScheduleFired.class,
                Event.EditionPublished.class,
                Event.ScheduleFired.class,
                Event.EditionPublished.class,
                Event.ScheduleFired.class,
                Event.EditionPublished.class);
        assertThat(released.accepted().snapshots())
                .extracting(Snapshot::language)
                .containsExactlyInAnyOrder(EN, KK, RU);
        assertThat(released.accepted().snapshots())
                .extracting(Snapshot::at)
                .containsOnly(released.desk().story().at());
        assertThat(released.desk().story().due()).isEmpty();
        keepsEveryPromise(released.desk());

        Then originalLast = given(
                        inAHouseWith(HOUSE),
                        ALL_APPROVED.then(PUBLISHER, publish(RU)).then(PUBLISHER, publish(KK)))
                .when(PUBLISHER, publish(EN));
        assertThat(originalLast.accepted().snapshots()).hasSize(3);
    }

    @Test
    void at_the_deadline_the_ready_ones_go_together_and_the_others_follow_when_they_are() {
        Given waiting = given(TWO_WAIT);
        waiting.desk().newsroom().later(SIX_HOURS);

        waiting.desk().newsroom().fire();

        List<Entry> last = waiting.desk()
                .newsroom()
                .log()
                .entries()
                .reversed()
                .subList(0, 4)
                .reversed();
        assertThat(last)
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .containsExactly("ScheduleFired", "EditionPublished", "ScheduleFired", "EditionPublished");
        assertThat(last).extracting(Entry::count).as("one ruling").containsOnly(4);
        assertThat(waiting.desk().latest(KK)).isNull();
        waiting.when(PUBLISHER, publish(KK)).thenHappened(Event.EditionPublished.class);
        keepsEveryPromise(waiting.desk());
    }

    @Test
    void at_the_deadline_every_rule_is_asked_of_each_and_what_may_not_go_keeps_back_nothing_but_itself() {
        Given waiting = given(
                inAHouseWith(HOUSE),
                ALL_APPROVED.then(PUBLISHER, publish(EN)).then(CHIEF, publish(RU)),
                inAHouseOf(TheHouse.with(STAFF, CHIEF)));
        waiting.desk().newsroom().later(SIX_HOURS);

        waiting.desk().newsroom().fire();

        assertThat(waiting.desk().live(EN).number()).isEqualTo(1);
        assertThat(waiting.desk().latest(RU)).isNull();
        assertThat(waiting.desk().newsroom().log().entries().getLast().event())
                .isInstanceOfSatisfying(
                        Event.ScheduleRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("permission"));
        keepsEveryPromise(waiting.desk());
    }

    @Test
    void where_a_rule_stands_against_one_of_them_none_goes_before_the_deadline() {
        Given waiting = given(
                inAHouseWith(HOUSE),
                ALL_APPROVED.then(PUBLISHER, publish(EN)).then(CHIEF, publish(RU)),
                inAHouseOf(TheHouse.with(STAFF, CHIEF)));

        waiting.when(PUBLISHER, publish(KK)).thenHappened(Event.PublicationScheduled.class);

        assertThat(waiting.desk().newsroom().log().snapshots()).isEmpty();
        assertThat(waiting.when(PUBLISHER, publish(RU)).accepted().snapshots())
                .as("published by somebody who may")
                .hasSize(3);
        keepsEveryPromise(waiting.desk());
    }

    @Test
    void what_waits_is_voided_by_new_copy_and_ended_by_whoever_may() {
        assertThat(given(TWO_WAIT)
                        .when(REPORTER, reviseAndSubmit(EN, headline("Another")))
                        .events())
                .hasAtLeastOneElementOfType(Event.ScheduleVoided.class);
        given(TWO_WAIT).when(PUBLISHER, unschedule(RU)).thenHappened(Event.ScheduleCancelled.class);
        assertThat(given(TWO_WAIT)
                        .when(EDITOR, requestChanges(EN, "Who says so?"))
                        .events())
                .hasAtLeastOneElementOfType(Event.ScheduleVoided.class);
        assertThat(given(TWO_WAIT).when(PUBLISHER, embargoUntilLifted()).events())
                .hasAtLeastOneElementOfType(Event.ScheduleVoided.class);
        Then killed = given(TWO_WAIT).when(CHIEF, kill());
        assertThat(killed.desk().story().due()).isEmpty();
        assertThat(killed.accepted().snapshots()).isEmpty();
    }

    @Test
    void held_at_the_deadline_nothing_goes() {
        Given held = given(TWO_WAIT.then(EDITOR, hold()));
        held.desk().newsroom().later(SIX_HOURS);

        held.desk().newsroom().fire();

        assertThat(held.desk().newsroom().log().snapshots()).isEmpty();
        assertThat(held.desk().story().due()).isEmpty();
        keepsEveryPromise(held.desk());
    }

    @Test
    void published_again_what_waits_goes_on_waiting_and_no_longer() {
        Given waiting = given(TWO_WAIT);
        var due = waiting.desk().story().due().getFirst().at();

        Then again = waiting.when(PUBLISHER, publish(EN));

        again.thenHappened(Event.ScheduleCancelled.class, Event.PublicationScheduled.class);
        assertThat(Objects.requireNonNull(again.edition(EN).schedule()).due()).isEqualTo(due);
    }

    @Test
    void what_was_scheduled_for_a_moment_waits_then() {
        Given scheduled = given(
                inAHouseWith(HOUSE),
                ALL_APPROVED.then(PUBLISHER, publish(RU)).then(PUBLISHER, schedule(EN, Duration.ofHours(1))));
        scheduled.desk().newsroom().later(Duration.ofHours(1));

        scheduled.desk().newsroom().fire();

        assertThat(scheduled.desk().latest(EN)).isNull();
        assertThat(Objects.requireNonNull(scheduled.desk().edition(EN).schedule())
                        .together())
                .isTrue();
        assertThat(scheduled.when(PUBLISHER, publish(KK)).accepted().snapshots())
                .hasSize(3);
        keepsEveryPromise(scheduled.desk());
    }

    @Test
    void a_translation_may_wait_for_its_source_where_it_goes_out_only_from_a_live_one() {
        Scene fromLive = inAHouseWith(together(Rules.translatingFromLive(RULES), EN, RU));

        given(fromLive, ALL_APPROVED).when(PUBLISHER, publish(RU)).thenRefusedBy("source-not-approved");
        Then released =
                given(fromLive, ALL_APPROVED.then(PUBLISHER, publish(EN))).when(PUBLISHER, publish(RU));

        assertThat(released.accepted().snapshots())
                .extracting(Snapshot::language)
                .containsExactly(EN, RU);
        keepsEveryPromise(released.desk());
    }

    @Test
    void what_was_public_once_waits_for_nothing() {
        Scene released = TWO_WAIT.then(PUBLISHER, publish(KK));

        given(released.then(REPORTER, reviseAndSubmit(EN, headline("Another"))).then(EDITOR, approve(EN)))
                .when(PUBLISHER, publish(EN))
                .thenHappened(Event.EditionPublished.class, Event.TranslationStale.class, Event.TranslationStale.class);
        given(released.then(PUBLISHER, withdraw(EN))
                        .then(PUBLISHER, withdraw(RU))
                        .then(PUBLISHER, withdraw(KK))
                        .then(REPORTER, submit(EN))
                        .then(EDITOR, approve(EN)))
                .when(PUBLISHER, publish(EN))
                .thenHappened(Event.EditionPublished.class);
    }

    @Test
    void a_language_more_than_the_house_wants_waits_with_them_and_is_not_waited_for() {
        Scene house = inAHouseWith(together(RULES, EN, RU));
        Scene oneMore = ALL_APPROVED.then(PUBLISHER, publish(KK)).then(PUBLISHER, publish(EN));

        assertThat(given(house, oneMore).when(PUBLISHER, publish(RU)).accepted().snapshots())
                .hasSize(3);
        assertThat(given(inAHouseWith(together(RULES)), aStoryApproved())
                        .when(PUBLISHER, publish(EN))
                        .accepted()
                        .snapshots())
                .hasSize(1);
    }

    @Test
    void they_wait_for_some_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TranslationRule(Set.of(), Set.of(), null, WhileStale.KEEP, false, Duration.ofHours(-1)))
                .withMessageContaining("PT-1H");
    }

    private static void keepsEveryPromise(Desk desk) {
        Log log = desk.newsroom().log();
        assertThat(Guarantee.broken(log)).isEmpty();
    }

    private static Scene approved(Language language) {
        return nothing()
                .then(TRANSLATOR, deliver(language))
                .then(TRANSLATOR, submit(language))
                .then(EDITOR, approve(language));
    }

    private static HouseRules together(HouseRules rules, Language... languages) {
        return Rules.translating(
                rules, new TranslationRule(Set.of(), Set.of(languages), null, WhileStale.KEEP, false, SIX_HOURS));
    }
}
