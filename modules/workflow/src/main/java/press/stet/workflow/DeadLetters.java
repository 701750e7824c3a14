package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.contract.message.Origin;

/**
 * What becomes of a record that is no command: it goes to the dead letters with its key, value, time and headers as it came,
 * and with headers that say where it stood and why it is there.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** The topic it stood in. */
    static final String TOPIC = "stet_topic";

    /** The partition it stood in. */
    static final String PARTITION = "stet_partition";

    /** The offset it stood at. */
    static final String OFFSET = "stet_offset";

    /** The broker's time of it, as ISO 8601 writes it. */
    static final String TIME = "stet_time";

    /** Why it is a dead letter. */
    static final String REASON = "stet_reason";

    private DeadLetters() {}

    static Record<byte[], byte[]> of(Reading.Unreadable unreadable) {
        return of(unreadable, unreadable.why());
    }

    static Record<byte[], byte[]> of(Reading reading, String reason) {
        Record<byte[], byte[]> letter = reading.letter();
        Origin origin = reading.origin();
        LOG.warn(
                "A dead letter: topic={} partition={} offset={}: {}",
                origin.topic(),
                origin.partition(),
                origin.offset(),
                reason);
        Headers headers = new RecordHeaders(letter.headers());
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        put(headers, TIME, Instant.ofEpochMilli(letter.timestamp()).toString());
        put(headers, REASON, reason);
        return letter.withHeaders(headers);
    }

    /** What a dead letter sent anew says of its first time gives way. */
    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
