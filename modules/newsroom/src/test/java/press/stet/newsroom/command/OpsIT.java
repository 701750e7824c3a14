package press.stet.newsroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.json;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.TokenHeader;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import tools.jackson.databind.JsonNode;

/** What operators see of a newsroom that runs. */
class OpsIT {

    @TempDir
    private static Path desk;

    private static StoryId story;

    @BeforeAll
    static void file() throws IOException {
        Path file = Files.writeString(desk.resolve("dredger.md"), """
                ---
                language: en
                headline: The dredger is back
                slug: the-dredger-is-back
                ---

                It was away for a year.
                """);
        story = StoryId.of(stet("draft", "file", file.toString(), "--as", "reporter", "--json")
                .done()
                .json()
                .path("story")
                .asString());
    }

    @Test
    void topics_are_shown_with_what_they_hold_and_how_fast_it_comes_in() {
        stet("ops", "topics").done("topic", "on disk", "stet.drafts", "14 days", "broker", "Everything stands");

        JsonNode topics = stet("ops", "topics", "--json").done().json();
        JsonNode events = named(topics.path("topics"), "topic", "stet.events");
        assertThat(events.path("offsets").asLong()).isPositive();
        assertThat(events.path("bytes").asLong()).isPositive();
        assertThat(events.path("lastHour").asLong()).isPositive();
        assertThat(events.path("settings").path("retention.ms").asString()).isEqualTo("-1");
        assertThat(events.path("partitions")).hasSize(Topics.PARTITIONS_OF_ONE_MACHINE);
        assertThat(named(topics.path("topics"), "topic", "stet.dead-letters")
                        .path("settings")
                        .path("retention.ms")
                        .asLong())
                .isEqualTo(14L * 24 * 60 * 60 * 1000);
        assertThat(topics.path("toDo")).isEmpty();
    }

    @Test
    void nothing_waits_once_everything_was_read() {
        Awaitility.await().untilAsserted(() -> {
            JsonNode lag = lag("--json").done().json();
            assertThat(lag.path("followers")
                            .valueStream()
                            .map(each -> each.path("follower").asString()))
                    .contains("stet-workflow", "stet-archive-newsroom", "stet-archive-published");
            for (String ours : List.of("stet-workflow", "stet-archive-newsroom", "stet-archive-published")) {
                JsonNode follower = named(lag.path("followers"), "follower", ours);
                assertThat(follower.path("members").asInt()).as(ours).isPositive();
                assertThat(follower.path("waiting").asLong()).as(ours).isZero();
            }
        });
        lag().done("stet-workflow (1 member): nothing waits");
    }

    @Test
    void whoever_is_behind_is_shown_with_since_when_and_the_end_of_a_transaction_is_not_behind() throws Exception {
        TopicPartition partition = partition();
        try (Admin admin = admin()) {
            long end = end(admin, partition);
            commit(admin, "feed", partition, 0);
            commit(admin, "paper", partition, end - 1);

            JsonNode followers = lag("--json").done().json().path("followers");

            JsonNode feed = named(followers, "follower", "feed");
            assertThat(feed.path("members").asInt()).isZero();
            JsonNode place = named(feed.path("partitions"), "topic", "stet.events");
            assertThat(place.path("waiting").asLong()).isGreaterThanOrEqualTo(end);
            assertThat(place.path("ageMillis").asLong()).isPositive();
            lag().done("feed (nobody reads): ", "wait from offset 0 on, the oldest since 20");
            assertThat(named(followers, "follower", "paper").path("waiting").asLong())
                    .isZero();
        }
    }

    @Test
    void of_an_archive_that_cannot_be_looked_at_it_is_said_and_the_status_is_1() {
        stet("ops", "lag", "--data", desk.toString())
                .with(ExitStatus.FAILED)
                .telling("stet-workflow", "The archive could not be looked at: ", desk.toString());
    }

    @Test
    void the_log_is_shown_in_words_and_only_what_is_wanted() {
        stet("ops", "tail", "--from", "beginning", "--no-follow", "--story", story.toString())
                .done(
                        "  FileStory  " + story.shortId() + "/en  reporter by stet  is asked",
                        "  StoryFiled  " + story.shortId() + "/en  reporter by stet  filed the story for main",
                        "  FiledCopy  ");
        Told events = stet(
                "ops",
                "tail",
                "events",
                "--from",
                "1h",
                "--no-follow",
                "--story",
                story.toString(),
                "--json",
                "--whole");
        JsonNode filed = events.done().json();
        assertThat(filed.path("type").asString()).isEqualTo("StoryFiled");
        assertThat(filed.path("whole").path("sequence").asLong()).isEqualTo(1);
        assertThat(stet("ops", "tail", "drafts", "--from", "beginning", "--no-follow", "--language", "fr")
                        .done()
                        .out())
                .isEmpty();
        stet(
                        "ops",
                        "tail",
                        "stet.drafts",
                        "--from",
                        "beginning",
                        "--count",
                        "1",
                        "--type",
                        "filestory",
                        "--actor",
                        "reporter",
                        "--language",
                        "en")
                .done("FileStory");
    }

    @Test
    void what_a_sender_put_into_a_name_does_nothing_to_a_terminal() throws Exception {
        StoryId other = Ids.story();
        send(other, new Dispatch(Ids.command(), other, new Person("reporter"), "cms\u001B[2J\r", spike()));

        assertThat(stet("ops", "tail", "drafts", "--from", "beginning", "--count", "1", "--story", other.toString())
                        .done()
                        .out())
                .contains("cms\u241B[2J\u240D")
                .doesNotContain("\u001B");
    }

    @Test
    void a_token_is_never_shown() throws Exception {
        StoryId other = Ids.story();
        send(other, new Dispatch(Ids.command(), other, new Person("reporter"), "cms", spike()), "geheim");

        Told told = stet(
                        "ops",
                        "tail",
                        "--from",
                        "beginning",
                        "--count",
                        "2",
                        "--story",
                        other.toString(),
                        "--json",
                        "--whole")
                .done("SpikeStory");
        assertThat(told.out()).doesNotContain("geheim");
    }

    @Test
    void it_is_said_what_a_tail_can_be_asked() {
        stet("ops", "tail", "nonsense").with(ExitStatus.USAGE).complaining("'nonsense'", "stet.events");
        stet("ops", "tail", "--from", "soon").with(ExitStatus.USAGE).complaining("--from is beginning, end");
        stet("ops", "tail", "--count", "0").with(ExitStatus.USAGE).complaining("--count is at least 1");
    }

    private static Told lag(String... further) {
        return stet(Stream.concat(
                        Stream.of("ops", "lag", "--data", OneNewsroom.data().toString()), Stream.of(further))
                .toArray(String[]::new));
    }

    private static Command spike() {
        return new Command.SpikeStory("It was found.");
    }

    private static void send(StoryId to, Dispatch dispatch, String... token) throws Exception {
        JsonNode about = json("/newsroom/about");
        try (Registry registry = Registry.at(URI.create(about.path("registry").asString()));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        KafkaConnection.open(about.path("brokers").asString()).settings(),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    Topics.of(dispatch.command().channel()).name(),
                    Topics.partition(to, Topics.PARTITIONS_OF_ONE_MACHINE),
                    to.toString(),
                    new MessageCodec(registry).encodeCommand(dispatch));
            for (String each : token) {
                record.headers().add(TokenHeader.NAME, each.getBytes(UTF_8));
            }
            producer.send(record).get();
        }
    }

    private static TopicPartition partition() {
        return new TopicPartition(Topics.EVENTS.name(), Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE));
    }

    private static Admin admin() {
        return Admin.create(
                KafkaConnection.open(json("/newsroom/about").path("brokers").asString())
                        .settings());
    }

    private static long end(Admin admin, TopicPartition partition) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static void commit(Admin admin, String group, TopicPartition partition, long next)
            throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(next)))
                .all()
                .get();
    }

    private static JsonNode named(JsonNode all, String key, String name) {
        return all.valueStream()
                .filter(each -> each.path(key).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
