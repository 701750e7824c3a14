package press.stet.archive.projection;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/**
 * Where each partition of the log is read on, in the table {@code progress} of a projection's schema. It moves by
 * compare-and-set: whoever does not start from what stands there writes nothing, so that two readers of one partition cannot
 * both take a record.
 */
public final class Progress {

    /** Somebody else has read on in this partition. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken(TopicPartition partition, long from) {
            super(partition + " is no longer at " + from + ": another reader has taken it over");
        }
    }

    private Progress() {}

    /** The next offset of a partition; the one given where it was never read. */
    static long begin(Handle handle, TopicPartition partition, long beginning) {
        handle.createUpdate("""
            insert into progress (topic, partition, next) values (:topic, :partition, :next)
            on conflict (topic, partition) do nothing
            """)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("next", beginning)
                .execute();
        return handle.createQuery("select next from progress where topic = :topic and partition = :partition")
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Reads on. The row stays locked until the transaction ends, so that no other reader of the partition writes meanwhile.
     *
     * @throws Overtaken if the partition is not where this reader believes it to be
     */
    static void advance(Handle handle, TopicPartition partition, long from, long to) {
        int moved = handle.createUpdate("""
            update progress set next = :to
            where topic = :topic and partition = :partition and next = :from
            """)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("from", from)
                .bind("to", to)
                .execute();
        if (moved == 0) {
            throw new Overtaken(partition, from);
        }
    }

    /** The next offset of every partition that was ever read, by whomever. */
    public static Map<TopicPartition, Long> all(Handle handle) {
        return from(handle, "progress");
    }

    /** The same from a schema that the connection does not see by itself. */
    public static Map<TopicPartition, Long> all(Handle handle, String schema) {
        return from(handle, schema + ".progress");
    }

    private static Map<TopicPartition, Long> from(Handle handle, String table) {
        Map<TopicPartition, Long> next = new HashMap<>();
        handle.createQuery("select topic, partition, next from " + table)
                .map((row, _) -> Map.entry(
                        new TopicPartition(row.getString("topic"), row.getInt("partition")), row.getLong("next")))
                .forEach(each -> next.put(each.getKey(), each.getValue()));
        return next;
    }

    /** Whether every one of these ends has been reached. */
    public static boolean reached(Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
