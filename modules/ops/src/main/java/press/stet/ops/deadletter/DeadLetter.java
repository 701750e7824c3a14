package press.stet.ops.deadletter;

import java.time.Instant;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.Origin;
import press.stet.model.CommandId;
import press.stet.model.StoryId;

/**
 * A record that came in as a command and could not be ruled on.
 *
 * @param origin where it stood; null where it does not say
 * @param at the broker's time of it when it came
 * @param reason why it is a dead letter
 * @param story whose command it is, or whose its key says it is; null where nobody can tell
 * @param content what it says
 * @param again how often it was sent anew and became a dead letter again
 * @param record as it stands
 */
public record DeadLetter(
        LetterId id,
        @Nullable Origin origin,
        Instant at,
        String reason,
        @Nullable StoryId story,
        Content content,
        int again,
        ConsumerRecord<byte[], byte[]> record) {

    /** As they came in. */
    static final Comparator<DeadLetter> ORDER = Comparator.comparing(DeadLetter::at)
            .thenComparing(
                    letter -> letter.origin() == null ? "" : letter.origin().topic())
            .thenComparingLong(
                    letter -> letter.origin() == null ? 0 : letter.origin().offset())
            .thenComparingInt(letter -> letter.id().partition())
            .thenComparingLong(letter -> letter.id().offset());

    /** Of its command; null where that cannot be read. */
    @Nullable CommandId command() {
        return content instanceof Content.Legible readable ? readable.dispatch().id() : null;
    }

    DeadLetter deadAgain(DeadLetter newer) {
        return new DeadLetter(id, origin, at, newer.reason, story, content, again + 1, record);
    }
}
