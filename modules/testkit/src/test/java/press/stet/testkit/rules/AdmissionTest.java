package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.SITE;
import static press.stet.testkit.house.TheHouse.STRANGER;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.file;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aHouseWithoutRules;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryKilled;
import static press.stet.testkit.rules.Scenes.nothing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.command.Arrival;
import press.stet.model.command.Channel;
import press.stet.model.command.Command;
import press.stet.model.command.Proof;
import press.stet.model.event.Event;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Ruling;

/** What is asked of a command before its story. */
class AdmissionTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Desk desk = Desk.open();

    @Test
    void a_command_comes_in_only_by_its_own_topic() {
        Arrival misled = by(Channel.REVIEWS, filing());

        assertThat(refusal(misled).rule()).isEqualTo(Rule.WRONG_TOPIC);
        assertThat(refusal(by(Channel.PUBLICATIONS, filing())).reason())
                .isEqualTo("FileStory belongs to DRAFTS, not to PUBLICATIONS");
    }

    @Test
    void a_repeat_writes_no_event_and_points_to_what_became_of_the_first() {
        Arrival filing = filing();
        desk.newsroom().receive(filing);

        Ruling repeated = desk.newsroom().receive(later(filing, Duration.ofDays(6)));

        assertThat(repeated).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
            assertThat(refused.refused().refusal().rule()).isEqualTo(Rule.REPEATED);
            assertThat(refused.refused().first()).isEqualTo(new Outcome.Accepted(1, 1));
        });
        assertThat(desk.story().sequence()).isEqualTo(1);
    }

    @Test
    void a_repeat_of_a_repeat_is_still_told_of_the_first() {
        Arrival approval =
                desk.newsroom().arrival(EDITOR, desk.storyId(), approve(EN).of(desk.newsroom(), desk.storyId()));

        assertThat(desk.newsroom().receive(approval).outcome()).isEqualTo(new Outcome.Refused(Rule.UNKNOWN_STORY));
        assertThat(desk.newsroom().receive(approval).outcome()).isEqualTo(new Outcome.Refused(Rule.UNKNOWN_STORY));
        assertThat(desk.newsroom().receive(approval).outcome()).isEqualTo(new Outcome.Refused(Rule.UNKNOWN_STORY));
    }

    @Test
    void a_repeat_by_another_topic_has_no_second_outcome() {
        Arrival filing = filing();
        desk.newsroom().receive(filing);

        assertThat(refusal(by(Channel.REVIEWS, filing)).rule()).isEqualTo(Rule.REPEATED);
    }

    @Test
    void a_repeat_of_what_came_from_the_future_has_no_second_outcome() {
        Arrival early = later(filing(), Duration.ofHours(-1));

        assertThat(refusal(early).rule()).isEqualTo(Rule.FROM_THE_FUTURE);
        assertThat(refusal(early).rule()).isEqualTo(Rule.REPEATED);
        assertThat(refusal(later(early, Duration.ofHours(2))).rule()).isEqualTo(Rule.REPEATED);
    }

    @Test
    void what_was_accepted_is_too_old_to_be_asked_again_after_a_week() {
        Arrival filing = filing();
        desk.newsroom().receive(filing);

        assertThat(refusal(later(filing, Duration.ofDays(7))).rule()).isEqualTo(Rule.REPEATED);
        assertThat(refusal(later(filing, Duration.ofDays(7).plus(MOMENT))).rule())
                .isEqualTo(Rule.TOO_OLD);
        assertThat(desk.story().sequence()).isEqualTo(1);
    }

    @Test
    void a_clock_may_be_five_minutes_ahead_and_no_more() {
        Arrival filing = filing();

        assertThat(refusal(later(filing, Duration.ofMinutes(-5).minus(MOMENT))).rule())
                .isEqualTo(Rule.FROM_THE_FUTURE);
        assertThat(desk.newsroom().receive(later(filing(), Duration.ofMinutes(-5))))
                .isInstanceOf(Ruling.Accepted.class);
    }

    @Test
    void nobody_acts_who_does_not_prove_who_they_are() {
        Arrival filing = proven(filing(), new Proof.Unproven("there is no token"));

        assertThat(refusal(filing)).isEqualTo(new Refusal(Rule.NOT_PROVEN, "there is no token", List.of()));
    }

    @Test
    void nobody_acts_in_the_name_of_somebody_else_or_through_another_tool() {
        assertThat(refusal(proven(filing(), new Proof.Proven(EDITOR, "testkit")))
                        .rule())
                .isEqualTo(Rule.NOT_PROVEN);
        assertThat(refusal(proven(filing(), new Proof.Proven(REPORTER, "test"))).rule())
                .isEqualTo(Rule.NOT_PROVEN);
        assertThat(desk.newsroom().receive(proven(filing(), new Proof.Proven(REPORTER, "testkit"))))
                .isInstanceOf(Ruling.Accepted.class);
    }

    @Test
    void who_sent_it_is_asked_before_anything_is_said_about_the_story() {
        Arrival unproven = proven(filing(), new Proof.Unproven("there is no token"));

        assertThat(refusal(by(Channel.REVIEWS, unproven)).rule()).isEqualTo(Rule.NOT_PROVEN);
    }

    @Test
    void an_id_that_has_an_outcome_gets_no_other_whoever_sends_it() {
        Arrival filing = filing();
        desk.newsroom().receive(filing);

        assertThat(refusal(proven(filing, new Proof.Unproven("there is no token")))
                        .rule())
                .isEqualTo(Rule.REPEATED);
    }

    @Test
    void nothing_is_done_to_a_story_that_was_never_filed() {
        given(nothing()).when(REPORTER, submit(EN)).thenRefusedBy("unknown-story");
    }

    @Test
    void a_story_is_filed_once() {
        given(aStoryFiledBy(REPORTER)).when(REPORTER, file(aReport())).thenRefusedBy("story-exists");
    }

    @Test
    void nothing_more_happens_to_a_story_that_was_killed() {
        given(aStoryKilled()).when(REPORTER, file(aReport())).thenRefusedBy("killed");
    }

    @Test
    void nothing_is_filed_for_a_site_without_rules() {
        given(aHouseWithoutRules()).when(REPORTER, file(aReport())).thenRefusedBy("unknown-site");
    }

    @Test
    void the_rules_of_any_site_hold_for_one_that_has_none_of_its_own() {
        given(nothing()).when(REPORTER, file(aReport())).thenHappened(Event.StoryFiled.class);
    }

    @Test
    void nobody_acts_whom_the_staff_list_does_not_name() {
        given(aStoryInReview())
                .when(STRANGER, approve(EN))
                .thenRefusedBy("unknown-person")
                .because("stranger");
    }

    private Arrival filing() {
        return desk.newsroom().arrival(REPORTER, desk.storyId(), new Command.FileStory(SITE, aReport()));
    }

    private Refusal refusal(Arrival arrival) {
        return switch (desk.newsroom().receive(arrival)) {
            case Ruling.Refused refused -> refused.refused().refusal();
            case Ruling.Accepted accepted -> throw new AssertionError("accepted: " + accepted.entries());
        };
    }

    private static Arrival by(Channel channel, Arrival arrival) {
        return new Arrival(arrival.dispatch(), channel, arrival.at(), arrival.proof());
    }

    private static Arrival proven(Arrival arrival, Proof proof) {
        return new Arrival(arrival.dispatch(), arrival.channel(), arrival.at(), proof);
    }

    private static Arrival later(Arrival arrival, Duration later) {
        return new Arrival(arrival.dispatch(), arrival.channel(), arrival.at().plus(later), arrival.proof());
    }
}
