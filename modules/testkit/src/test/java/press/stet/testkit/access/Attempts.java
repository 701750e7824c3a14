package press.stet.testkit.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topic;

/** What somebody gets done with a topic when they try. */
final class Attempts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] ANYTHING = "anything".getBytes(UTF_8);

    private final KafkaConnection kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    Attempts(KafkaConnection kafka) {
        this.kafka = kafka;
        Map<String, Object> settings = kafka.settings();
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.admin = Admin.create(kafka.settings());
    }

    /** A letter for each thing that is not refused: read, write, know its settings; or only that it is there. */
    String letters(Topic topic) throws InterruptedException {
        String letters = (reads(topic) ? "r" : "") + (writes(topic) ? "w" : "") + (knowsSettings(topic) ? "s" : "");
        return !letters.isEmpty() ? letters : knows(topic) ? "k" : ".";
    }

    boolean writes(Topic topic) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topic.name(), 0, ANYTHING, ANYTHING))
                    .get();
            return true;
        } catch (ExecutionException failure) {
            return refusedBy(failure);
        } catch (AuthorizationException _) {
            return false;
        } catch (KafkaException failure) {
            // Whoever may write nowhere is refused an id as a producer too, for good: then every later send ends here.
            return refusedBy(failure);
        }
    }

    /** There is a record in the topic. */
    boolean reads(Topic topic) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            TopicPartition first = new TopicPartition(topic.name(), 0);
            consumer.assign(List.of(first));
            consumer.seekToBeginning(List.of(first));
            Instant end = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(end)) {
                if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                    return true;
                }
            }
            throw new AssertionError("neither a record of " + topic + " nor a refusal for " + kafka);
        } catch (AuthorizationException _) {
            return false;
        }
    }

    /** The values of all records of a topic. */
    List<byte[]> all(Topic topic) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<byte[]> values = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private boolean knowsSettings(Topic topic) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return answers(admin.describeConfigs(List.of(resource)).all());
    }

    private boolean knows(Topic topic) throws InterruptedException {
        return answers(admin.describeTopics(List.of(topic.name())).allTopicNames());
    }

    private static boolean answers(KafkaFuture<?> future) throws InterruptedException {
        try {
            future.get();
            return true;
        } catch (ExecutionException failure) {
            return refusedBy(failure);
        }
    }

    private static boolean refusedBy(Exception failure) {
        if (failure.getCause() instanceof AuthorizationException) {
            return false;
        }
        throw new AssertionError("neither done nor refused", failure);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
