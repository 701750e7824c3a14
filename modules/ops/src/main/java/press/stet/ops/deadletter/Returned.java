package press.stet.ops.deadletter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.LetterHeaders;
import press.stet.contract.topic.Topics;
import press.stet.model.CommandId;

/** Follows the dead letters that come while others are sent anew: one that is not mended comes back. */
final class Returned implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final Consumer<byte[], byte[]> consumer;

    /**
     * From now on.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    Returned(KafkaConnection kafka) {
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> all = consumer.partitionsFor(Topics.DEAD_LETTERS.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(all);
            consumer.endOffsets(all).forEach(consumer::seek);
        } catch (KafkaException failure) {
            consumer.close();
            throw new BrokersUnavailable("let its dead letters be read", failure);
        }
    }

    /** Why a command came back; null if it has not, as far as a moment's look tells. */
    @Nullable String reason(String letter, CommandId command) {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (LetterHeaders.text(record.headers(), LetterHeaders.REPLAY_OF)
                                .filter(letter::equals)
                                .isPresent()
                        && CloudEvents.commandId(record.headers())
                                .filter(command.toString()::equals)
                                .isPresent()) {
                    return LetterHeaders.text(record.headers(), LetterHeaders.REASON)
                            .orElse("it does not say why");
                }
            }
            return null;
        } catch (KafkaException failure) {
            throw new BrokersUnavailable("let its dead letters be read on", failure);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
