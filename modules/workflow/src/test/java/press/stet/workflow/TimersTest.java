package press.stet.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.workflow.TestDesk.approve;
import static press.stet.workflow.TestDesk.copy;
import static press.stet.workflow.TestDesk.submit;
import static press.stet.workflow.TestHouse.ANNA;
import static press.stet.workflow.TestHouse.BORIS;
import static press.stet.workflow.TestHouse.EN;
import static press.stet.workflow.TestHouse.SITE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.stet.contract.message.SealedEntry;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Rule;
import press.stet.model.story.Story;
import press.stet.workflow.state.Cabinet;

/** What is scheduled goes out when it is due, in the order of moments, and among commands where its moment stands. */
class TimersTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** More than are seen to at once. */
    private static final int MANY = 250;

    private final TestNewsroom newsroom = TestNewsroom.open();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void what_came_due_while_nobody_was_there_goes_out_in_the_order_of_moments() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, MANY).boxed().toList());
        Collections.shuffle(order, new Random(4));
        Instant first = newsroom.now().plus(HOUR.multipliedBy(10));
        List<Scheduled> scheduled =
                order.stream().map(place -> scheduled(first.plusMillis(place))).toList();
        newsroom.pass(HOUR.multipliedBy(20));
        List<StoryId> fired = new ArrayList<>();
        while (fired.size() < MANY) {
            int before = fired.size();
            newsroom.pass(Duration.ofMillis(20));
            newsroom.events().stream()
                    .filter(entry -> entry.entry().event() instanceof Event.ScheduleFired)
                    .map(entry -> entry.entry().story())
                    .forEach(fired::add);
            assertThat(fired).hasSizeGreaterThan(before);
        }
        assertThat(fired)
                .isEqualTo(scheduled.stream()
                        .sorted((one, other) -> one.due().compareTo(other.due()))
                        .map(Scheduled::story)
                        .toList());
        assertThat(newsroom.keys(Cabinet.TIMERS).get(Cabinet.TIMERS)).isEmpty();
    }

    @Test
    void before_its_moment_nothing_goes_out() {
        scheduled(newsroom.now().plus(HOUR));
        newsroom.pass(HOUR.minusMinutes(1));
        assertThat(newsroom.events()).isEmpty();
    }

    @Test
    void one_that_is_scheduled_later_for_an_earlier_moment_goes_out_at_that() {
        scheduled(newsroom.now().plus(HOUR.multipliedBy(3)));
        newsroom.pass(HOUR);
        Scheduled earlier = scheduled(newsroom.now().plus(HOUR));
        newsroom.pass(HOUR.plusMinutes(30));

        assertThat(kinds(newsroom.events(), earlier)).containsExactly("ScheduleFired", "EditionPublished");
    }

    @Test
    void one_that_is_scheduled_when_all_others_have_gone_out_goes_out_as_well() {
        for (int at = 0; at < 3; at++) {
            Scheduled next = scheduled(newsroom.now().plus(HOUR));
            newsroom.pass(HOUR.plusMinutes(30));

            assertThat(kinds(newsroom.events(), next)).containsExactly("ScheduleFired", "EditionPublished");
        }
    }

    @Test
    void a_cancellation_of_that_very_moment_goes_before_it_and_a_later_one_does_not() {
        Scheduled inTime = scheduled(newsroom.now().plus(HOUR));
        Scheduled late = scheduled(newsroom.now().plus(HOUR));
        // Nobody looked at the timers meanwhile: only what the commands say of time is known.
        newsroom.sendAt(inTime.due(), inTime.story(), BORIS, new Command.CancelSchedule(EN));
        newsroom.sendAt(late.due().plusMillis(1), late.story(), BORIS, new Command.CancelSchedule(EN));
        List<SealedEntry> events = newsroom.events();
        assertThat(kinds(events, inTime)).containsExactly("ScheduleCancelled");
        assertThat(kinds(events, late)).containsExactly("ScheduleFired", "EditionPublished");
        assertThat(newsroom.refusals())
                .singleElement()
                .extracting(refused -> refused.refused().refusal().rule())
                .isEqualTo(Rule.OUT_OF_TURN);
    }

    private static List<String> kinds(List<SealedEntry> events, Scheduled scheduled) {
        return events.stream()
                .filter(entry -> entry.entry().story().equals(scheduled.story()))
                .map(entry -> entry.entry().event().getClass().getSimpleName())
                .toList();
    }

    private record Scheduled(StoryId story, Instant due) {}

    private Scheduled scheduled(Instant due) {
        StoryId id = newsroom.newStory();
        newsroom.send(id, ANNA, new Command.FileStory(SITE, copy(EN, "Harbour reopens", "It reopened at noon.")));
        List<SealedEntry> history = new ArrayList<>(newsroom.events());
        newsroom.send(id, ANNA, submit(TestNewsroom.replay(history), EN));
        history.addAll(newsroom.events());
        Story story = TestNewsroom.replay(history);
        newsroom.send(id, BORIS, approve(story, EN));
        Stamp stamp = Objects.requireNonNull(
                Objects.requireNonNull(story.edition(EN), "it was filed").current(), "it has copy");
        newsroom.send(
                id,
                BORIS,
                new Command.SchedulePublication(
                        EN, stamp.version(), stamp.digest(), due, ZoneOffset.UTC, PublicationKind.FIRST, Notice.NONE));
        assertThat(newsroom.events())
                .last()
                .satisfies(last -> assertThat(last.entry().event()).isInstanceOf(Event.PublicationScheduled.class));
        return new Scheduled(id, due);
    }
}
