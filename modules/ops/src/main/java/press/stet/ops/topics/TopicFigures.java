package press.stet.ops.topics;

import java.util.List;
import java.util.Map;
import press.stet.contract.topic.Topic;

/**
 * A topic in figures, as it stood at one moment.
 *
 * @param settings what brokers say of those that the newsroom cares about
 */
public record TopicFigures(Topic topic, Map<String, String> settings, List<Partition> partitions) {

    public TopicFigures {
        settings = Map.copyOf(settings);
        partitions = List.copyOf(partitions);
    }

    /**
     * One of its partitions. Offsets also count the ends of transactions, and of a compacted topic what is gone by now.
     *
     * @param begin the first offset that is kept
     * @param end the offset of the next record
     * @param minute how many offsets have come in within the last minute, by the records' own time
     * @param hour the same within the last hour
     * @param bytes on the disk of its leader
     * @param replicas how many copies it has
     * @param inSync how many of them are up to date
     */
    public record Partition(
            int number, long begin, long end, long minute, long hour, long bytes, int replicas, int inSync) {

        public long offsets() {
            return end - begin;
        }
    }

    public long offsets() {
        return partitions.stream().mapToLong(Partition::offsets).sum();
    }

    public long minute() {
        return partitions.stream().mapToLong(Partition::minute).sum();
    }

    public long hour() {
        return partitions.stream().mapToLong(Partition::hour).sum();
    }

    /** Of one copy. */
    public long bytes() {
        return partitions.stream().mapToLong(Partition::bytes).sum();
    }

    /** The copies that are not up to date, or have no broker. */
    public int missingReplicas() {
        return partitions.stream()
                .mapToInt(each -> each.replicas() - each.inSync())
                .sum();
    }
}
