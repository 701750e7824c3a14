package press.stet.testkit.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.SITE;
import static press.stet.testkit.house.TheHouse.STAFF;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.Ids;
import press.stet.contract.sending.OutcomeUnknown;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.Copy;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Outcome;
import press.stet.testkit.copy.Copies;
import press.stet.workflow.Alarm;
import press.stet.workflow.Health;
import press.stet.workflow.Workflow;
import press.stet.workflow.cluster.UnfitCluster;

class WorkflowIT {

    private static final String GROUP = "stet-workflow";

    @TempDir
    Path directory;

    private ABroker broker;

    @BeforeEach
    void open() throws InterruptedException {
        broker = new ABroker(directory);
        broker.put(Topics.HOUSE_RULES, 0, RULES.site().key(), broker.codec.encodeHouseRules(RULES));
        broker.put(Topics.STAFF, 0, Topics.STAFF_KEY, broker.codec.encodeStaff(STAFF));
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void a_second_start_goes_on_where_the_first_stopped() throws Exception {
        StoryId story = Ids.story();
        Dispatch filing = broker.dispatch(story, REPORTER, new Command.FileStory(SITE, aReport()));
        try (Workflow first = broker.running(Map.of())) {
            assertThat(broker.send(filing)).isInstanceOf(Answer.Accepted.class);
            assertThat(first.health()).isEqualTo(new Health(Health.State.READY, List.of()));
        }
        assertThat(committed()).as("also where no command ever was").hasSize(16);
        try (Workflow second = broker.running(Map.of())) {
            assertThat(second.health().alarms()).isEmpty();
            assertThat(broker.send(filing)).isEqualTo(new Answer.Repeated(new Outcome.Accepted(1, 1)));
            assertThat(broker.send(story, REPORTER, submission())).isInstanceOf(Answer.Accepted.class);
        }
        assertThat(history(story)).hasSize(2);
        assertThat(new Chain(broker.codec).verify(history(story))).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void rulings_are_seen_as_soon_as_no_command_waits_however_long_they_may_be_gathered() throws Exception {
        Map<String, String> patient =
                Map.of("commit.interval.ms", "600000", "producer.transaction.timeout.ms", "700000");
        try (Workflow workflow = broker.running(patient)) {
            assertThat(workflow.health().isReady()).isTrue();
            StoryId story = Ids.story();
            Dispatch filing = broker.dispatch(story, REPORTER, new Command.FileStory(SITE, aReport()));
            assertThat(broker.send(filing)).isInstanceOf(Answer.Accepted.class);
            assertThat(broker.send(filing)).isInstanceOf(Answer.Repeated.class);
            assertThat(broker.send(story, REPORTER, submission())).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void state_that_was_lost_with_its_machine_is_restored() throws Exception {
        StoryId story = Ids.story();
        try (Workflow first = broker.running(Map.of())) {
            assertThat(first.health().isReady()).isTrue();
            broker.send(story, REPORTER, new Command.FileStory(SITE, aReport()));
        }
        Map<String, String> elsewhere =
                Map.of("state.dir", directory.resolve("another-machine").toString());
        try (Workflow second = broker.running(elsewhere)) {
            assertThat(second.health().isReady()).isTrue();
            assertThat(broker.send(story, REPORTER, submission())).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void state_that_a_newer_build_wrote_stops_an_instance_which_says_so_and_rules_on_nothing() throws Exception {
        StoryId story = Ids.story();
        try (Workflow first = broker.running(Map.of())) {
            assertThat(first.health().isReady()).isTrue();
            broker.send(story, REPORTER, new Command.FileStory(SITE, aReport()));
        }
        byte[] newer = {100, 0};
        broker.put(
                GROUP + "-stories-changelog",
                Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE),
                story.toString(),
                newer);
        Map<String, String> elsewhere =
                Map.of("state.dir", directory.resolve("older-build").toString());
        try (Workflow second = broker.running(elsewhere)) {
            assertThatThrownBy(() -> broker.send(story, REPORTER, submission(), Duration.ofSeconds(2)))
                    .isInstanceOf(OutcomeUnknown.class);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(second.health().state()).isEqualTo(Health.State.FAILED));
            assertThat(second.health().alarms())
                    .singleElement()
                    .extracting(Alarm::message)
                    .asString()
                    .contains(story.toString(), "written in form 100", "start the build that wrote it, or a newer one");
        }
        assertThat(history(story)).hasSize(1);
    }

    @Test
    void house_rules_are_read_anew_at_every_start_and_never_what_cannot_be_read() throws Exception {
        broker.put(Topics.HOUSE_RULES, 0, RULES.site().key(), "nonsense".getBytes(UTF_8));
        broker.put(Topics.STAFF, 0, Topics.STAFF_KEY, broker.codec.encodeStaff(STAFF));
        try (Workflow workflow = broker.running(Map.of())) {
            assertThat(workflow.health().alarms()).extracting(Alarm::about).containsExactly("house-rules/any");
            assertThat(broker.send(Ids.story(), REPORTER, new Command.FileStory(SITE, aReport())))
                    .isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void lost_offsets_never_pass_for_a_new_newsroom() throws Exception {
        try (Workflow first = broker.running(Map.of())) {
            assertThat(first.health().isReady()).isTrue();
            broker.send(Ids.story(), REPORTER, new Command.FileStory(SITE, aReport()));
        }
        try (Admin admin = broker.admin()) {
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        }
        try (Workflow second = broker.workflow(Map.of())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(UnfitCluster.class)
                    .hasMessageContainingAll(GROUP, "stet.drafts-0", "names the topic, partition and offset");
            assertThat(second.health().state()).isEqualTo(Health.State.FAILED);
        }
    }

    @Test
    void a_topic_that_tells_its_senders_time_is_refused_at_the_start() throws Exception {
        ConfigResource drafts = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DRAFTS.name());
        Collection<AlterConfigOp> sendersTime = List.of(
                new AlterConfigOp(new ConfigEntry("message.timestamp.type", "CreateTime"), AlterConfigOp.OpType.SET));
        try (Admin admin = broker.admin()) {
            admin.incrementalAlterConfigs(Map.of(drafts, sendersTime)).all().get();
        }
        try (Workflow workflow = broker.workflow(Map.of())) {
            assertThatThrownBy(workflow::start)
                    .isInstanceOf(UnfitCluster.class)
                    .hasMessageContainingAll("stet.drafts", "message.timestamp.type=CreateTime", "LogAppendTime");
        }
    }

    @Test
    void a_fault_after_any_single_write_leaves_nothing_half_done() throws Exception {
        Map<String, String> faulty = Map.of("processor.wrapper.class", FaultAfterEachWrite.class.getName());
        List<StoryId> stories = new ArrayList<>();
        int faults = 0;
        try (Workflow workflow = broker.running(faulty)) {
            boolean met = true;
            while (met) {
                StoryId story = Ids.story();
                stories.add(story);
                broker.send(story, REPORTER, new Command.FileStory(SITE, aReport()));
                faults++;
                FaultAfterEachWrite.LEFT.set(faults);
                Dispatch revision = broker.dispatch(story, REPORTER, revision());
                assertThat(broker.send(revision))
                        .as("fault after write %d", faults)
                        .isInstanceOf(Answer.Accepted.class);
                met = FaultAfterEachWrite.LEFT.getAndSet(-1) <= 0;
                assertThat(broker.send(revision)).isEqualTo(new Answer.Repeated(new Outcome.Accepted(2, 2)));
                ABroker.awaitReady(workflow);
            }
            broker.send(stories.getFirst(), CHIEF, new Command.KillStory(Notice.NONE));
        }
        // Outcome, story, edition, text kept, text let go; two events, one copy.
        assertThat(faults - 1).as("every write was met").isEqualTo(8);
        for (StoryId story : stories.subList(1, stories.size())) {
            assertThat(history(story)).hasSize(3);
            assertThat(new Chain(broker.codec).verify(history(story))).isInstanceOf(Verdict.Intact.class);
        }
        assertThat(broker.read(Topics.COPIES)).as("each text once").hasSize(2 * stories.size());
        assertThat(broker.read(Topics.REFUSALS)).as("the repeats").hasSize(stories.size());
        assertThat(broker.read(Topics.DEAD_LETTERS)).isEmpty();
    }

    private static Command submission() {
        return new Command.SubmitForReview(EN, Version.FIRST, null);
    }

    private static Command revision() {
        Copy report = aReport();
        return new Command.ReviseCopy(
                Version.FIRST,
                report.withBody(List.of(Copies.paragraph("It closed again at one."))),
                true,
                false,
                List.of());
    }

    private List<byte[]> history(StoryId story) {
        return broker.read(Topics.EVENTS).stream()
                .filter(record -> record.key().equals(story.toString()))
                .map(ConsumerRecord::value)
                .toList();
    }

    private Set<TopicPartition> committed() throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            return admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet();
        }
    }
}
