package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Trace;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.SealedEntry;
import press.stet.contract.proof.ProofReader;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenHeader;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;
import press.stet.model.story.Story;

/**
 * The production topology on a driver without a broker, with a registry in memory, a house and its staff. Times go on by a second
 * with each command.
 */
final class TestNewsroom implements AutoCloseable {

    static final Registry REGISTRY = registry();

    final MessageCodec codec;
    final Alarms alarms = new Alarms();
    final Patience patience = new Patience(Duration.ofMillis(300), alarms);

    private final StateMemory memory = new StateMemory(32L << 20);
    private final Path directory;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> in = new HashMap<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> out = new HashMap<>();

    private Instant now = TestDesk.MORNING;
    private int serial;

    private TestNewsroom(int partitions, Registry registry, Proving proving) {
        this.codec = new MessageCodec(registry);
        try {
            this.directory = Files.createTempDirectory("workflow");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        WorkflowSettings usual = WorkflowSettings.onOneMachine(KafkaConnection.open("nowhere:9092"), directory);
        Map<String, Object> all = StreamsSettings.of(usual, memory);
        Properties properties = new Properties();
        properties.putAll(all);
        this.driver = new TopologyTestDriver(
                new NewsroomTopology(
                                partitions, codec, patience, alarms, proving, Backlog::none, new CommitWhenDrained())
                        .build(all),
                properties,
                now);
        for (Topic topic : Topics.ALL) {
            if (Topics.channel(topic.name()).isPresent() || topic.spread() == Topic.Spread.WHOLE) {
                in.put(
                        topic.name(),
                        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer()));
            } else {
                out.put(
                        topic.name(),
                        driver.createOutputTopic(
                                topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            }
        }
    }

    /** A row that was on file before this start. */
    void hasOnFile(String store, String key, byte[] row) {
        driver.<String, byte[]>getKeyValueStore(store).put(key, row);
    }

    /** With house rules for every site and staff, both in version 1. */
    static TestNewsroom open() {
        TestNewsroom newsroom = empty(1, REGISTRY);
        newsroom.rules(TestHouse.rules(Site.ANY, 1));
        newsroom.staff(TestHouse.staff(1));
        return newsroom;
    }

    /** With house rules, and nobody who is believed before there is a staff list with issuers. */
    static TestNewsroom demandingProof(ProofReader reader) {
        TestNewsroom newsroom = new TestNewsroom(1, REGISTRY, Proving.by(reader));
        newsroom.rules(TestHouse.rules(Site.ANY, 1));
        return newsroom;
    }

    /** Without house rules or staff. */
    static TestNewsroom empty(int partitions, Registry registry) {
        return new TestNewsroom(partitions, registry, Proving.by(WorkflowSettings.Actors.TAKEN_AT_THEIR_WORD));
    }

    private static Registry registry() {
        Registry registry = Registry.at(URI.create("mock://workflow-tests"));
        for (Topic topic : Topics.ALL) {
            topic.schema().ifPresent(schema -> registry.register(topic.subject(), schema, "BACKWARD_TRANSITIVE"));
        }
        return registry;
    }

    void rules(HouseRules rules) {
        put(Topics.HOUSE_RULES, rules.site().key(), codec.encodeHouseRules(rules));
    }

    void staff(Staff staff) {
        put(Topics.STAFF, Topics.STAFF_KEY, codec.encodeStaff(staff));
    }

    void put(Topic topic, @Nullable String key, byte @Nullable [] value) {
        put(topic, key, value, new RecordHeaders());
    }

    /** A record of these bytes, one second after the one before. */
    void put(Topic topic, @Nullable String key, byte @Nullable [] value, Headers headers) {
        now = now.plusSeconds(1);
        Objects.requireNonNull(in.get(topic.name()))
                .pipeInput(new TestRecord<>(key == null ? null : key.getBytes(UTF_8), value, headers, now));
    }

    /** Sends a command by the topic it belongs to. */
    Dispatch send(Dispatch dispatch) {
        put(Topics.of(dispatch.command().channel()), dispatch.story().toString(), codec.encodeCommand(dispatch));
        return dispatch;
    }

    /** Sends a command with a token, by the topic it belongs to. */
    Dispatch send(Dispatch dispatch, @Nullable Token token) {
        Headers headers = CloudEvents.of(dispatch, Trace.begin());
        if (token != null) {
            TokenHeader.put(headers, token);
        }
        put(
                Topics.of(dispatch.command().channel()),
                dispatch.story().toString(),
                codec.encodeCommand(dispatch),
                headers);
        return dispatch;
    }

    /** Everything that was written to any topic, changelogs too, and not read before. */
    List<TestRecord<byte[], byte[]>> written() {
        List<TestRecord<byte[], byte[]>> written = new ArrayList<>();
        for (String topic : driver.producedTopicNames()) {
            written.addAll(driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList());
        }
        return written;
    }

    /** Sends a new command of Anna's. */
    Dispatch send(StoryId story, Command command) {
        return send(story, TestHouse.ANNA, command);
    }

    Dispatch send(StoryId story, Person actor, Command command) {
        return send(mint(story, actor, command));
    }

    /** Sends a new command that brokers get at a moment to come. */
    Dispatch sendAt(Instant moment, StoryId story, Person actor, Command command) {
        now = moment.minusSeconds(1);
        return send(story, actor, command);
    }

    /** A command that is new at this moment and has not been sent. */
    Dispatch mint(StoryId story, Person actor, Command command) {
        serial++;
        return TestDesk.dispatch(TestDesk.commandAt(now, serial), story, actor, command);
    }

    StoryId newStory() {
        serial++;
        return TestDesk.storyAt(now, serial);
    }

    Instant now() {
        return now;
    }

    /** Lets brokers' and machines' clocks go on. */
    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    List<TestRecord<byte[], byte[]>> read(Topic topic) {
        return Objects.requireNonNull(out.get(topic.name())).readRecordsToList();
    }

    List<SealedEntry> events() {
        return read(Topics.EVENTS).stream()
                .map(record -> codec.decodeEvent(record.value()))
                .toList();
    }

    List<LoggedRefusal> refusals() {
        return read(Topics.REFUSALS).stream()
                .map(record -> codec.decodeRefusal(record.value()))
                .toList();
    }

    List<FiledCopy> copies() {
        return read(Topics.COPIES).stream()
                .map(record -> codec.decodeCopy(record.value()))
                .toList();
    }

    List<Snapshot> editions() {
        return read(Topics.EDITIONS).stream()
                .map(record -> codec.decodeEdition(record.value()))
                .toList();
    }

    KeyValueStore<String, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Everything that the state has, by store and key. */
    Map<String, List<String>> keys(String... stores) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String name : stores) {
            List<String> found = new ArrayList<>();
            try (var all = store(name).all()) {
                all.forEachRemaining(each -> found.add(each.key));
            }
            keys.put(name, found);
        }
        return keys;
    }

    static Story replay(List<SealedEntry> history) {
        List<Entry> entries = history.stream().map(SealedEntry::entry).toList();
        return Story.replay(entries);
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
        try {
            Utils.delete(directory.toFile());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
