package press.stet.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What makes two sendings of a command one command.
 *
 * @param value a UUID of version 7 (RFC 9562), minted by the sender
 */
public record CommandId(UUID value) implements Comparable<CommandId> {

    public CommandId {
        if (value.version() != 7) {
            throw new IllegalArgumentException("a command id is a UUID of version 7, got " + value);
        }
    }

    /**
     * Reads the usual 36 characters.
     *
     * @throws IllegalArgumentException if the text is no UUID of version 7
     */
    public static CommandId of(String text) {
        return new CommandId(StoryId.uuid(text));
    }

    /** When the sender minted it, by the sender's clock, to the millisecond. */
    public Instant mintedAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    /** By the time of minting. */
    @Override
    public int compareTo(CommandId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
