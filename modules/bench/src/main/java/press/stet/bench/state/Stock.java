package press.stet.bench.state;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
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
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Life;
import press.stet.bench.ground.RunningWorkflow;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;

/**
 * Stories on file, as many as are asked for, each filed and published once. One of them goes through the workflow; what its changelogs
 * hold of it then is written again under the others' ids, so that filling costs what the disk costs. Their events and snapshots are not
 * there: nothing of the workflow reads them.
 */
final class Stock {

    /** As many steps of the life are behind each story. */
    static final int STEPS = 4;

    private static final int PARTITIONS = Topics.PARTITIONS_OF_ONE_MACHINE;
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final List<String> CHANGELOGS = Stream.of("stories", "editions", "copies", "outcomes")
            .map(store -> "stet-workflow-" + store + "-changelog")
            .toList();

    private final StoryId template;
    private final int size;

    private Stock(StoryId template, int size) {
        this.template = template;
        this.size = size;
    }

    /** Fills a ground on which no workflow runs, and leaves it without a local state: it is restored at the next start. */
    static Stock fill(Ground ground, Life life, int size) throws InterruptedException, IOException {
        StoryId template = Ids.story();
        try (RunningWorkflow _ = RunningWorkflow.on(ground, Map.of());
                CommandSender sender = CommandSender.open(ground.kafka(), ground.codec())) {
            for (Life.Step step : life.steps().subList(0, STEPS)) {
                sender.send(step.of(template), ANSWER);
            }
        }
        Stock stock = new Stock(template, size);
        for (String changelog : CHANGELOGS) {
            stock.multiply(ground, changelog);
        }
        Run.delete(ground.streams());
        return stock;
    }

    /** One part of so many, none of which is in another: so many at most, in any order. */
    List<StoryId> part(int part, int of, int atMost) {
        List<StoryId> stories = new ArrayList<>();
        for (int at = part; at < size; at += of) {
            stories.add(story(at));
        }
        Collections.shuffle(stories, new Random(part));
        return stories.subList(0, Math.min(atMost, stories.size()));
    }

    private StoryId story(int at) {
        return new StoryId(new UUID(
                template.value().getMostSignificantBits(), template.value().getLeastSignificantBits() ^ (at + 1)));
    }

    private void multiply(Ground ground, String changelog) {
        List<ConsumerRecord<String, byte[]>> rows = rows(ground, changelog);
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("acks", "all");
        settings.put("linger.ms", 20);
        settings.put("batch.size", 256 << 10);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int at = 0; at < size; at++) {
                StoryId story = story(at);
                for (ConsumerRecord<String, byte[]> row : rows) {
                    var _ = producer.send(new ProducerRecord<>(
                            changelog,
                            Topics.partition(story, PARTITIONS),
                            row.key().replace(template.toString(), story.toString()),
                            row.value()));
                }
            }
        }
    }

    /** What a changelog holds of the one story: the last of each row. */
    private List<ConsumerRecord<String, byte[]>> rows(Ground ground, String changelog) {
        Map<String, ConsumerRecord<String, byte[]>> rows = new LinkedHashMap<>();
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, List.of(new TopicPartition(changelog, Topics.partition(template, PARTITIONS))), row -> {
                if (row.value() == null) {
                    rows.remove(row.key());
                } else {
                    rows.put(row.key(), row);
                }
            });
        }
        return List.copyOf(rows.values());
    }

    /** Hears of every row. */
    @FunctionalInterface
    private interface Rows {
        void row(ConsumerRecord<String, byte[]> row);
    }

    private static void read(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, Rows rows) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            consumer.poll(Duration.ofMillis(100)).forEach(rows::row);
        }
    }

    /** Reads all of the changelogs as nothing but a consumer; returns how many rows. */
    static long readAll(Ground ground) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String changelog : CHANGELOGS) {
            for (int at = 0; at < PARTITIONS; at++) {
                partitions.add(new TopicPartition(changelog, at));
            }
        }
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", 10_000);
        long[] count = {0};
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, partitions, _ -> count[0]++);
        }
        return count[0];
    }
}
