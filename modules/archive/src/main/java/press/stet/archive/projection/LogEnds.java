package press.stet.archive.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Where the log ends: the first offset of each partition that is not committed yet. */
public final class LogEnds {

    private LogEnds() {}

    /**
     * Of every partition of these topics.
     *
     * @throws UnknownTopicOrPartitionException if one of them is not there yet
     */
    public static Map<TopicPartition, Long> of(Consumer<byte[], byte[]> consumer, Set<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new UnknownTopicOrPartitionException(
                        "there is no topic " + topic + ": set the topics up with 'stet ops topics --apply'");
            }
            found.forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        return consumer.endOffsets(partitions);
    }
}
