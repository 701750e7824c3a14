package press.stet.newsroom.record;

import java.time.Instant;

/**
 * An event as the newsroom view keeps it: what it shows of it, and the record as it was written to the log.
 *
 * @param event its name
 * @param value the bytes of the record
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Kept(long sequence, Instant at, String actor, String tool, String event, byte[] value) {}
