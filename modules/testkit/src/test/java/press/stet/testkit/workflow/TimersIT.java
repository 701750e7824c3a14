package press.stet.testkit.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.SITE;
import static press.stet.testkit.house.TheHouse.STAFF;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.Ids;
import press.stet.contract.sending.OutcomeUnknown;
import press.stet.contract.topic.Topics;
import press.stet.model.Digest;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.testkit.copy.Copies;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.log.Log;
import press.stet.workflow.Workflow;

/** Whatever happens to the workflow, what was scheduled ends once, never before its moment, and is not forgotten. */
class TimersIT {

    private static final int STORIES = 24;

    /** Some of these come while nobody is there to see to them. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private static final Duration FAR_AHEAD = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration UNHEARD = Duration.ofMillis(200);

    @TempDir
    Path directory;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private ABroker broker;

    @BeforeEach
    void open() throws InterruptedException {
        broker = new ABroker(directory);
        broker.put(Topics.HOUSE_RULES, 0, RULES.site().key(), broker.codec.encodeHouseRules(RULES));
        broker.put(Topics.STAFF, 0, Topics.STAFF_KEY, broker.codec.encodeStaff(STAFF));
    }

    @AfterEach
    void close() {
        FaultAfterEachWrite.LEFT.set(-1);
        broker.close();
    }

    @Test
    void what_was_scheduled_fired_or_was_cancelled_voided_or_refused_or_is_pending_still() throws Exception {
        Map<String, String> faulty = Map.of("processor.wrapper.class", FaultAfterEachWrite.class.getName());
        List<Approved> approved = new ArrayList<>();
        Approved cancelled;
        Approved killed;
        Instant midst;
        try (Workflow first = broker.running(faulty)) {
            assertThat(first.health().isReady()).isTrue();
            for (int at = 0; at < STORIES; at++) {
                approved.add(approved());
            }
            for (Approved story : approved) {
                schedule(story, random.nextInt(6) == 0 ? FAR_AHEAD : anyTimeSoon());
                fallNow(8);
                meddle(story);
            }
            cancelled = approved();
            killed = approved();
            midst = Instant.now().plus(SOON);
            schedule(cancelled, SOON);
            schedule(killed, SOON);
        }
        // Nobody is there, and moments come: also of two that are called off in time.
        unheard(cancelled, new Command.CancelSchedule(EN));
        unheard(killed, new Command.KillStory(Notice.NONE));
        assertThat(Instant.now()).isBefore(midst);
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(midst.plusSeconds(1)));

        Map<String, String> elsewhere = Map.of(
                "processor.wrapper.class",
                FaultAfterEachWrite.class.getName(),
                "state.dir",
                directory.resolve("another-machine").toString());
        FaultAfterEachWrite.LEFT.set(1 + random.nextInt(40));
        try (Workflow second = broker.running(elsewhere)) {
            assertThat(second.health().isReady()).isTrue();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(pendingBy(Instant.now()))
                            .as("seed %d", seed)
                            .isZero());
        }
        Log log = broker.log();
        assertThat(last(log, cancelled)).isInstanceOf(Event.ScheduleCancelled.class);
        assertThat(last(log, killed)).isInstanceOf(Event.StoryKilled.class);
        assertThat(Guarantee.broken(log)).as("seed %d", seed).isEmpty();
        long scheduled = count(log, Event.PublicationScheduled.class);
        assertThat(scheduled).as("seed %d", seed).isGreaterThanOrEqualTo(STORIES);
        assertThat(ended(log) + pending(log, Instant.MAX))
                .as("seed %d: fired, cancelled, voided, refused, pending", seed)
                .isEqualTo(scheduled);
        assertThat(count(log, Event.EditionPublished.class))
                .as("seed %d: each that fired went out once", seed)
                .isEqualTo(count(log, Event.ScheduleFired.class));
    }

    private record Approved(StoryId story, Stamp stamp) {}

    private Approved approved() throws InterruptedException {
        StoryId story = Ids.story();
        Stamp stamp = accepted(story, new Command.FileStory(SITE, aReport())).events().stream()
                .map(entry -> entry.event().stamp())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
        accepted(story, new Command.SubmitForReview(EN, Version.FIRST, null));
        Digest digest = stamp.digest();
        accept(broker.send(story, EDITOR, new Command.ApproveVersion(EN, Version.FIRST, digest, Check.EDITOR)));
        return new Approved(story, stamp);
    }

    private Duration anyTimeSoon() {
        return Duration.ofMillis(500 + random.nextLong(SOON.toMillis()));
    }

    private void schedule(Approved story, Duration from) throws InterruptedException {
        Command schedule = new Command.SchedulePublication(
                EN,
                Version.FIRST,
                story.stamp().digest(),
                Instant.now().plus(from).truncatedTo(ChronoUnit.MILLIS),
                ZoneId.of("Asia/Almaty"),
                PublicationKind.FIRST,
                Notice.NONE);
        accept(broker.send(story.story(), PUBLISHER, schedule));
    }

    /** Every so often the workflow falls in the midst of what it writes next, for a command or for a timer. */
    private void fallNow(int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            FaultAfterEachWrite.LEFT.set(1 + random.nextInt(12));
        }
    }

    /** Some change their mind; where it has gone out meanwhile, that is refused. */
    private void meddle(Approved story) throws InterruptedException {
        StoryId id = story.story();
        switch (random.nextInt(10)) {
            case 0 -> broker.send(id, PUBLISHER, new Command.CancelSchedule(EN));
            case 1 -> broker.send(id, REPORTER, revision());
            case 2 -> broker.send(id, CHIEF, new Command.HoldStory("Wait."));
            case 3 -> broker.send(id, CHIEF, new Command.KillStory(Notice.NONE));
            case 4 -> broker.send(id, CHIEF, new Command.SetEmbargo(null));
            case 5 -> schedule(approved(), anyTimeSoon());
            default -> {}
        }
    }

    private static Command revision() {
        Copy report = aReport();
        return new Command.ReviseCopy(
                Version.FIRST, report.withBody(List.of(Copies.paragraph("It closed again."))), false, false, List.of());
    }

    /** Sends what nobody rules on for now. */
    private void unheard(Approved story, Command command) {
        assertThatThrownBy(() -> broker.send(story.story(), CHIEF, command, UNHEARD))
                .isInstanceOf(OutcomeUnknown.class);
    }

    private Answer.Accepted accepted(StoryId story, Command command) throws InterruptedException {
        return accept(broker.send(story, REPORTER, command));
    }

    private Answer.Accepted accept(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("seed " + seed + ": it was not accepted: " + answer);
    }

    private long pendingBy(Instant moment) {
        return pending(broker.log(), moment);
    }

    /** How many were to have ended by a moment and have not. */
    private static long pending(Log log, Instant by) {
        return log.entries().stream()
                .map(Entry::story)
                .distinct()
                .filter(story -> {
                    Instant due = null;
                    for (Entry entry : log.entries(story)) {
                        if (entry.event() instanceof Event.PublicationScheduled scheduled) {
                            due = scheduled.due();
                        } else if (isEnd(entry)) {
                            due = null;
                        }
                    }
                    return due != null && due.isBefore(by);
                })
                .count();
    }

    private static Event last(Log log, Approved story) {
        return log.entries(story.story()).getLast().event();
    }

    private static long ended(Log log) {
        return log.entries().stream().filter(TimersIT::isEnd).count();
    }

    private static boolean isEnd(Entry entry) {
        return switch (entry.event()) {
            case Event.ScheduleFired _, Event.ScheduleCancelled _, Event.ScheduleVoided _, Event.ScheduleRefused _ ->
                true;
            case Event _ -> false;
        };
    }

    private static long count(Log log, Class<? extends Event> kind) {
        return log.entries().stream()
                .filter(entry -> kind.isInstance(entry.event()))
                .count();
    }
}
