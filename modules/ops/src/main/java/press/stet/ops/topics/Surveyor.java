package press.stet.ops.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.TopicPartitionReplica;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.setup.Brokers;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;

/** Asks brokers how the newsroom's topics stand. It reads no record: how fast they come in is told by where offsets stood a while ago. */
public final class Surveyor {

    private static final Set<String> SETTINGS = Set.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.RETENTION_MS_CONFIG,
            TopicConfig.RETENTION_BYTES_CONFIG,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);

    private final Admin admin;

    public Surveyor(Admin admin) {
        this.admin = admin;
    }

    /** Where a partition begins and ends, and where it ended a while ago. */
    private record Offsets(
            Map<TopicPartition, Long> begin,
            Map<TopicPartition, Long> end,
            Map<TopicPartition, Long> minuteAgo,
            Map<TopicPartition, Long> hourAgo) {

        long begin(TopicPartition partition) {
            return begin.getOrDefault(partition, 0L);
        }

        long end(TopicPartition partition) {
            return end.getOrDefault(partition, 0L);
        }

        /** Since a moment; a partition in which nothing came since then has no offset for it. */
        long since(Map<TopicPartition, Long> then, TopicPartition partition) {
            long first = then.getOrDefault(partition, -1L);
            return first < 0 ? 0 : end(partition) - first;
        }
    }

    /**
     * The newsroom's topics that are there, as they stand in the flow.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public List<TopicFigures> look(Instant now) throws InterruptedException {
        Set<String> there = Brokers.answer("list its topics", admin.listTopics().names());
        List<Topic> topics = Topics.ALL.stream()
                .filter(topic -> there.contains(topic.name()))
                .toList();
        Map<String, TopicDescription> described = Brokers.answer(
                "describe its topics",
                admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames());
        Map<ConfigResource, Config> configured = Brokers.answer(
                "show the settings of its topics",
                admin.describeConfigs(topics.stream().map(Surveyor::resource).toList())
                        .all());
        List<TopicPartition> partitions = described.values().stream()
                .flatMap(each -> each.partitions().stream()
                        .map(partition -> new TopicPartition(each.name(), partition.partition())))
                .toList();
        Offsets offsets = new Offsets(
                offsets(partitions, OffsetSpec.earliest()),
                offsets(partitions, OffsetSpec.latest()),
                offsets(partitions, since(now, Duration.ofMinutes(1))),
                offsets(partitions, since(now, Duration.ofHours(1))));
        Map<TopicPartitionReplica, Long> bytes = bytes(described.values());
        List<TopicFigures> figures = new ArrayList<>();
        for (Topic topic : topics) {
            TopicDescription description = described.get(topic.name());
            Config config = configured.get(resource(topic));
            if (description != null && config != null) {
                figures.add(new TopicFigures(
                        topic,
                        settings(config),
                        description.partitions().stream()
                                .map(each -> partition(topic, each, offsets, bytes))
                                .toList()));
            }
        }
        return figures;
    }

    private static TopicFigures.Partition partition(
            Topic topic, TopicPartitionInfo info, Offsets offsets, Map<TopicPartitionReplica, Long> bytes) {
        TopicPartition partition = new TopicPartition(topic.name(), info.partition());
        long size = info.leader() == null
                ? 0
                : bytes.getOrDefault(
                        new TopicPartitionReplica(
                                topic.name(), info.partition(), info.leader().id()),
                        0L);
        return new TopicFigures.Partition(
                info.partition(),
                offsets.begin(partition),
                offsets.end(partition),
                offsets.since(offsets.minuteAgo(), partition),
                offsets.since(offsets.hourAgo(), partition),
                size,
                info.replicas().size(),
                info.isr().size());
    }

    private static OffsetSpec since(Instant now, Duration ago) {
        return OffsetSpec.forTimestamp(now.minus(ago).toEpochMilli());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Brokers.answer(
                        "say where its topics begin and end",
                        admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, _ -> spec)))
                                .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private Map<TopicPartitionReplica, Long> bytes(Collection<TopicDescription> topics) throws InterruptedException {
        Set<Integer> leaders = topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(TopicPartitionInfo::leader)
                .filter(Objects::nonNull)
                .map(Node::id)
                .collect(Collectors.toSet());
        Map<TopicPartitionReplica, Long> bytes = new HashMap<>();
        Brokers.answer(
                        "say how much is on its disks",
                        admin.describeLogDirs(leaders).allDescriptions())
                .forEach((broker, directories) -> directories.values().stream()
                        .map(LogDirDescription::replicaInfos)
                        .forEach(replicas -> replicas.forEach((partition, replica) -> bytes.merge(
                                new TopicPartitionReplica(partition.topic(), partition.partition(), broker),
                                size(replica),
                                Long::sum))));
        return bytes;
    }

    private static long size(ReplicaInfo replica) {
        return replica.isFuture() ? 0 : replica.size();
    }

    private static Map<String, String> settings(Config config) {
        return config.entries().stream()
                .filter(entry -> SETTINGS.contains(entry.name()) && entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
