package press.stet.contract.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;

/** The settings that a topic is created with, and what becomes of it where others stand. */
final class TopicSettings {

    private static final String NO_LIMIT = "-1";

    /** How a setting that stands compares with the one wanted. */
    enum Comparison {
        SAME,
        /** It keeps less, or takes less: mended without losing anything. */
        NARROWER,
        /** It keeps more, or takes more: no harm, and to mend it could lose something. */
        WIDER,
        /** To mend it would lose records, or mix two meanings. */
        OTHER
    }

    private TopicSettings() {}

    static Map<String, String> of(Topic topic) {
        Duration retention = topic.retention();
        return new TreeMap<>(Map.of(
                CLEANUP_POLICY_CONFIG,
                switch (topic.cleanup()) {
                    case DELETE -> "delete";
                    case COMPACT -> "compact";
                },
                RETENTION_MS_CONFIG,
                retention == null ? NO_LIMIT : Long.toString(retention.toMillis()),
                RETENTION_BYTES_CONFIG,
                NO_LIMIT,
                MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(topic.largestRecord()),
                MESSAGE_TIMESTAMP_TYPE_CONFIG,
                switch (topic.timestamps()) {
                    case BROKER -> "LogAppendTime";
                    case WRITER -> "CreateTime";
                }));
    }

    static String found(Config config, String key) {
        ConfigEntry entry = config.get(key);
        return entry == null || entry.value() == null ? "nothing" : entry.value();
    }

    static Comparison compare(String key, String wanted, String found) {
        if (wanted.equals(found)) {
            return Comparison.SAME;
        }
        return switch (key) {
            case RETENTION_MS_CONFIG, RETENTION_BYTES_CONFIG, MAX_MESSAGE_BYTES_CONFIG ->
                size(found) < size(wanted) ? Comparison.NARROWER : Comparison.WIDER;
            default -> Comparison.OTHER;
        };
    }

    /** Without a limit is more than any limit. */
    private static long size(String value) {
        return value.equals(NO_LIMIT) ? Long.MAX_VALUE : Long.parseLong(value);
    }
}
