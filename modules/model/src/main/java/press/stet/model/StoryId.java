package press.stet.model;

import java.util.Locale;
import java.util.UUID;

/**
 * One piece of journalism in all its languages.
 *
 * @param value a UUID of version 7 (RFC 9562), minted by the sender of the story's first command
 */
public record StoryId(UUID value) implements Comparable<StoryId> {

    /** Crockford's base 32: no letters that are read as digits. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    /** Sixty random bits: two of ten million stories share a short id with a probability of 1 in 23,000. */
    private static final int SHORT_LENGTH = 12;

    public StoryId {
        if (value.version() != 7) {
            throw new IllegalArgumentException("a story id is a UUID of version 7, got " + value);
        }
    }

    /**
     * Reads the usual 36 characters.
     *
     * @throws IllegalArgumentException if the text is no UUID of version 7
     */
    public static StoryId of(String text) {
        return new StoryId(uuid(text));
    }

    /** Takes what {@link UUID#fromString} takes only where it is written out: two spellings of a key would be two keys. */
    static UUID uuid(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("an id has 36 characters in five groups, got '" + text + "'");
        }
        return value;
    }

    /** The twelve characters that end a page's address and alone find the story. */
    public String shortId() {
        char[] characters = new char[SHORT_LENGTH];
        long bits = value.getLeastSignificantBits();
        for (int at = SHORT_LENGTH - 1; at >= 0; at--) {
            characters[at] = ALPHABET.charAt((int) (bits & 31));
            bits >>>= 5;
        }
        return new String(characters);
    }

    @Override
    public int compareTo(StoryId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
