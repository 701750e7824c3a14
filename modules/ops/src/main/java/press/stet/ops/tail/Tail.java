package press.stet.ops.tail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;

/**
 * Reads the log on as it is written, and tells of each record that is committed. It is of no group, so that nobody's offsets move.
 * Within a partition records come in their order; those of several partitions come by their times, as far as they were read together.
 */
public final class Tail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Topic> topics;
    private final Reading reading;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    /**
     * Goes to where it begins, which may be asked for before anything is waited for.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public Tail(KafkaConnection kafka, MessageCodec codec, Collection<Topic> topics, From from) {
        this.topics = topics.stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        this.reading = new Reading(codec);
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            begin(from);
        } catch (KafkaException failure) {
            consumer.close();
            throw new BrokersUnavailable("let its topics be read", failure);
        }
    }

    private void begin(From from) {
        List<TopicPartition> partitions = topics.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        ends.putAll(consumer.endOffsets(partitions));
        switch (from) {
            case From.Beginning _ -> consumer.seekToBeginning(partitions);
            case From.End _ -> ends.forEach(consumer::seek);
            case From.Moment moment -> {
                Map<TopicPartition, Long> times = partitions.stream()
                        .collect(Collectors.toMap(each -> each, _ -> moment.at().toEpochMilli()));
                Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
                for (TopicPartition partition : partitions) {
                    OffsetAndTimestamp first = found.get(partition);
                    consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
                }
            }
        }
    }

    /**
     * Tells of the records that are wanted, until somebody has seen enough.
     *
     * @param wanted which
     * @param more told of each; answers whether it wants another
     * @param goOn asked now and then, also while nothing comes
     * @throws BrokersUnavailable if Kafka does not answer any more
     * @throws press.stet.contract.registry.RegistryUnavailable if a schema is new and the registry does not answer
     */
    public void run(Wanted wanted, Predicate<Seen> more, GoOn goOn) {
        while (goOn.afterHaving(this)) {
            for (ConsumerRecord<byte[], byte[]> record : poll()) {
                Topic topic = topics.get(record.topic());
                if (topic != null) {
                    Seen seen = reading.of(topic, record);
                    if (wanted.isWanted(seen) && !more.test(seen)) {
                        return;
                    }
                }
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> poll() {
        Map<TopicPartition, Long> latest = new HashMap<>();
        List<Timed> records = new ArrayList<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                records.add(new Timed(latest.merge(partition, record.timestamp(), Math::max), record));
            }
        } catch (KafkaException failure) {
            throw new BrokersUnavailable("let its topics be read on", failure);
        }
        return records.stream()
                .sorted(Comparator.comparingLong(Timed::at).thenComparingInt(each -> flow(each.record())))
                .map(Timed::record)
                .toList();
    }

    /** Of records of one moment, a command comes before what follows from it. */
    private static int flow(ConsumerRecord<byte[], byte[]> record) {
        return Topics.ALL.stream().map(Topic::name).toList().indexOf(record.topic());
    }

    /** A record with its time, or that of one before it in its partition, where that is later. */
    private record Timed(long at, ConsumerRecord<byte[], byte[]> record) {}

    /** Whether to read on. */
    @FunctionalInterface
    public interface GoOn {
        boolean afterHaving(Tail tail);
    }

    /** Whether all that was committed when it began has been told. */
    public boolean hasCaughtUp() {
        try {
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        } catch (KafkaException failure) {
            throw new BrokersUnavailable("say how far its topics were read", failure);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
