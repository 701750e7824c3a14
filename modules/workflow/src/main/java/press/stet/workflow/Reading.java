package press.stet.workflow;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.Origin;
import press.stet.contract.proof.Token;
import press.stet.model.command.Channel;
import press.stet.model.command.Dispatch;

/** What a record of a command topic turned out to be. */
sealed interface Reading {

    /** Where it stands. */
    Origin origin();

    /** The record as it came, but for its token. */
    Record<byte[], byte[]> letter();

    /**
     * A command.
     *
     * @param token what it brought to prove who sent it, or null
     */
    record Incoming(
            Dispatch dispatch, Channel channel, @Nullable Token token, Origin origin, Record<byte[], byte[]> letter)
            implements Reading {

        /** The broker's time of it. */
        Instant at() {
            return Instant.ofEpochMilli(letter.timestamp());
        }
    }

    /**
     * Nothing that could ever be ruled on.
     *
     * @param why in a sentence for operators
     */
    record Unreadable(String why, Origin origin, Record<byte[], byte[]> letter) implements Reading {}
}
