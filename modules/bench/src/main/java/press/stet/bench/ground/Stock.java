package press.stet.bench.ground;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import press.stet.bench.Run;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.workflow.state.Cabinet;

/**
 * Stories on file, as many as are asked for, each with the same past. One of them lives it; what the topics hold of that one is then
 * written again under the others' ids, so that filling costs what the disk costs. Their seals are not their own: nothing that runs
 * reads them. Not for use by several threads.
 */
public final class Stock {

    /** From which the workflow restores its state. */
    public static final List<String> STATE = Stream.of(
                    Cabinet.STORIES, Cabinet.EDITIONS, Cabinet.COPIES, Cabinet.OUTCOMES, Cabinet.TIMERS)
            .map(store -> "stet-workflow-" + store + "-changelog")
            .toList();

    /** The same, and all that a newsroom's stores are filled from. */
    public static final List<String> STATE_AND_OUTCOMES = Stream.concat(
                    STATE.stream(),
                    Stream.of(Topics.EVENTS, Topics.COPIES, Topics.EDITIONS).map(Topic::name))
            .toList();

    private static final int PARTITIONS = Topics.PARTITIONS_OF_ONE_MACHINE;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final StoryId template;
    private final int size;
    private final List<Integer> untouched = new ArrayList<>();

    private Stock(StoryId template, int size) {
        this.template = template;
        this.size = size;
        IntStream.range(0, size).forEach(untouched::add);
        Collections.shuffle(untouched, new Random(size));
    }

    /**
     * Fills a ground on which no workflow runs, and leaves it without a local state: it is restored at the next start.
     *
     * @param past the commands that each story has been through
     * @param topics {@link #STATE} or {@link #STATE_AND_OUTCOMES}
     */
    public static Stock fill(Ground ground, List<Life.Step> past, int size, List<String> topics)
            throws InterruptedException, IOException {
        StoryId template = Ids.story();
        try (RunningWorkflow _ = RunningWorkflow.on(ground, Map.of());
                CommandSender sender = CommandSender.open(ground.kafka(), ground.codec())) {
            for (Life.Step step : past) {
                step.send(sender, template, ANSWER);
            }
        }
        Stock stock = new Stock(template, size);
        for (String topic : topics) {
            stock.multiply(ground, topic);
        }
        Run.delete(ground.streams());
        return stock;
    }

    /**
     * Some of them, drawn at random, none of which was drawn before.
     *
     * @throws IndexOutOfBoundsException if not so many are left
     */
    public List<StoryId> next(int count) {
        List<StoryId> next =
                untouched.subList(0, count).stream().map(this::story).toList();
        untouched.subList(0, count).clear();
        return next;
    }

    private StoryId story(int at) {
        return new StoryId(new UUID(
                template.value().getMostSignificantBits(), template.value().getLeastSignificantBits() ^ (at + 1)));
    }

    private void multiply(Ground ground, String topic) {
        List<ConsumerRecord<byte[], byte[]>> rows = rows(ground, topic);
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("acks", "all");
        settings.put("linger.ms", 20);
        settings.put("batch.size", 256 << 10);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int at = 0; at < size; at++) {
                StoryId story = story(at);
                for (ConsumerRecord<byte[], byte[]> row : rows) {
                    var _ = producer.send(of(row, story));
                }
            }
        }
    }

    /** The same row of another story: wherever an id stands, it takes as many bytes. */
    private ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> row, StoryId story) {
        Headers headers = new RecordHeaders();
        row.headers().forEach(header -> headers.add(header.key(), of(header.value(), story)));
        return new ProducerRecord<>(
                row.topic(),
                Topics.partition(story, PARTITIONS),
                null,
                of(row.key(), story),
                of(row.value(), story),
                headers);
    }

    private byte[] of(byte[] bytes, StoryId story) {
        return new String(bytes, ISO_8859_1)
                .replace(template.toString(), story.toString())
                .getBytes(ISO_8859_1);
    }

    /** What a topic holds of the one story: the last of each key where that is compacted, else all. */
    private List<ConsumerRecord<byte[], byte[]>> rows(Ground ground, String topic) {
        boolean isLog = topic.equals(Topics.EVENTS.name());
        Map<String, ConsumerRecord<byte[], byte[]>> rows = new LinkedHashMap<>();
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, List.of(new TopicPartition(topic, Topics.partition(template, PARTITIONS))), row -> {
                String key = isLog ? Long.toString(row.offset()) : new String(row.key(), UTF_8);
                if (row.value() == null) {
                    rows.remove(key);
                } else {
                    rows.put(key, row);
                }
            });
        }
        return List.copyOf(rows.values());
    }

    /** Hears of every row. */
    @FunctionalInterface
    private interface Rows {
        void row(ConsumerRecord<byte[], byte[]> row);
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Rows rows) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            consumer.poll(Duration.ofMillis(100)).forEach(rows::row);
        }
    }

    /** Reads all of the changelogs of {@link #STATE} as nothing but a consumer; returns how many rows. */
    public static long readAll(Ground ground) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String changelog : STATE) {
            for (int at = 0; at < PARTITIONS; at++) {
                partitions.add(new TopicPartition(changelog, at));
            }
        }
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", 10_000);
        long[] count = {0};
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, partitions, _ -> count[0]++);
        }
        return count[0];
    }
}
