package press.stet.testkit.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static press.stet.testkit.running.Stories.EN;
import static press.stet.testkit.running.Stories.RU;
import static press.stet.testkit.running.Stories.accepted;
import static press.stet.testkit.running.Stories.english;
import static press.stet.testkit.running.Stories.russian;
import static press.stet.testkit.running.Stories.stamp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.contract.registry.SchemaRefused;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CopyTooLarge;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.contract.topic.TopicsDiffer;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Rule;
import press.stet.newsroom.command.StetCommand;
import press.stet.testkit.guarantee.Guarantee;

/** One newsroom on the real broker, registry and database, through whatever comes its way. */
class NewsroomIT {

    private static final Site SITE = new Site("main");

    private static final Map<Part, Process> STARTED_AGAIN = new EnumMap<>(Part.class);

    @TempDir
    private static Path data;

    private static RunningNewsroom newsroom;

    @BeforeAll
    static void start() throws InterruptedException {
        newsroom = RunningNewsroom.on(home());
    }

    @AfterAll
    static void stop() {
        newsroom.close();
        STARTED_AGAIN.values().forEach(Process::destroyForcibly);
    }

    @AfterEach
    void every_guarantee_holds_and_every_chain_verifies() {
        assertThat(Guarantee.broken(newsroom.topics().log())).isEmpty();
        Chain chain = new Chain(newsroom.codec());
        assertThat(newsroom.topics().histories().values())
                .allSatisfy(history -> assertThat(chain.verify(history)).isInstanceOf(Verdict.Intact.class));
    }

    @Test
    void a_story_goes_its_whole_way_in_two_languages() throws Exception {
        StoryId story = Ids.story();
        Stamp original = stamp(newsroom.drafts("reporter").file(story, SITE, english("The bell is back")));
        awaitPublic(story, "en", Stories.publish(newsroom, story, EN, original, PublicationKind.FIRST));
        accepted(newsroom.translations("editor").request(story, RU, null, null));
        Stamp delivered = stamp(
                newsroom.translations("translator").deliver(story, null, null, null, russian("Колокол вернулся")));
        long seen = Stories.publish(newsroom, story, RU, delivered, PublicationKind.FIRST);
        awaitPublic(story, "ru", seen);

        assertThat(newsroom.get(path(story, "ru")).body())
                .contains("Колокол вернулся", "Nora Lind", "https://pictures.example/bell.jpg")
                .contains("hreflang=\"en\"");

        Stamp corrected = stamp(newsroom.drafts("reporter")
                .revise(story, original.version(), english("The bell is back, and heavy"), false, false, List.of()));
        assertThat(newsroom.get(path(story, "en")).body()).doesNotContain("and heavy");
        awaitPublic(story, "en", Stories.publish(newsroom, story, EN, corrected, PublicationKind.CORRECTION));
        assertThat(newsroom.get(path(story, "en")).body()).contains("and heavy", "The bell weighs a ton.");

        String english = path(story, "en");
        String russian = path(story, "ru");
        accepted(newsroom.publications("publisher").withdraw(story, RU, 1, Notice.of("Снято.")));
        awaitStatus(russian, 410);
        assertThat(newsroom.get(russian).body()).contains("Снято.");
        accepted(newsroom.publications("chief").kill(story, Notice.of("Recalled.")));
        awaitStatus(english, 410);
        assertThat(newsroom.get(english).body()).contains("Recalled.").doesNotContain("and heavy");
        assertThat(newsroom.drafts("reporter").submit(story, EN, new Version(2), null))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertRule(refused, Rule.KILLED));
    }

    @Test
    void a_kill_in_two_languages_is_told_to_be_in_force() throws Exception {
        StoryId story = Ids.story();
        Stamp original = stamp(newsroom.drafts("reporter").file(story, SITE, english("Killed twice")));
        awaitPublic(story, "en", Stories.publish(newsroom, story, EN, original, PublicationKind.FIRST));
        Stamp delivered =
                stamp(newsroom.translations("translator").deliver(story, null, null, null, russian("Дважды")));
        awaitPublic(story, "ru", Stories.publish(newsroom, story, RU, delivered, PublicationKind.FIRST));
        String english = path(story, "en");
        String russian = path(story, "ru");

        assertThat(stet("publish", "kill", story.toString(), "--as", "publisher", "--notice", "Recalled."))
                .isEqualTo(3);
        assertThat(newsroom.get(english).statusCode()).isEqualTo(200);
        assertThat(stet("publish", "kill", story.toString(), "--as", "chief", "--notice", "Recalled."))
                .isZero();
        assertThat(newsroom.get(english).statusCode()).isEqualTo(410);
        assertThat(newsroom.get(russian).statusCode()).isEqualTo(410);
    }

    @Test
    void a_command_sent_twice_has_one_outcome() throws Exception {
        Dispatch filing = dispatch(Ids.story(), new Command.FileStory(SITE, english("Once")));

        Answer.Accepted first = accepted(newsroom.sender().send(filing, Duration.ofSeconds(30)));
        Answer second = newsroom.sender().send(filing, Duration.ofSeconds(30));

        assertThat(second)
                .isEqualTo(new Answer.Repeated(
                        new Outcome.Accepted(first.events().getFirst().sequence(), 1)));
    }

    @Test
    void what_cannot_be_read_is_kept_with_its_origin_and_the_reason_and_holds_nobody_up() throws Exception {
        StoryId story = Ids.story();
        StoryId other = Ids.story();
        byte[] good =
                newsroom.codec().encodeCommand(dispatch(story, new Command.FileStory(SITE, english("Wrong key"))));
        int before = newsroom.topics().read(Topics.DEAD_LETTERS).size();
        try (Producer<byte[], byte[]> tool = tool()) {
            tool.send(record(story, "not Avro at all".getBytes(UTF_8))).get();
            tool.send(record(story, new byte[] {0, 127, 127, 127, 127, 1})).get();
            tool.send(record(other, good)).get();
            tool.send(new ProducerRecord<>(Topics.DRAFTS.name(), partition(story), null, good))
                    .get();
            tool.send(new ProducerRecord<>(
                            Topics.DRAFTS.name(),
                            (partition(story) + 1) % Topics.PARTITIONS_OF_ONE_MACHINE,
                            story.toString().getBytes(UTF_8),
                            good))
                    .get();
        }
        accepted(newsroom.drafts("reporter").file(story, SITE, english("Still at work")));
        accepted(newsroom.drafts("reporter").file(other, SITE, english("Still at work")));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> newsroom.topics().read(Topics.DEAD_LETTERS).size() == before + 5);
        assertThat(newsroom.topics().read(Topics.DEAD_LETTERS)).allSatisfy(letter -> {
            assertThat(header(letter, "stet_topic")).isEqualTo(Topics.DRAFTS.name());
            assertThat(header(letter, "stet_partition")).matches("[0-3]");
            assertThat(header(letter, "stet_offset")).matches("[0-9]+");
            assertThat(header(letter, "stet_reason")).isNotBlank();
        });
    }

    @Test
    void a_command_on_a_topic_it_does_not_belong_to_is_refused() throws Exception {
        StoryId story = Ids.story();
        accepted(newsroom.drafts("reporter").file(story, SITE, english("Not to be killed by a draft tool")));
        byte[] kill = newsroom.codec()
                .encodeCommand(new Dispatch(
                        Ids.command(), story, new Person("chief"), "tool", new Command.KillStory(Notice.NONE)));
        try (Producer<byte[], byte[]> tool = tool()) {
            tool.send(record(story, kill)).get();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(newsroom.topics().log().refusals())
                        .anySatisfy(refused -> {
                            assertThat(refused.dispatch().story()).isEqualTo(story);
                            assertThat(refused.refusal().rule()).isEqualTo(Rule.WRONG_TOPIC);
                        }));
    }

    @Test
    void a_copy_too_large_is_refused_at_the_edge_and_again_by_the_workflow() throws Exception {
        String long0 = "long ".repeat(CanonicalForm.LARGEST / 5);
        var copy = english("Too long").withBody(List.of(new Block.Paragraph(BlockId.NOT_GIVEN, null, long0)));
        StoryId story = Ids.story();

        assertThatThrownBy(() -> newsroom.drafts("reporter").file(story, SITE, copy))
                .isInstanceOf(CopyTooLarge.class)
                .hasMessageContaining(Integer.toString(CanonicalForm.of(copy).length));

        try (Producer<byte[], byte[]> tool = tool()) {
            tool.send(record(story, newsroom.codec().encodeCommand(dispatch(story, new Command.FileStory(SITE, copy)))))
                    .get();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(newsroom.topics().log().refusals())
                        .anySatisfy(refused -> {
                            assertThat(refused.dispatch().story()).isEqualTo(story);
                            assertThat(refused.refusal().rule()).isEqualTo(Rule.TOO_LARGE);
                        }));
    }

    @Test
    void a_registry_or_database_that_does_not_answer_for_a_while_loses_nothing() throws Exception {
        StoryId story = Ids.story();
        Stamp original = stamp(newsroom.drafts("reporter").file(story, SITE, english("While others sleep")));
        long seen;
        try (Stopped _ = Stopped.of(Parts.registry(home()), Parts.database(home()))) {
            seen = Stories.publish(newsroom, story, EN, original, PublicationKind.FIRST);
        }
        awaitPublic(story, "en", seen);
        assertThat(newsroom.get(path(story, "en")).body()).contains("While others sleep");
    }

    @ParameterizedTest
    @EnumSource
    void a_registry_or_database_that_dies_and_is_started_again_while_commands_flow_loses_nothing(Part part)
            throws Exception {
        List<StoryId> filed;
        try (Flow flow = Flow.of(newsroom.drafts("reporter"))) {
            flow.awaitMore(10);
            Killed killed = Killed.of(part.of(home()));
            flow.awaitMore(50);
            startAgain(killed, part);
            flow.awaitMore(50);
            filed = flow.stop();
        }

        for (StoryId story : filed) {
            var shown = newsroom.get("/newsroom/stories/" + story + "?sequence=1");
            assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        }
        StoryId last = filed.getLast();
        Stamp stamp = stamp(newsroom.drafts("reporter")
                .revise(last, new Version(1), english("After the " + part), false, false, List.of()));
        awaitPublic(last, "en", Stories.publish(newsroom, last, EN, stamp, PublicationKind.FIRST));
        assertThat(newsroom.get(path(last, "en")).body()).contains("After the " + part);
        assertThat(stet("draft", "submit", filed.getFirst().toString(), "--as", "reporter"))
                .as("a tool that begins with nothing of the schemas known")
                .isZero();
    }

    @Test
    void a_schema_that_would_break_the_history_is_refused() {
        var stranger = SchemaBuilder.record("Event")
                .namespace("press.stet.wire")
                .fields()
                .requiredInt("stranger")
                .endRecord();

        assertThatThrownBy(() -> newsroom.registry().register(Topics.EVENTS.subject(), stranger, "BACKWARD_TRANSITIVE"))
                .isInstanceOf(SchemaRefused.class);
    }

    @Test
    void a_topic_that_keeps_too_little_is_widened_and_never_narrowed() throws Exception {
        try (Admin admin = Admin.create(newsroom.kafka().settings())) {
            TopicSetup setup = new TopicSetup(admin, newsroom.registry(), Topics.PARTITIONS_OF_ONE_MACHINE);
            set(admin, Topics.EVENTS, "retention.ms", "3600000");
            set(admin, Topics.DRAFTS, "retention.ms", "-1");

            assertThat(setup.apply()).containsExactly("widen retention.ms of topic stet.events from 3600000 to -1");

            assertThat(setup.look().changes()).isEmpty();
            assertThat(setup.look().leftAlone())
                    .singleElement()
                    .asString()
                    .contains("stet.drafts has retention.ms=-1", "never narrowed");
            set(admin, Topics.DRAFTS, "retention.ms", "1209600000");
        }
    }

    @Test
    void a_topic_whose_change_would_lose_or_mix_records_is_named_and_nothing_is_changed() throws Exception {
        try (Admin admin = Admin.create(newsroom.kafka().settings())) {
            TopicSetup setup = new TopicSetup(admin, newsroom.registry(), Topics.PARTITIONS_OF_ONE_MACHINE);
            set(admin, Topics.REFUSALS, "max.message.bytes", "1000000");
            set(admin, Topics.EDITIONS, "cleanup.policy", "delete");
            set(admin, Topics.REVIEWS, "message.timestamp.type", "CreateTime");

            assertThatThrownBy(setup::apply)
                    .isInstanceOf(TopicsDiffer.class)
                    .hasMessageContainingAll(
                            "nothing was changed",
                            "stet.editions has cleanup.policy=delete",
                            "stet.reviews has message.timestamp.type=CreateTime");

            set(admin, Topics.EDITIONS, "cleanup.policy", "compact");
            set(admin, Topics.REVIEWS, "message.timestamp.type", "LogAppendTime");
            assertThat(setup.apply())
                    .containsExactly("widen max.message.bytes of topic stet.refusals from 1000000 to 4194304");
        }
    }

    /** What a newsroom on one machine needs beside its own process. */
    enum Part {
        REGISTRY,
        DATABASE;

        ProcessHandle of(Path home) throws IOException {
            return switch (this) {
                case REGISTRY -> Parts.registry(home);
                case DATABASE -> Parts.database(home);
            };
        }
    }

    /** A database may be refused while the processes of its predecessor still end. */
    private static void startAgain(Killed killed, Part part) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    if (STARTED_AGAIN.get(part) == null
                            || !STARTED_AGAIN.get(part).isAlive()) {
                        STARTED_AGAIN.put(part, killed.startAgain(data.resolve(part + ".log")));
                    }
                    return newsroom.get("/health/ready").statusCode() == 200 && schemas() == 200;
                });
    }

    private static int schemas() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(newsroom.registryUrl() + "/subjects"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static Path home() {
        return data.resolve("newsroom");
    }

    private static int stet(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--newsroom";
        all[words.length + 1] = newsroom.address().toString();
        return StetCommand.run(all);
    }

    private static void set(Admin admin, Topic topic, String key, String value)
            throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static void assertRule(Answer.Refused refused, Rule rule) {
        assertThat(refused.refused().refusal().rule()).isEqualTo(rule);
    }

    private static Dispatch dispatch(StoryId story, Command command) {
        return new Dispatch(Ids.command(), story, new Person("reporter"), "tool", command);
    }

    private static String path(StoryId story, String language) throws IOException, InterruptedException {
        var redirect = newsroom.get("/stories/" + story + "/" + language);
        return redirect.headers().firstValue("Location").orElseThrow(() -> new AssertionError(redirect.statusCode()));
    }

    private static void awaitPublic(StoryId story, String language, long sequence)
            throws IOException, InterruptedException {
        var now = newsroom.get(
                "/newsroom/published/" + story + "/" + language + "?sequence=" + sequence + "&timeout=30000");
        assertThat(now.body()).contains("\"sequence\":" + sequence);
    }

    private static void awaitStatus(String path, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> newsroom.get(path).statusCode() == status);
    }

    private static int partition(StoryId story) {
        return Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE);
    }

    private static ProducerRecord<byte[], byte[]> record(StoryId story, byte[] value) {
        return new ProducerRecord<>(
                Topics.DRAFTS.name(), partition(story), story.toString().getBytes(UTF_8), value);
    }

    private static Producer<byte[], byte[]> tool() {
        Map<String, Object> settings = newsroom.kafka().settings();
        settings.put("max.request.size", 4 << 20);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
