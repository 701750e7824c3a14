package press.stet.ops.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.setup.Brokers;

/**
 * Finds the time of the first record behind an offset. Where one may read, by reading on to it, which also tells a record from the
 * end of a transaction. Operators may not read commands, whose tokens stand in their headers: there brokers are asked, moment by
 * moment, which offset it has, until that moment is found.
 */
final class Oldest implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Longer than commands are kept. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(16);

    private final Admin admin;
    private final Map<TopicPartition, Long> ends;
    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> readable;

    /**
     * Begins.
     *
     * @param ends of all partitions that will be asked about
     * @param readable the topics whose records one may read
     */
    Oldest(KafkaConnection kafka, Admin admin, Map<TopicPartition, Long> ends, Set<String> readable) {
        this.admin = admin;
        this.ends = ends;
        this.readable = readable;
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 << 10);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The time of the first record at or behind each offset; nothing for those with none. */
    Map<TopicPartition, Instant> after(Map<TopicPartition, Long> offsets) throws InterruptedException {
        Map<TopicPartition, Long> behind = new HashMap<>(offsets);
        behind.entrySet().removeIf(each -> each.getValue() >= ends.getOrDefault(each.getKey(), 0L));
        Map<Boolean, Map<TopicPartition, Long>> byRight = behind.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        each -> readable.contains(each.getKey().topic()),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<TopicPartition, Instant> times = new HashMap<>();
        times.putAll(read(byRight.getOrDefault(true, Map.of())));
        times.putAll(asked(byRight.getOrDefault(false, Map.of())));
        return times;
    }

    private Map<TopicPartition, Instant> read(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Instant> times = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(offsets.keySet());
        consumer.assign(open);
        offsets.forEach(consumer::seek);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : poll(open, end)) {
                times.putIfAbsent(
                        new TopicPartition(record.topic(), record.partition()),
                        Instant.ofEpochMilli(record.timestamp()));
            }
            open.removeIf(partition ->
                    times.containsKey(partition) || consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            consumer.assign(open);
        }
        return times;
    }

    private ConsumerRecords<byte[], byte[]> poll(Set<TopicPartition> open, long end) {
        try {
            if (System.nanoTime() > end) {
                throw new TimeoutException("nothing came within " + PATIENCE);
            }
            return consumer.poll(POLL);
        } catch (KafkaException failure) {
            throw new BrokersUnavailable("let the first waiting records of " + open + " be read", failure);
        }
    }

    /**
     * The latest moment at which the first record from then on is not yet behind the offset, which is the time of the record there,
     * where brokers put times on records: those only grow.
     */
    private Map<TopicPartition, Instant> asked(Map<TopicPartition, Long> offsets) throws InterruptedException {
        long now = System.currentTimeMillis();
        Map<TopicPartition, Long> low = new HashMap<>();
        Map<TopicPartition, Long> high = new HashMap<>();
        for (TopicPartition partition : offsets.keySet()) {
            low.put(partition, now - LONGEST_WAIT.toMillis());
            high.put(partition, now + LONGEST_WAIT.toMillis());
        }
        while (offsets.keySet().stream().anyMatch(each -> width(low, high, each) > 1)) {
            Map<TopicPartition, Long> middle = offsets.keySet().stream()
                    .collect(Collectors.toMap(
                            each -> each, each -> low.getOrDefault(each, 0L) + width(low, high, each) / 2));
            Map<TopicPartition, Long> found = firstFrom(middle);
            middle.forEach((partition, moment) -> {
                long first = found.getOrDefault(partition, -1L);
                boolean reached = first >= 0 && first <= offsets.getOrDefault(partition, 0L);
                (reached ? low : high).put(partition, moment);
            });
        }
        return low.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Instant.ofEpochMilli(each.getValue())));
    }

    private static long width(Map<TopicPartition, Long> low, Map<TopicPartition, Long> high, TopicPartition partition) {
        return high.getOrDefault(partition, 0L) - low.getOrDefault(partition, 0L);
    }

    private Map<TopicPartition, Long> firstFrom(Map<TopicPartition, Long> moments) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = moments.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> OffsetSpec.forTimestamp(each.getValue())));
        Map<TopicPartition, Long> first = new HashMap<>();
        Brokers.answer(
                        "say where its topics were",
                        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all())
                .forEach((partition, offset) -> first.put(partition, offset.offset()));
        return first;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
