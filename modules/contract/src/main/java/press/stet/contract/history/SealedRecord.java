package press.stet.contract.history;

import press.stet.contract.message.SealedEntry;
import press.stet.model.Digest;

/**
 * An event ready for {@code stet.events}. The bytes are the caller's to keep and not to change.
 *
 * @param value the record's value
 * @param digest of the event: what the next event of the story names as the one before it
 */
@SuppressWarnings("ArrayRecordComponent") // written once, handed to Kafka, never compared
public record SealedRecord(SealedEntry entry, byte[] value, Digest digest) {}
