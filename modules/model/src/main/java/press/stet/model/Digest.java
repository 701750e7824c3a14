package press.stet.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 over a named form, such as {@code c1:9f86d0…}: two digests are comparable only when their forms are the same.
 *
 * @param text the form's name, a colon, and 32 or 64 hexadecimal digits
 */
public record Digest(String text) {

    private static final Pattern TEXT = Pattern.compile("[a-z][0-9]{1,3}:(?:[0-9a-f]{32}|[0-9a-f]{64})");

    /** Blocks are compared within one story: 128 bits are enough. */
    private static final int SHORT_BYTES = 16;

    public Digest {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a digest is a form, a colon and hexadecimal digits, got '" + text + "'");
        }
    }

    /** The whole SHA-256 of these bytes, in the form of this name. */
    public static Digest of(String form, byte[] bytes) {
        return new Digest(form + ":" + HexFormat.of().formatHex(sha256(bytes)));
    }

    /** The first half of the SHA-256 of these bytes, in the form of this name. */
    public static Digest shortOf(String form, byte[] bytes) {
        return new Digest(form + ":" + HexFormat.of().formatHex(sha256(bytes), 0, SHORT_BYTES));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
