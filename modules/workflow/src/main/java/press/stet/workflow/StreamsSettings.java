package press.stet.workflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import press.stet.contract.topic.Groups;

/** The settings of Kafka Streams, each with what it is for. */
final class StreamsSettings {

    /** Group, changelogs and transactions are named by it: for ever. */
    static final String APPLICATION = Groups.WORKFLOW;

    /** A snapshot, and the row of a story in many languages, may be larger than the command that they follow from. */
    private static final int LARGEST_RECORD = 4 << 20;

    private static final int HEARTBEATS_PER_SESSION = 4;

    /** An instance learns with a heartbeat that another has come or gone: so long do stories wait for their next one. */
    private static final int LONGEST_HEARTBEAT_MS = 500;

    private StreamsSettings() {}

    static Map<String, Object> of(WorkflowSettings settings, StateMemory memory) {
        Map<String, Object> all = new HashMap<>(settings.kafka().settings());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        all.putAll(memory.settings());
        exactlyOnce(all, settings.pace());
        group(all, settings);
        safety(all, settings.safety());
        all.putAll(settings.further());
        return all;
    }

    private static void exactlyOnce(Map<String, Object> all, WorkflowSettings.Pace pace) {
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, pace.commit().toMillis());
        // How long a thread with nothing to do waits for a command, and timers for the thread.
        all.put(StreamsConfig.POLL_MS_CONFIG, 5L);
        // What is ruled next depends on what was stored last.
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        // An exception where house rules and staff are kept ends the instance, as it always did; without this it warns.
        all.put("processing.exception.handler.global.enabled", true);
        // A commit sends whatever has gathered, in one request for all partitions: sent record by record, it costs
        // twice the work.
        producer(all, ProducerConfig.LINGER_MS_CONFIG, 100);
        // The broker refuses a transaction while the one before is being completed, some milliseconds long.
        producer(all, ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
        producer(all, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(pace.transaction()));
        producer(all, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
    }

    private static void group(Map<String, Object> all, WorkflowSettings settings) {
        int session = millis(settings.pace().session());
        // On 4.3.1 a group of the streams protocol refuses every topology but its first.
        all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        consumer(all, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
        consumer(
                all,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                Math.min(session / HEARTBEATS_PER_SESSION, LONGEST_HEARTBEAT_MS));
        consumer(all, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(WorkflowSettings.LONGEST_BUSY));
        if (settings.instance() != null) {
            consumer(all, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
        }
        // The first start commits offsets; that they are missing later means that they were lost.
        consumer(all, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    }

    private static void safety(Map<String, Object> all, WorkflowSettings.Safety safety) {
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, safety.copies());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, safety.standbys());
        all.put(
                StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                Integer.toString(Math.max(1, safety.copies() - 1)));
    }

    private static void producer(Map<String, Object> all, String key, Object value) {
        all.put(StreamsConfig.producerPrefix(key), value);
    }

    private static void consumer(Map<String, Object> all, String key, Object value) {
        all.put(StreamsConfig.mainConsumerPrefix(key), value);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
