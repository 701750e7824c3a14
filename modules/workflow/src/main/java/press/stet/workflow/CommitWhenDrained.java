package press.stet.workflow;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Has rulings committed, and so seen, as soon as no further command waits. A transaction costs the broker as much as many rulings, and
 * commands that come in while one is being committed share the next: a lone command waits for nobody, and under load as many are
 * committed at once as come in meanwhile. Where commands never cease to wait, the commit interval ends the transaction.
 *
 * <p>Kafka Streams itself commits by the clock alone, and tells processors nothing of what waits; but a thread asks its consumer for
 * more exactly when it has processed what it had. So the consumer first looks whether there is more at once, and if not, has the thread
 * commit before it waits.
 */
final class CommitWhenDrained implements KafkaClientSupplier {

    /** Of the thread that rules: the tasks of it that have done something since it last waited. */
    @SuppressWarnings("ThreadLocalUsage") // lives as long as the threads of its workflow
    private final ThreadLocal<Set<ProcessingContext>> busy = ThreadLocal.withInitial(HashSet::new);

    /** To be called by a task for whatever it did that others are to see. */
    void done(ProcessingContext task) {
        busy.get().add(task);
    }

    /** To be called by a task that is closed: it may be given to another instance, or keep a mere copy of that one's state from now on. */
    void gone(ProcessingContext task) {
        busy.get().remove(task);
    }

    /**
     * What {@code consumer} has for the thread that calls this, by {@code timeout} at the latest. Tasks may be taken from the thread, and
     * given to it, while its consumer is asked.
     */
    ConsumerRecords<byte[], byte[]> poll(
            Duration timeout, Function<Duration, ConsumerRecords<byte[], byte[]>> consumer) {
        Set<ProcessingContext> tasks = busy.get();
        if (tasks.isEmpty()) {
            return consumer.apply(timeout);
        }
        ConsumerRecords<byte[], byte[]> more = consumer.apply(Duration.ZERO);
        if (more.isEmpty()) {
            // All tasks of a thread share its transaction, so that asked by one it commits what all have done.
            tasks.stream().findAny().ifPresent(ProcessingContext::commit);
            tasks.clear();
        }
        return more;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new Commands(settings);
    }

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return consumer(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return consumer(settings);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private final class Commands extends KafkaConsumer<byte[], byte[]> {

        Commands(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            return CommitWhenDrained.this.poll(timeout, super::poll);
        }
    }
}
