package press.stet.contract.topic;

import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the newsroom.
 *
 * @param retention how long its records are kept at least; null for ever
 * @param largestRecord the most bytes that a record of it may have, as {@code max.message.bytes} counts them
 * @param schema what its values are written with, every named type in it; empty where a value is kept as it came
 */
public record Topic(
        String name,
        Key key,
        Cleanup cleanup,
        @Nullable Duration retention,
        int largestRecord,
        Timestamps timestamps,
        Spread spread,
        Optional<Schema> schema) {

    /** What the records of a topic are found by. Keys are plain UTF-8. */
    public enum Key {
        /** The story's id. */
        STORY,
        /** {@code story/language/version}. */
        VERSION,
        /** {@code story/language}. */
        EDITION,
        /** The site's key. */
        SITE,
        /** The word {@code staff}. */
        STAFF,
        /** Whatever the record had before. */
        AS_IT_CAME
    }

    /** What becomes of old records. */
    public enum Cleanup {
        DELETE,
        /** The last record of each key stays. */
        COMPACT
    }

    /** Whose clock a record's time is by. */
    public enum Timestamps {
        /** The broker's, when it took the record. */
        BROKER,
        /** The writer's. */
        WRITER
    }

    /** How many partitions it has. */
    public enum Spread {
        /** As many as the newsroom is set up with; everything about a story is in the one of its number. */
        BY_STORY,
        /** One, so that there is one order. */
        WHOLE
    }

    /** Under which its schemas are registered: the name that Confluent's default strategy gives. */
    public String subject() {
        return subjectOf(name);
    }

    /** The subject of the values of a topic of this name. */
    public static String subjectOf(String topic) {
        return topic + "-value";
    }

    @Override
    public String toString() {
        return name;
    }
}
