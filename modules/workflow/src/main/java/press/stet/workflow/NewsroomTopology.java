package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.workflow.state.Cabinet;

/**
 * How commands flow through the newsroom.
 *
 * <pre>
 * {@link Topics#DRAFTS drafts}       ───┐
 * {@link Topics#REVIEWS reviews}      ───┤
 * {@link Topics#TRANSLATIONS translations} ───┼─▶ {@link ReadCommands read} ─┬─▶ {@link RuleOnCommands rule} ─┬─▶ {@link Topics#EVENTS events}
 * {@link Topics#PUBLICATIONS publications} ───┘         │       ▲    ├─▶ {@link Topics#COPIES copies}
 *                                │       │    ├─▶ {@link Topics#EDITIONS editions}
 *                                │       │    ├─▶ {@link Topics#REFUSALS refusals}
 *                                └───────┼────┴─▶ {@link Topics#DEAD_LETTERS dead-letters}
 *                                        │
 *              {@link Cabinet#STORIES stories}, {@link Cabinet#EDITIONS editions}, {@link Cabinet#COPIES copies}, {@link Cabinet#OUTCOMES outcomes}, {@link Cabinet#TIMERS timers}: this task's state
 *                                        │
 * {@link Topics#HOUSE_RULES house-rules} ─▶ {@link KeepNewest keep} ─────────┤ every instance's, whole
 * {@link Topics#STAFF staff}       ─▶ {@link KeepNewest keep} ─────────┘
 * </pre>
 */
final class NewsroomTopology {

    static final String READ = "read";
    static final String RULE = "rule";

    static final String EVENTS = "events";
    static final String COPIES = "copies";
    static final String EDITIONS = "editions";
    static final String REFUSALS = "refusals";
    static final String DEAD_LETTERS = "dead-letters";

    static final String HOUSE_RULES = "house-rules";
    static final String STAFF = "staff";

    private static final ByteArrayDeserializer IN = new ByteArrayDeserializer();
    private static final ByteArraySerializer OUT = new ByteArraySerializer();

    /** Everything about a story is in one partition, whatever else is in the key. */
    private static final StreamPartitioner<byte[], byte[]> BY_STORY =
            (_, key, _, partitions) -> Optional.of(Set.of(Topics.partition(new String(key, UTF_8), partitions)));

    private final int partitions;
    private final MessageCodec codec;
    private final Patience patience;
    private final Alarms alarms;
    private final Proving proving;
    private final Supplier<Backlog> backlogs;
    private final CommitWhenDrained commits;

    NewsroomTopology(
            int partitions,
            MessageCodec codec,
            Patience patience,
            Alarms alarms,
            Proving proving,
            Supplier<Backlog> backlogs,
            CommitWhenDrained commits) {
        this.partitions = partitions;
        this.codec = codec;
        this.patience = patience;
        this.alarms = alarms;
        this.proving = proving;
        this.backlogs = backlogs;
        this.commits = commits;
    }

    /** The topology, under the settings that it will run with. */
    Topology build(Map<String, Object> settings) {
        return new Topology(new TopologyConfig(new StreamsConfig(settings)))
                .addSource("drafts", IN, IN, Topics.DRAFTS.name())
                .addSource("reviews", IN, IN, Topics.REVIEWS.name())
                .addSource("translations", IN, IN, Topics.TRANSLATIONS.name())
                .addSource("publications", IN, IN, Topics.PUBLICATIONS.name())
                .addProcessor(
                        READ,
                        () -> new ReadCommands(codec, patience, partitions, commits),
                        "drafts",
                        "reviews",
                        "translations",
                        "publications")
                .addProcessor(RULE, () -> new RuleOnCommands(codec, patience, proving, backlogs.get(), commits), READ)
                .addStateStore(Cabinet.store(Cabinet.STORIES), RULE)
                .addStateStore(Cabinet.store(Cabinet.EDITIONS), RULE)
                .addStateStore(Cabinet.store(Cabinet.COPIES), RULE)
                .addStateStore(Cabinet.store(Cabinet.OUTCOMES), RULE)
                .addStateStore(Cabinet.store(Cabinet.TIMERS), RULE)
                .addSink(EVENTS, Topics.EVENTS.name(), OUT, OUT, BY_STORY, RULE)
                .addSink(COPIES, Topics.COPIES.name(), OUT, OUT, BY_STORY, RULE)
                .addSink(EDITIONS, Topics.EDITIONS.name(), OUT, OUT, BY_STORY, RULE)
                .addSink(REFUSALS, Topics.REFUSALS.name(), OUT, OUT, BY_STORY, RULE)
                .addSink(DEAD_LETTERS, Topics.DEAD_LETTERS.name(), OUT, OUT, READ, RULE)
                .addGlobalStore(
                        kept(HOUSE_RULES),
                        "house-rules-in",
                        IN,
                        IN,
                        Topics.HOUSE_RULES.name(),
                        "keep-house-rules",
                        () -> KeepNewest.houseRules(codec, patience, alarms))
                .addGlobalStore(
                        kept(STAFF),
                        "staff-in",
                        IN,
                        IN,
                        Topics.STAFF.name(),
                        "keep-staff",
                        () -> KeepNewest.staff(codec, patience, alarms));
    }

    /** In memory, so that the whole topic is read at every start. */
    private static StoreBuilder<KeyValueStore<String, byte[]>> kept(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
    }
}
