package press.stet.contract.header;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import press.stet.contract.message.Origin;

/** What a dead letter says in its headers, beside what it said when it came: where it stood, and why it is there. */
public final class LetterHeaders {

    /** The topic it stood in. */
    public static final String TOPIC = "stet_topic";

    /** The partition it stood in. */
    public static final String PARTITION = "stet_partition";

    /** The offset it stood at. */
    public static final String OFFSET = "stet_offset";

    /** The broker's time of it, as ISO 8601 writes it. */
    public static final String TIME = "stet_time";

    /** Why it is a dead letter. */
    public static final String REASON = "stet_reason";

    /** Of a command that was a dead letter and is sent anew: which one, as {@code topic/partition/offset}. */
    public static final String REPLAY_OF = "stet_replay_of";

    private LetterHeaders() {}

    /** Puts a header in the place of those of its name: what a dead letter sent anew says of its first time gives way. */
    public static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    /** What a header says; empty where there is none. */
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    /** Where a dead letter stood; empty where it does not say. */
    public static Optional<Origin> origin(Headers headers) {
        try {
            return Optional.of(new Origin(
                    text(headers, TOPIC).orElseThrow(),
                    Integer.parseInt(text(headers, PARTITION).orElseThrow()),
                    Long.parseLong(text(headers, OFFSET).orElseThrow())));
        } catch (NoSuchElementException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The broker's time of it when it came; empty where it does not say. */
    public static Optional<Instant> time(Headers headers) {
        try {
            return text(headers, TIME).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
