package press.stet.ops.lag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.setup.Brokers;
import press.stet.contract.topic.Groups;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Channel;
import press.stet.ops.MayRead;

/** Finds out who follows the newsroom's topics, and how far each is behind. */
public final class LagReader {

    private final KafkaConnection kafka;

    public LagReader(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Everybody who follows a topic of the newsroom and says where: the workflow, the projections, other groups by name.
     *
     * @param projections where each projection of the archive is, by its name: its offsets stand in the database and not with Kafka
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public List<Follower> look(Map<String, Map<TopicPartition, Long>> projections) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.settings())) {
            Map<String, Map<TopicPartition, Long>> next = new TreeMap<>(committed(admin));
            Map<TopicPartition, Long> ruled = next.computeIfAbsent(Groups.WORKFLOW, _ -> new HashMap<>());
            commands(admin).forEach(partition -> ruled.putIfAbsent(partition, 0L));
            projections.forEach((name, places) -> next.put(Groups.ARCHIVES + name, places));
            Map<String, Integer> members = members(admin, next.keySet());
            Map<TopicPartition, Long> ends = offsets(admin, next, OffsetSpec.latest());
            Map<TopicPartition, Long> begins = offsets(admin, next, OffsetSpec.earliest());
            try (Oldest oldest = new Oldest(kafka, admin, ends, MayRead.of(admin, topics(ends.keySet())))) {
                List<Follower> followers = new ArrayList<>();
                for (var each : next.entrySet()) {
                    List<Place> places = places(each.getValue(), begins, ends, oldest);
                    followers.add(new Follower(each.getKey(), members.getOrDefault(each.getKey(), 0), places));
                }
                // The workflow first: commands wait for it.
                followers.sort(Comparator.comparing(each -> !each.name().equals(Groups.WORKFLOW)));
                return followers;
            }
        }
    }

    private static List<Place> places(
            Map<TopicPartition, Long> next,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            Oldest oldest)
            throws InterruptedException {
        Map<TopicPartition, Long> from = new HashMap<>();
        next.forEach((partition, offset) -> {
            if (ends.containsKey(partition)) {
                from.put(partition, Math.max(offset, begins.getOrDefault(partition, 0L)));
            }
        });
        Map<TopicPartition, Instant> times = oldest.after(from);
        return from.keySet().stream()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition))
                .map(partition -> {
                    long stands = next.getOrDefault(partition, 0L);
                    long start = from.getOrDefault(partition, stands);
                    long end = ends.getOrDefault(partition, start);
                    Instant time = times.get(partition);
                    return new Place(partition, stands, end, time == null ? 0 : end - start, start - stands, time);
                })
                .toList();
    }

    /** Of every group that reads a topic of the newsroom and that may be looked at. */
    private static Map<String, Map<TopicPartition, Long>> committed(Admin admin) throws InterruptedException {
        Set<String> ours = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
        List<String> groups =
                Brokers.answer(
                                "list its groups",
                                admin.listGroups(ListGroupsOptions.forConsumerGroups())
                                        .all())
                        .stream()
                        .map(GroupListing::groupId)
                        .toList();
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, Long> next = new HashMap<>();
            offsetsOf(admin, group).forEach((partition, offset) -> {
                if (offset != null && ours.contains(partition.topic())) {
                    next.put(partition, offset.offset());
                }
            });
            if (!next.isEmpty()) {
                committed.put(group, next);
            }
        }
        return committed;
    }

    /** Of a workflow that never ran, all of them wait. */
    private static List<TopicPartition> commands(Admin admin) throws InterruptedException {
        List<String> topics =
                Arrays.stream(Channel.values()).map(Topics::of).map(Topic::name).toList();
        return Brokers.answer(
                        "describe its topics", admin.describeTopics(topics).allTopicNames())
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsetsOf(Admin admin, String group)
            throws InterruptedException {
        try {
            return Brokers.answer(
                    "say where group " + group + " is",
                    admin.listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                            .partitionsToOffsetAndMetadata(group));
        } catch (BrokersUnavailable failure) {
            if (failure.getCause() instanceof AuthorizationException && !group.equals(Groups.WORKFLOW)) {
                return Map.of();
            }
            throw failure;
        }
    }

    private static Map<String, Integer> members(Admin admin, Set<String> groups) throws InterruptedException {
        Map<String, Integer> members = new HashMap<>();
        for (var each : admin.describeConsumerGroups(groups).describedGroups().entrySet()) {
            try {
                ConsumerGroupDescription described = Brokers.answer("describe group " + each.getKey(), each.getValue());
                members.put(each.getKey(), described.members().size());
            } catch (BrokersUnavailable failure) {
                if (!(failure.getCause() instanceof GroupIdNotFoundException)) {
                    throw failure;
                }
            }
        }
        return members;
    }

    private static Set<String> topics(Set<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Map<String, Map<TopicPartition, Long>> next, OffsetSpec spec) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        next.values().forEach(each -> each.keySet().forEach(partition -> asked.put(partition, spec)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Brokers.answer(
                        "say where its topics begin and end",
                        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
