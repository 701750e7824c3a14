package press.stet.archive;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import press.stet.contract.topic.Groups;

/** Kafka's consumers as the archive's readers need them. */
final class LogConsumers {

    /** Of one poll, from all partitions. */
    private static final int ROWS = 1_000;

    /** Of one partition, unless a single record is larger: little, so that a poll brings several, which are written side by side. */
    private static final int FETCH = 256 << 10;

    /** A question to the brokers that takes longer is asked again. */
    private static final int PATIENCE_MILLIS = 10_000;

    /** A session that is lost only when four heartbeats were. */
    private static final int HEARTBEATS = 4;

    private LogConsumers() {}

    /** A consumer in the group of a projection. */
    static Consumer<byte[], byte[]> of(ArchiveSettings settings, String projection) {
        String group = Groups.ARCHIVES + projection;
        long session = settings.session().toMillis();
        Map<String, Object> config = new HashMap<>(settings.kafka().settings());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) session);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) (session / HEARTBEATS));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Offsets stand in the database. One that the log has no more must be noticed, never replaced by another.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ROWS);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        if (settings.member() != null) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.member() + "-" + projection);
        }
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
