package press.stet.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;

/** Reads stretches of partitions, as far as they are committed, in no group. */
public final class Partitions implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** A poll that brings nothing so long says that brokers are away. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;

    public Partitions(KafkaConnection kafka) {
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Told of each record of a partition in its order. */
    @FunctionalInterface
    public interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Reads all of a topic.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public void all(String topic, Reader reader) {
        asking(
                "let " + topic + " be read",
                () -> read(
                        consumer.beginningOffsets(consumer.partitionsFor(topic).stream()
                                .map(each -> new TopicPartition(topic, each.partition()))
                                .toList()),
                        reader));
    }

    /**
     * Reads all of a partition.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public void all(TopicPartition partition, Reader reader) {
        asking("let " + partition + " be read", () -> read(consumer.beginningOffsets(List.of(partition)), reader));
    }

    /**
     * How many offsets the partitions of a topic have.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public Map<TopicPartition, Long> sizes(String topic) {
        Map<TopicPartition, Long> sizes = new HashMap<>();
        asking("say where " + topic + " begins and ends", () -> {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
            consumer.endOffsets(all)
                    .forEach((partition, end) -> sizes.put(partition, end - begins.getOrDefault(partition, 0L)));
        });
        return sizes;
    }

    /**
     * Reads partitions from a moment on.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public void since(Instant moment, Collection<TopicPartition> partitions, Reader reader) {
        asking("let " + partitions + " be read", () -> {
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                    partitions.stream().collect(Collectors.toMap(each -> each, _ -> moment.toEpochMilli())));
            Map<TopicPartition, Long> from = new HashMap<>();
            found.forEach((partition, first) -> {
                if (first != null) {
                    from.put(partition, first.offset());
                }
            });
            read(from, reader);
        });
    }

    private void read(Map<TopicPartition, Long> from, Reader reader) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
        long last = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                reader.read(record);
                last = System.nanoTime();
            }
            if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing came within " + PATIENCE);
            }
        }
    }

    private static void asking(String what, Runnable question) {
        try {
            question.run();
        } catch (KafkaException failure) {
            throw new BrokersUnavailable(what, failure);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
