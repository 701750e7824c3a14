package press.stet.bench.ruling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import press.stet.bench.ground.Ground;
import press.stet.contract.topic.Topics;

/**
 * The least that an exactly-once application on Kafka Streams can do with commands: keeps the last one of each story in one store, and
 * sends it on with its headers, so that its outcome is seen as a ruling's is. Brokers, partitions, commit interval and settings are the
 * workflow's; it reads the same topics and writes to the events' one.
 */
public final class PassThrough implements AutoCloseable {

    private static final String STORE = "last";
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final KafkaStreams streams;

    private PassThrough(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Starts it, and returns when it runs. */
    public static PassThrough on(Ground ground) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(ground.kafka().settings());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "stet-bench-pass-through");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, ground.streams().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 5);
        settings.put(StreamsConfig.POLL_MS_CONFIG, 5);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.producerPrefix("linger.ms"), 0);
        settings.put(StreamsConfig.producerPrefix("retry.backoff.ms"), 2);
        settings.put(StreamsConfig.producerPrefix("max.request.size"), 4 << 20);
        settings.put(StreamsConfig.mainConsumerPrefix("auto.offset.reset"), "latest");
        KafkaStreams streams = new KafkaStreams(topology(), new StreamsConfig(settings));
        CountDownLatch running = new CountDownLatch(1);
        streams.setStateListener((now, _) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        PassThrough started = new PassThrough(streams);
        streams.start();
        if (!running.await(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS)) {
            started.close();
            throw new IllegalStateException("the pass-through does not run after " + LONGEST_START);
        }
        return started;
    }

    private static Topology topology() {
        var bytes = new ByteArrayDeserializer();
        var written = new ByteArraySerializer();
        List<String> inputs = List.of(
                Topics.DRAFTS.name(), Topics.REVIEWS.name(), Topics.TRANSLATIONS.name(), Topics.PUBLICATIONS.name());
        return new Topology()
                .addSource("commands", bytes, bytes, inputs.toArray(String[]::new))
                .addProcessor("keep", Keep::new, "commands")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                                .withCachingDisabled(),
                        "keep")
                .addSink(
                        "events",
                        Topics.EVENTS.name(),
                        written,
                        written,
                        (_, key, _, partitions) ->
                                Optional.of(Set.of(Topics.partition(new String(key, UTF_8), partitions))),
                        "keep");
    }

    /** Reads what it kept of the story, and keeps the new. */
    private static final class Keep implements Processor<byte[], byte[], byte[], byte[]> {

        @SuppressWarnings("NullAway.Init") // comes with init
        private ProcessorContext<byte[], byte[]> context;

        @SuppressWarnings("NullAway.Init") // comes with init
        private KeyValueStore<byte[], byte[]> store;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            this.store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            store.get(record.key());
            store.put(record.key(), record.value());
            context.forward(record);
        }
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(30));
    }
}
