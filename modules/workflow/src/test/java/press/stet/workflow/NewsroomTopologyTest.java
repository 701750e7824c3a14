package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static press.stet.workflow.TestDesk.approve;
import static press.stet.workflow.TestDesk.copy;
import static press.stet.workflow.TestDesk.deliver;
import static press.stet.workflow.TestDesk.publish;
import static press.stet.workflow.TestDesk.submit;
import static press.stet.workflow.TestHouse.ANNA;
import static press.stet.workflow.TestHouse.BORIS;
import static press.stet.workflow.TestHouse.EN;
import static press.stet.workflow.TestHouse.GUEST;
import static press.stet.workflow.TestHouse.RU;
import static press.stet.workflow.TestHouse.SITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Trace;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.Origin;
import press.stet.contract.message.SealedEntry;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.PublicationKind;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Rule;
import press.stet.model.story.Story;
import press.stet.workflow.state.Cabinet;

class NewsroomTopologyTest {

    private final TestNewsroom newsroom = TestNewsroom.open();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void a_story_goes_from_its_filing_to_its_end_in_two_languages() {
        StoryId story = newsroom.newStory();
        List<byte[]> log = new ArrayList<>();
        List<SealedEntry> history = new ArrayList<>();
        step(log, history, newsroom.mint(story, ANNA, new Command.FileStory(SITE, copy(EN, "Ships"))));
        step(log, history, newsroom.mint(story, ANNA, submit(replayed(history), EN)));
        step(log, history, newsroom.mint(story, BORIS, approve(replayed(history), EN)));
        step(log, history, newsroom.mint(story, ANNA, publish(replayed(history), EN, PublicationKind.FIRST)));
        step(log, history, newsroom.mint(story, ANNA, new Command.RequestTranslation(RU, null, null)));
        step(log, history, newsroom.mint(story, ANNA, deliver(copy(RU, "Корабли"), null)));
        step(log, history, newsroom.mint(story, ANNA, submit(replayed(history), RU)));
        step(log, history, newsroom.mint(story, BORIS, approve(replayed(history), RU)));
        step(log, history, newsroom.mint(story, ANNA, publish(replayed(history), RU, PublicationKind.FIRST)));
        step(log, history, newsroom.mint(story, ANNA, new Command.WithdrawEdition(RU, 1, Notice.of("Wrong ship"))));
        step(log, history, newsroom.mint(story, ANNA, new Command.KillStory(Notice.NONE)));

        assertThat(history)
                .extracting(each -> each.entry().event().getClass().getSimpleName())
                .containsExactly(
                        "StoryFiled",
                        "SubmittedForReview",
                        "VersionApproved",
                        "ReviewCompleted",
                        "EditionPublished",
                        "TranslationRequested",
                        "TranslationDelivered",
                        "SubmittedForReview",
                        "VersionApproved",
                        "ReviewCompleted",
                        "EditionPublished",
                        "EditionWithdrawn",
                        "StoryKilled",
                        "EditionKilled",
                        "EditionKilled");
        assertThat(new Chain(newsroom.codec).verify(log))
                .isEqualTo(new Verdict.Intact(15, Chain.digest(log.getLast())));
        assertThat(newsroom.copies()).extracting(FiledCopy::key).containsExactly(story + "/en/1", story + "/ru/1");
        assertThat(newsroom.read(Topics.EDITIONS))
                .extracting(
                        record -> shown(record).language(),
                        record -> shown(record).number(),
                        record -> shown(record).getClass().getSimpleName(),
                        record -> CloudEvents.part(record.headers()).toString())
                .as("what one ruling shows readers says that it belongs together")
                .containsExactly(
                        tuple(EN, 1, "Live", "1/1"),
                        tuple(RU, 1, "Live", "1/1"),
                        tuple(RU, 2, "Withdrawn", "1/1"),
                        tuple(EN, 2, "Killed", "1/2"),
                        tuple(RU, 3, "Killed", "2/2"));
        assertThat(newsroom.refusals()).isEmpty();
        assertThat(newsroom.read(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void languages_that_waited_for_each_other_go_out_as_one_when_the_last_has_come() {
        StoryId story = newsroom.newStory();
        List<SealedEntry> history = approvedInTwoLanguages(story);

        step(
                new ArrayList<>(),
                history,
                newsroom.mint(story, ANNA, publish(replayed(history), EN, PublicationKind.FIRST)));
        assertThat(newsroom.editions()).isEmpty();
        assertThat(newsroom.keys(Cabinet.TIMERS).get(Cabinet.TIMERS)).hasSize(1);
        step(
                new ArrayList<>(),
                history,
                newsroom.mint(story, ANNA, publish(replayed(history), RU, PublicationKind.FIRST)));

        assertThat(newsroom.read(Topics.EDITIONS))
                .extracting(
                        record -> shown(record).language(),
                        record -> CloudEvents.part(record.headers()).toString())
                .containsExactly(tuple(EN, "1/2"), tuple(RU, "2/2"));
        assertThat(newsroom.keys(Cabinet.TIMERS).get(Cabinet.TIMERS)).isEmpty();
    }

    @Test
    void at_the_deadline_those_that_are_ready_go_out_before_what_comes_in_after_it() {
        StoryId story = newsroom.newStory();
        List<SealedEntry> history = approvedInTwoLanguages(story);
        step(
                new ArrayList<>(),
                history,
                newsroom.mint(story, ANNA, publish(replayed(history), EN, PublicationKind.FIRST)));
        newsroom.pass(Duration.ofHours(1));

        newsroom.send(story, new Command.HoldStory("Too late."));

        assertThat(newsroom.events())
                .extracting(each -> each.entry().event().getClass().getSimpleName())
                .containsExactly("ScheduleFired", "EditionPublished", "StoryHeld");
        assertThat(newsroom.editions()).extracting(Snapshot::language).containsExactly(EN);
        assertThat(newsroom.keys(Cabinet.TIMERS).get(Cabinet.TIMERS)).isEmpty();
    }

    /** In a house where languages wait for each other. */
    private List<SealedEntry> approvedInTwoLanguages(StoryId story) {
        newsroom.rules(TestHouse.together(SITE));
        List<SealedEntry> history = new ArrayList<>();
        List<byte[]> log = new ArrayList<>();
        step(log, history, newsroom.mint(story, ANNA, new Command.FileStory(SITE, copy(EN, "Ships"))));
        step(log, history, newsroom.mint(story, ANNA, submit(replayed(history), EN)));
        step(log, history, newsroom.mint(story, BORIS, approve(replayed(history), EN)));
        step(log, history, newsroom.mint(story, ANNA, deliver(copy(RU, "Корабли"), null)));
        step(log, history, newsroom.mint(story, ANNA, submit(replayed(history), RU)));
        step(log, history, newsroom.mint(story, BORIS, approve(replayed(history), RU)));
        return history;
    }

    private Snapshot shown(TestRecord<byte[], byte[]> record) {
        return newsroom.codec.decodeEdition(record.value());
    }

    @Test
    void state_is_small_rows_and_a_killed_story_keeps_no_text() {
        StoryId story = newsroom.newStory();
        newsroom.send(story, new Command.FileStory(SITE, copy(EN, "Ships")));
        newsroom.send(story, deliver(copy(RU, "Корабли"), null));
        newsroom.send(story, new Command.ReviseCopy(Version.FIRST, copy(EN, "More ships"), false, false, List.of()));
        assertThat(newsroom.keys(Cabinet.STORIES, Cabinet.EDITIONS, Cabinet.COPIES))
                .containsEntry(Cabinet.STORIES, List.of(story.toString()))
                .containsEntry(Cabinet.EDITIONS, List.of(story + "/en", story + "/ru"))
                // The Russian edition was made from the first English version.
                .containsEntry(Cabinet.COPIES, List.of(story + "/en/1", story + "/en/2", story + "/ru/1"));
        newsroom.send(story, new Command.KillStory(Notice.NONE));
        assertThat(newsroom.keys(Cabinet.COPIES)).containsEntry(Cabinet.COPIES, List.of());
    }

    @Test
    void a_text_is_let_go_when_nothing_points_at_it_any_more() {
        StoryId story = newsroom.newStory();
        newsroom.send(story, new Command.FileStory(SITE, copy(EN, "Ships")));
        newsroom.send(story, new Command.ReviseCopy(Version.FIRST, copy(EN, "More ships"), false, false, List.of()));
        assertThat(newsroom.keys(Cabinet.COPIES)).containsEntry(Cabinet.COPIES, List.of(story + "/en/2"));
        assertThat(newsroom.copies()).hasSize(2);
    }

    @Test
    void a_repeat_of_an_accepted_command_is_told_what_came_of_it() {
        StoryId story = newsroom.newStory();
        Dispatch filed = newsroom.send(story, new Command.FileStory(SITE, copy(EN, "Ships")));
        assertThat(newsroom.events()).hasSize(1);
        newsroom.send(filed);
        assertThat(newsroom.events()).isEmpty();
        assertThat(newsroom.copies()).hasSize(1);
        assertThat(newsroom.refusals()).singleElement().satisfies(again -> {
            assertThat(again.refused().refusal().rule()).isEqualTo(Rule.REPEATED);
            assertThat(again.refused().first()).isEqualTo(new Outcome.Accepted(1, 1));
        });
    }

    @Test
    void a_repeat_of_a_refused_command_is_told_the_first_rule_however_often_it_comes() {
        StoryId story = newsroom.newStory();
        Dispatch kill = newsroom.send(story, new Command.KillStory(Notice.NONE));
        newsroom.send(kill);
        newsroom.send(story, new Command.FileStory(SITE, copy(EN, "Ships")));
        newsroom.send(kill);
        assertThat(newsroom.refusals())
                .extracting(
                        logged -> logged.refused().refusal().rule(),
                        logged -> logged.refused().first())
                .containsExactly(
                        tuple(Rule.UNKNOWN_STORY, null),
                        tuple(Rule.REPEATED, new Outcome.Refused(Rule.UNKNOWN_STORY)),
                        tuple(Rule.REPEATED, new Outcome.Refused(Rule.UNKNOWN_STORY)));
    }

    @Test
    void a_command_by_the_wrong_topic_is_refused() {
        StoryId story = newsroom.newStory();
        Dispatch kill = newsroom.mint(story, ANNA, new Command.KillStory(Notice.NONE));
        newsroom.put(Topics.DRAFTS, story.toString(), newsroom.codec.encodeCommand(kill));
        assertThat(newsroom.refusals())
                .extracting(logged -> logged.refused().refusal().rule())
                .containsExactly(Rule.WRONG_TOPIC);
        assertThat(newsroom.read(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void who_may_not_is_refused_by_the_rule_and_the_house_it_was_decided_under() {
        newsroom.rules(TestHouse.rules(SITE, 4));
        newsroom.staff(TestHouse.staff(7));
        newsroom.send(newsroom.newStory(), GUEST, new Command.FileStory(SITE, copy(EN, "Ships")));
        assertThat(newsroom.refusals()).singleElement().satisfies(logged -> {
            assertThat(logged.refused().refusal().rule()).isEqualTo(Rule.PERMISSION);
            assertThat(logged.refused().houseRules()).isEqualTo(4);
            assertThat(logged.refused().staff()).isEqualTo(7);
        });
    }

    @Test
    void everything_says_which_command_it_follows_from_and_belongs_to_its_trace() {
        StoryId story = newsroom.newStory();
        Dispatch dispatch = newsroom.mint(story, ANNA, new Command.FileStory(SITE, copy(EN, "Ships")));
        Trace trace = Trace.begin();
        newsroom.put(
                Topics.DRAFTS,
                story.toString(),
                newsroom.codec.encodeCommand(dispatch),
                CloudEvents.of(dispatch, trace));
        TestRecord<byte[], byte[]> event = newsroom.read(Topics.EVENTS).getFirst();
        TestRecord<byte[], byte[]> text = newsroom.read(Topics.COPIES).getFirst();
        assertThat(newsroom.codec.decodeEvent(event.value()).origin()).isEqualTo(new Origin("stet.drafts", 0, 0));
        assertThat(CloudEvents.commandId(event.headers()))
                .hasValue(dispatch.id().toString());
        assertThat(List.of(event, text))
                .allSatisfy(record ->
                        assertThat(Trace.of(record.headers()).map(Trace::trace)).hasValue(trace.trace()));
        assertThat(event.timestamp()).isEqualTo(newsroom.now().toEpochMilli());
        assertThat(new String(event.key(), UTF_8)).isEqualTo(story.toString());
        assertThat(new String(text.key(), UTF_8)).isEqualTo(story + "/en/1");
    }

    @Test
    void outcomes_are_forgotten_when_their_commands_are_too_old_and_not_before() {
        StoryId story = newsroom.newStory();
        Dispatch first = newsroom.send(story, new Command.FileStory(SITE, copy(EN, "Ships")));
        newsroom.pass(Duration.ofDays(6));
        newsroom.send(newsroom.newStory(), new Command.FileStory(SITE, copy(EN, "Later")));
        newsroom.pass(Duration.ofSeconds(5));
        newsroom.send(first);
        newsroom.pass(Duration.ofDays(3));
        assertThat(newsroom.keys(Cabinet.OUTCOMES).get(Cabinet.OUTCOMES)).hasSize(2);
        newsroom.send(first);
        newsroom.pass(Duration.ofSeconds(5));
        assertThat(newsroom.keys(Cabinet.OUTCOMES).get(Cabinet.OUTCOMES)).hasSize(1);
        newsroom.send(first);
        assertThat(newsroom.refusals())
                .extracting(logged -> logged.refused().refusal().rule())
                .containsExactly(Rule.REPEATED, Rule.TOO_OLD, Rule.TOO_OLD);
        assertThat(newsroom.events()).hasSize(2);
    }

    @Test
    void nothing_is_forgotten_after_a_start_before_the_first_command_says_what_time_it_is() {
        Dispatch earlier = newsroom.mint(newsroom.newStory(), ANNA, new Command.KillStory(Notice.NONE));
        newsroom.hasOnFile(Cabinet.OUTCOMES, earlier.id() + "/" + earlier.story(), new byte[] {1});
        newsroom.pass(Duration.ofSeconds(5));
        assertThat(newsroom.keys(Cabinet.OUTCOMES).get(Cabinet.OUTCOMES)).hasSize(1);
    }

    @Test
    void a_random_walk_leaves_a_history_that_verifies_and_tells_the_same_story() {
        for (long seed = 1_000; seed < 1_012; seed++) {
            Walk walk = new Walk(seed);
            List<SealedEntry> history = new ArrayList<>();
            List<byte[]> log = new ArrayList<>();
            List<LoggedRefusal> refusals = new ArrayList<>();
            Story story = null;
            for (int step = 0; step < 80; step++) {
                newsroom.send(walk.next(story));
                for (TestRecord<byte[], byte[]> record : newsroom.read(Topics.EVENTS)) {
                    log.add(record.value());
                    history.add(newsroom.codec.decodeEvent(record.value()));
                }
                refusals.addAll(newsroom.refusals());
                story = history.isEmpty() ? null : TestNewsroom.replay(history);
            }
            long commands = history.stream()
                    .map(each -> each.entry().cause())
                    .distinct()
                    .count();
            assertThat(commands + refusals.size()).as("seed %d", seed).isEqualTo(80);
            assertThat(new Chain(newsroom.codec).verify(log))
                    .as("seed %d", seed)
                    .isInstanceOf(Verdict.Intact.class);
            assertThat(newsroom.read(Topics.DEAD_LETTERS)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void a_changed_topology_is_a_question_of_deployment() throws IOException {
        try (InputStream approved = NewsroomTopologyTest.class.getResourceAsStream("/expected-topology.txt");
                StateMemory memory = new StateMemory(16L << 20)) {
            String expected = approved == null ? "" : new String(approved.readAllBytes(), UTF_8);
            Map<String, Object> settings = StreamsSettings.of(
                    WorkflowSettings.onOneMachine(KafkaConnection.open("nowhere:9092"), Path.of("unused")), memory);
            String found = new NewsroomTopology(
                            4,
                            newsroom.codec,
                            newsroom.patience,
                            newsroom.alarms,
                            Proving.by(WorkflowSettings.Actors.PROVEN),
                            Backlog::none,
                            new CommitWhenDrained())
                    .build(settings)
                    .describe()
                    .toString();
            assertThat(found)
                    .as(
                            "does a newsroom that ran with the old one start with this one, and find its state and offsets?")
                    .isEqualToIgnoringWhitespace(expected);
        }
    }

    private void step(List<byte[]> log, List<SealedEntry> history, Dispatch dispatch) {
        newsroom.send(dispatch);
        List<TestRecord<byte[], byte[]>> records = newsroom.read(Topics.EVENTS);
        assertThat(records)
                .as(() -> dispatch.command() + " → " + newsroom.refusals())
                .isNotEmpty();
        for (TestRecord<byte[], byte[]> record : records) {
            log.add(record.value());
            history.add(newsroom.codec.decodeEvent(record.value()));
        }
    }

    private static Story replayed(List<SealedEntry> history) {
        return TestNewsroom.replay(history);
    }
}
