package press.stet.contract.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.Origin;
import press.stet.contract.message.SealedEntry;
import press.stet.contract.message.UnreadableRecord;
import press.stet.model.Digest;
import press.stet.model.StoryId;
import press.stet.model.event.Entry;

/**
 * Ties each event of a story to the one before it. An event's digest is the SHA-256 of its Avro binary as written, without the
 * five bytes before it, since the registry's id of a schema may be another one after a restore. Safe for use by several
 * threads.
 */
public final class Chain {

    private static final String FORM = "e1";

    private final MessageCodec codec;

    public Chain(MessageCodec codec) {
        this.codec = codec;
    }

    /**
     * Seals the events of a ruling onto the story's last event.
     *
     * @param entries in their order
     * @param last the digest of the story's last event; null where there is none yet
     */
    public List<SealedRecord> seal(List<Entry> entries, @Nullable Digest last, Origin origin) {
        List<SealedRecord> sealed = new ArrayList<>(entries.size());
        Digest previous = last;
        for (Entry entry : entries) {
            SealedEntry next = new SealedEntry(entry, previous, origin);
            byte[] value = codec.encodeEvent(next);
            previous = digest(value);
            sealed.add(new SealedRecord(next, value, previous));
        }
        return sealed;
    }

    /** The digest of an event, over the value of its record as it stands in {@code stet.events}. */
    public static Digest digest(byte[] value) {
        return Digest.of(FORM, Arrays.copyOfRange(value, MessageCodec.PREFIX, value.length));
    }

    /**
     * Verifies the whole history of a story, over the values of its records as they were written.
     *
     * @param values from the first event on, in their order
     * @throws press.stet.contract.message.MissingUpgrade if a newer build wrote one of them: this build cannot tell
     * @throws press.stet.contract.registry.RegistryUnavailable if a schema is not known yet and the registry does not answer
     */
    public Verdict verify(Iterable<byte[]> values) {
        long sequence = 0;
        Digest last = null;
        StoryId story = null;
        for (byte[] value : values) {
            sequence++;
            try {
                SealedEntry sealed = codec.decodeEvent(value);
                String fault = fault(sealed, sequence, story, last);
                if (fault != null) {
                    return new Verdict.Broken(sequence, fault);
                }
                story = sealed.entry().story();
                last = digest(value);
            } catch (UnreadableRecord unreadable) {
                return new Verdict.Broken(sequence, String.valueOf(unreadable.getMessage()));
            }
        }
        return new Verdict.Intact(sequence, last);
    }

    private static @Nullable String fault(
            SealedEntry sealed, long sequence, @Nullable StoryId story, @Nullable Digest last) {
        Entry entry = sealed.entry();
        if (story != null && !entry.story().equals(story)) {
            return "it belongs to story " + entry.story() + ", the event before to " + story;
        }
        if (entry.sequence() != sequence) {
            return "event " + sequence + " was expected, and event " + entry.sequence() + " stands there";
        }
        if (!Objects.equals(sealed.previous(), last)) {
            return "it was sealed onto " + sealed.previous() + ", and the event before it is " + last
                    + ": one of the two is not as it was written";
        }
        return null;
    }
}
