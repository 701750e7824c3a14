package press.stet.workflow;

import org.apache.kafka.streams.processor.api.Record;
import press.stet.contract.message.Origin;
import press.stet.model.command.Arrival;

/** What a record of a command topic turned out to be. */
sealed interface Reading {

    /** Where it stands. */
    Origin origin();

    /** The record as it came. */
    Record<byte[], byte[]> letter();

    /** A command. */
    record Incoming(Arrival arrival, Origin origin, Record<byte[], byte[]> letter) implements Reading {}

    /**
     * Nothing that could ever be ruled on.
     *
     * @param why in a sentence for operators
     */
    record Unreadable(String why, Origin origin, Record<byte[], byte[]> letter) implements Reading {}
}
