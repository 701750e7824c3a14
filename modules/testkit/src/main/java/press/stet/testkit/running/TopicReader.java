package press.stet.testkit.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.UnreadableRecord;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.command.Channel;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.testkit.log.Log;

/** Reads whole topics of a newsroom, as far as they are committed when it begins. */
public final class TopicReader {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final KafkaConnection kafka;
    private final MessageCodec codec;

    public TopicReader(KafkaConnection kafka, MessageCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    /**
     * Everything that guarantees are judged by. Commands that could not be read, or came with a wrong key or in a wrong partition, are left out, as
     * are the stories as stores hold them.
     */
    public Log log() {
        List<Arrival> commands = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            for (ConsumerRecord<byte[], byte[]> record : read(Topics.of(channel))) {
                arrival(record, channel, commands);
            }
        }
        return new Log(
                commands,
                read(Topics.EVENTS).stream()
                        .map(record -> codec.decodeEvent(record.value()).entry())
                        .toList(),
                read(Topics.REFUSALS).stream()
                        .map(record -> codec.decodeRefusal(record.value()).refused())
                        .toList(),
                read(Topics.EDITIONS).stream()
                        .map(record -> codec.decodeEdition(record.value()))
                        .toList(),
                read(Topics.COPIES).stream()
                        .map(record -> codec.decodeCopy(record.value()))
                        .toList(),
                read(Topics.HOUSE_RULES).stream()
                        .map(record -> codec.decodeHouseRules(record.value()))
                        .toList(),
                Map.of(),
                Map.of());
    }

    /** The values of each story's events as they were written, in their order. */
    public Map<StoryId, List<byte[]>> histories() {
        Map<StoryId, List<byte[]>> histories = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topics.EVENTS)) {
            StoryId story = codec.decodeEvent(record.value()).entry().story();
            histories.computeIfAbsent(story, _ -> new ArrayList<>()).add(record.value());
        }
        return histories;
    }

    /** All records of a topic, partition by partition. */
    public List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> all = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(all, ANSWER));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (all.stream().anyMatch(part -> consumer.position(part, ANSWER) < ends.getOrDefault(part, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private void arrival(ConsumerRecord<byte[], byte[]> record, Channel channel, List<Arrival> commands) {
        try {
            Dispatch dispatch = codec.decodeCommand(record.topic(), record.value());
            String key = record.key() == null ? "" : new String(record.key(), UTF_8);
            int place = Topics.partition(dispatch.story(), Topics.PARTITIONS_OF_ONE_MACHINE);
            if (key.equals(dispatch.story().toString()) && record.partition() == place) {
                Instant at = Instant.ofEpochMilli(record.timestamp());
                // What was proven stands in no topic, and no guarantee is about it.
                commands.add(new Arrival(dispatch, channel, at, new Proof.TheirWord()));
            }
        } catch (UnreadableRecord deadLetter) {
            // It is no command: the dead letters have it.
            return;
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
