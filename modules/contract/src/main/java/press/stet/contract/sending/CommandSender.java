package press.stet.contract.sending;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Trace;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.Origin;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenHeader;
import press.stet.contract.proof.Tokens;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;

/**
 * Sends commands and awaits what becomes of them. Order is promised to whoever awaits the answer to one command before sending
 * the next.
 *
 * <p>Safe for use by several threads, also virtual ones: thousands may wait at once, all on one reader of the log. Open one and
 * keep it; opening talks to Kafka in the background, so that it costs little before the first command. Close it at the end.
 */
public final class CommandSender implements AutoCloseable {

    private static final int LARGEST_REQUEST = 4 << 20;
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final Outcomes outcomes;
    private final MessageCodec codec;
    private final Tokens tokens;

    CommandSender(Producer<String, byte[]> producer, Outcomes outcomes, MessageCodec codec, Tokens tokens) {
        this.producer = producer;
        this.outcomes = outcomes;
        this.codec = codec;
        this.tokens = tokens;
        outcomes.start();
    }

    /** A sender to a newsroom that takes its people at their word. */
    public static CommandSender open(KafkaConnection kafka, MessageCodec codec) {
        return open(kafka, codec, Tokens.NONE);
    }

    /**
     * A sender to these brokers.
     *
     * @param kafka as somebody who may write the commands it will be given, and read what becomes of them
     * @param tokens what proves who sends each command
     */
    public static CommandSender open(KafkaConnection kafka, MessageCodec codec, Tokens tokens) {
        Outcomes outcomes = new Outcomes(
                () -> new KafkaConsumer<>(reading(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                codec);
        return new CommandSender(
                new KafkaProducer<>(writing(kafka), new StringSerializer(), new ByteArraySerializer()),
                outcomes,
                codec,
                tokens);
    }

    private static Map<String, Object> writing(KafkaConnection kafka) {
        Map<String, Object> settings = kafka.settings();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        // A caller's own time-out is mostly shorter than the default of a minute.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return settings;
    }

    private static Map<String, Object> reading(KafkaConnection kafka) {
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // It reads from where it was told, or says that it cannot.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }

    /**
     * Sends a command and waits for its outcome.
     *
     * @param timeout longest wait, for everything
     * @throws IllegalArgumentException if its copy is not Unicode; it was not sent
     * @throws CopyTooLarge if its copy is larger than the newsroom takes; it was not sent
     * @throws BrokersUnavailable if Kafka cannot be reached; it was not sent
     * @throws press.stet.contract.registry.RegistryUnavailable if the registry cannot be reached before it is sent, or when the
     *     outcome names a schema not seen yet
     * @throws OutcomeUnknown if there is no outcome in this time, or Kafka does not acknowledge the command
     * @throws InterruptedException if interrupted while waiting; the command may have been sent
     * @throws IllegalStateException if the same id is already on its way from here
     */
    public Answer send(Dispatch dispatch, Duration timeout) throws InterruptedException {
        return send(dispatch, timeout, new RecordHeaders());
    }

    /** The same with headers beside those that every command has. */
    public Answer send(Dispatch dispatch, Duration timeout, Headers further) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        refuseTooLarge(dispatch);
        byte[] value = codec.encodeCommand(dispatch);
        CompletableFuture<Answer> answer = outcomes.expect(dispatch);
        CompletableFuture<Origin> acknowledged = new CompletableFuture<>();
        try {
            outcomes.awaitBegun(Duration.ofNanos(deadline - System.nanoTime()));
            ProducerRecord<String, byte[]> record = record(dispatch, value, further);
            var _ = producer.send(record, (stands, failure) -> {
                if (failure == null) {
                    acknowledged.complete(new Origin(stands.topic(), stands.partition(), stands.offset()));
                } else {
                    answer.completeExceptionally(failure);
                }
            });
            return await(answer, acknowledged, dispatch, record, timeout, deadline);
        } finally {
            outcomes.forget(dispatch);
        }
    }

    private Answer await(
            CompletableFuture<Answer> answer,
            CompletableFuture<Origin> acknowledged,
            Dispatch dispatch,
            ProducerRecord<String, byte[]> record,
            Duration timeout,
            long deadline)
            throws InterruptedException {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            String read = "nothing of it stands in " + outcomes.read(record.partition()) + ", after " + timeout;
            throw new OutcomeUnknown(dispatch, read, acknowledged.getNow(null), null);
        } catch (ExecutionException failure) {
            throw switch (failure.getCause()) {
                case RecordTooLargeException large ->
                    CopyTooLarge.asRecord(
                            dispatch.story(),
                            record.topic(),
                            record.value().length,
                            Topics.of(dispatch.command().channel()).largestRecord(),
                            large);
                case KafkaException lost ->
                    new OutcomeUnknown(dispatch, String.valueOf(lost.getMessage()), acknowledged.getNow(null), lost);
                case RuntimeException unreadable -> unreadable;
                case null, default -> new IllegalStateException(failure);
            };
        }
    }

    private ProducerRecord<String, byte[]> record(Dispatch dispatch, byte[] value, Headers further) {
        Topic topic = Topics.of(dispatch.command().channel());
        Headers headers = CloudEvents.of(dispatch, Trace.begin());
        further.forEach(headers::add);
        Token token = tokens.of(dispatch);
        if (token != null) {
            TokenHeader.put(headers, token);
        }
        try {
            int partitions = producer.partitionsFor(topic.name()).size();
            return new ProducerRecord<>(
                    topic.name(),
                    Topics.partition(dispatch.story(), partitions),
                    null,
                    dispatch.story().toString(),
                    value,
                    headers);
        } catch (KafkaException away) {
            throw new BrokersUnavailable("say how " + topic + " is partitioned", away);
        }
    }

    private static void refuseTooLarge(Dispatch dispatch) {
        Copy copy = dispatch.command().copy();
        if (copy != null) {
            int size = CanonicalForm.of(copy).length;
            if (size > CanonicalForm.LARGEST) {
                throw new CopyTooLarge(dispatch.story(), size, CanonicalForm.LARGEST);
            }
        }
    }

    /** Lets what was sent be acknowledged, for 5 seconds at most. Whoever still waits is told that the sender was closed. */
    @Override
    public void close() {
        outcomes.close();
        producer.close(TO_FINISH);
    }
}
