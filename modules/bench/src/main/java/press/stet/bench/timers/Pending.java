package press.stet.bench.timers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import press.stet.bench.Run;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedKafka;
import press.stet.newsroom.embedded.Progress;
import press.stet.testkit.running.RunningNewsroom;

/**
 * Leaves many stories scheduled far ahead in a newsroom that does not run. One is scheduled by commands; its rows in the workflow's
 * changelogs are written again under other ids, and the state is restored from there at the next start.
 */
final class Pending {

    private static final List<String> STORES = List.of("stories", "editions", "copies", "timers");
    private static final Instant FAR_AHEAD = Instant.parse("2099-12-31T00:00:00Z");

    private final Path place;
    private final StoryId template = Ids.story();

    private Pending(Path place) {
        this.place = place;
    }

    /** Leaves so many in an empty folder. */
    static void in(Path place, int many) throws InterruptedException, IOException {
        Pending pending = new Pending(place);
        try (RunningNewsroom newsroom = RunningNewsroom.on(place)) {
            Stories stories = new Stories(newsroom);
            stories.approve(List.of(pending.template));
            stories.schedule(Map.of(pending.template, FAR_AHEAD));
        }
        pending.multiply(many);
    }

    private void multiply(int many) throws InterruptedException, IOException {
        try (DataDirectory data = DataDirectory.open(place);
                EmbeddedKafka kafka = new EmbeddedKafka(data, Progress.untold())) {
            kafka.start();
            for (String store : STORES) {
                String changelog = "stet-workflow-" + store + "-changelog";
                write(kafka, changelog, rows(kafka, changelog), many);
            }
            Run.delete(data.streams());
        }
    }

    /** Those of the template, each as it was written last. */
    private List<ConsumerRecord<String, byte[]>> rows(EmbeddedKafka kafka, String changelog) {
        TopicPartition partition =
                new TopicPartition(changelog, Topics.partition(template, Topics.PARTITIONS_OF_ONE_MACHINE));
        List<ConsumerRecord<String, byte[]>> rows = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> row : consumer.poll(Duration.ofMillis(100))) {
                    rows.removeIf(older -> older.key().equals(row.key()));
                    if (row.value() != null) {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private void write(EmbeddedKafka kafka, String changelog, List<ConsumerRecord<String, byte[]>> rows, int many) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "linger.ms", "20"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> row : rows) {
                for (int at = 0; at < many; at++) {
                    StoryId story = other(at);
                    var _ = producer.send(new ProducerRecord<>(
                            changelog,
                            Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE),
                            row.key().replace(template.toString(), story.toString()),
                            row.value()));
                }
            }
            producer.flush();
        }
    }

    private StoryId other(int at) {
        return new StoryId(new UUID(
                template.value().getMostSignificantBits(), template.value().getLeastSignificantBits() ^ (at + 1)));
    }
}
