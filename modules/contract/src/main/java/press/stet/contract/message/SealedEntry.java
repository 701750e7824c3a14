package press.stet.contract.message;

import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.event.Entry;

/**
 * An event as {@code stet.events} keeps it: tied to the event before it in its story.
 *
 * @param previous the digest of that event; null for the first of a story
 * @param origin where the command stands that the event follows from
 */
public record SealedEntry(Entry entry, @Nullable Digest previous, Origin origin) {}
