package press.stet.workflow.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.topic.Topic;

/**
 * Where the workflow begins to read. At its very first start an offset is committed for every input partition; from then on
 * there always is one, so that {@code auto.offset.reset=none} can hold for good and lost offsets never pass for a new newsroom.
 */
public final class FirstOffsets {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOffsets.class);

    private final Admin admin;
    private final String group;

    public FirstOffsets(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /**
     * Commits the first offsets if there are none and nothing was ever ruled on.
     *
     * @param inputs the topics that commands come in by
     * @param outputs the topics in which every command leaves a trace
     * @throws UnfitCluster if offsets were lost
     * @throws BrokersUnavailable if Kafka does not answer
     */
    public void require(Collection<Topic> inputs, Collection<Topic> outputs, int partitions) {
        Set<TopicPartition> wanted = partitionsOf(inputs, partitions);
        Set<TopicPartition> missing = missing(wanted);
        if (missing.isEmpty()) {
            return;
        }
        if (missing.size() < wanted.size() || hasRecords(partitionsOf(outputs, partitions))) {
            throw lost(missing);
        }
        Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
        offsets(wanted, OffsetSpec.earliest())
                .forEach((partition, offset) -> first.put(partition, new OffsetAndMetadata(offset.offset())));
        begin(first, wanted);
    }

    private void begin(Map<TopicPartition, OffsetAndMetadata> first, Set<TopicPartition> wanted) {
        try {
            Asking.answer(
                    "yes to the first offsets of group " + group,
                    admin.alterConsumerGroupOffsets(group, first).all());
            LOG.info("This is the first start of group {}: it begins with the first command", group);
        } catch (UnfitCluster | BrokersUnavailable failure) {
            if (!missing(wanted).isEmpty()) {
                throw failure;
            }
            LOG.info("Another instance began group {} at the same moment", group);
        }
    }

    private Set<TopicPartition> missing(Set<TopicPartition> wanted) {
        Map<TopicPartition, OffsetAndMetadata> committed = Asking.answer(
                "the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Set<TopicPartition> missing = new HashSet<>(wanted);
        missing.removeIf(partition -> committed.get(partition) != null);
        return missing;
    }

    private boolean hasRecords(Set<TopicPartition> outputs) {
        return offsets(outputs, OffsetSpec.latest()).values().stream().anyMatch(end -> end.offset() > 0);
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Set<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        return Asking.answer(
                "where its topics begin and end", admin.listOffsets(asked).all());
    }

    private UnfitCluster lost(Set<TopicPartition> missing) {
        Set<String> named = new TreeSet<>();
        missing.forEach(partition -> named.add(partition.toString()));
        return new UnfitCluster(List.of("commands have been ruled on, but group " + group + " has no offset for "
                + String.join(", ", named)
                + ": every event and refusal names the topic, partition and offset of its command; set each offset to"
                + " one behind the highest of them with 'kafka-consumer-groups --reset-offsets', and start again"));
    }

    private static Set<TopicPartition> partitionsOf(Collection<Topic> topics, int partitions) {
        Set<TopicPartition> all = new HashSet<>();
        for (Topic topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(topic.name(), partition));
            }
        }
        return all;
    }
}
