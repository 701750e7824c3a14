package press.stet.contract.topic;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import press.stet.wire.Command;
import press.stet.wire.Edition;
import press.stet.wire.Event;
import press.stet.wire.FiledCopy;
import press.stet.wire.HouseRules;
import press.stet.wire.Refusal;
import press.stet.wire.Staff;

/**
 * A topic of the newsroom.
 *
 * @param retention how long its records are kept at least; null for ever
 * @param largestRecord the most bytes that a record of it may have, as {@code max.message.bytes} counts them
 */
public record Topic(
        String name,
        Key key,
        Value value,
        Cleanup cleanup,
        @Nullable Duration retention,
        int largestRecord,
        Timestamps timestamps,
        Spread spread) {

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

    /** What the records of a topic say. */
    public enum Value {
        COMMAND,
        EVENT,
        REFUSAL,
        FILED_COPY,
        EDITION,
        HOUSE_RULES,
        STAFF,
        /** Whatever the record said before, if it could be read at all. */
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

    /**
     * What its values are written with, every named type in it, and without what concerns Java alone: as the registry has it.
     * Empty where values are kept as they came. Made when it is asked for, since a process seldom needs them all.
     */
    public Optional<Schema> schema() {
        return switch (value) {
            case COMMAND -> registered(new Command());
            case EVENT -> registered(new Event());
            case REFUSAL -> registered(new Refusal());
            case FILED_COPY -> registered(new FiledCopy());
            case EDITION -> registered(new Edition());
            case HOUSE_RULES -> registered(new HouseRules());
            case STAFF -> registered(new Staff());
            case AS_IT_CAME -> Optional.empty();
        };
    }

    private static Optional<Schema> registered(SpecificRecord value) {
        return Optional.of(AvroSchemaUtils.getSchema(value, false, false, true));
    }

    @Override
    public String toString() {
        return name;
    }
}
