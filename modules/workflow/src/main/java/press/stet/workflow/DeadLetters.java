package press.stet.workflow;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.contract.header.LetterHeaders;
import press.stet.contract.message.Origin;

/**
 * What becomes of a record that is no command: it goes to the dead letters with its key, value, time and headers as it came,
 * and with headers that say where it stood and why it is there.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

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
        LetterHeaders.put(headers, LetterHeaders.TOPIC, origin.topic());
        LetterHeaders.put(headers, LetterHeaders.PARTITION, Integer.toString(origin.partition()));
        LetterHeaders.put(headers, LetterHeaders.OFFSET, Long.toString(origin.offset()));
        LetterHeaders.put(
                headers,
                LetterHeaders.TIME,
                Instant.ofEpochMilli(letter.timestamp()).toString());
        LetterHeaders.put(headers, LetterHeaders.REASON, reason);
        return letter.withHeaders(headers);
    }
}
