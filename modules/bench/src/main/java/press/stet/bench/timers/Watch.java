package press.stet.bench.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import press.stet.bench.measure.Latencies;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;

/** Sees, as any consumer that reads what is committed, when stories that are due go out. */
final class Watch implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final KafkaConsumer<String, byte[]> consumer;

    /** What was seen of stories that were due, and when the last of them was seen. */
    record Seen(Latencies late, Instant last) {}

    Watch(KafkaConnection kafka) {
        Map<String, Object> settings = kafka.settings();
        settings.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < Topics.PARTITIONS_OF_ONE_MACHINE; partition++) {
            partitions.add(new TopicPartition(Topics.EDITIONS.name(), partition));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Returns when all of these have gone out.
     *
     * @throws IllegalStateException if one of them goes out before its moment, or too long after
     */
    Seen all(Map<StoryId, Instant> due) {
        Map<String, Instant> left = new HashMap<>();
        due.forEach((story, moment) -> left.put(story.toString(), moment));
        Instant end =
                due.values().stream().max(Instant::compareTo).orElseThrow().plus(LONGEST);
        Latencies late = new Latencies();
        Instant last = Instant.MIN;
        while (!left.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Instant now = Instant.now();
                Instant moment =
                        left.remove(record.key().substring(0, record.key().indexOf('/')));
                if (moment != null) {
                    late.add(Duration.between(inTime(moment, now, record), now).toNanos());
                    last = now;
                }
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        left.size() + " stories are not out " + LONGEST + " after their moment");
            }
        }
        return new Seen(late, last);
    }

    private static Instant inTime(Instant moment, Instant now, ConsumerRecord<String, byte[]> record) {
        if (now.isBefore(moment)) {
            throw new IllegalStateException(record.key() + " went out at " + now + ", and was due at " + moment);
        }
        return moment;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
