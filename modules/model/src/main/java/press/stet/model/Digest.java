package press.stet.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 over a named form, such as {@code c1:9f86d0…}: two digests are comparable only when their forms are the same.
 *
 * @param text the form's name, a colon, and 32 or 64 hexadecimal digits
 */
public record Digest(String text) {

    /** A letter and one to three digits. */
    private static final int LONGEST_FORM = 4;

    private static final int SHORT_DIGITS = 32;
    private static final int WHOLE_DIGITS = 64;

    /** Blocks are compared within one story: 128 bits are enough. */
    private static final int SHORT_BYTES = 16;

    public Digest {
        if (!isFit(text)) {
            throw new IllegalArgumentException(
                    "a digest is a form, a colon and hexadecimal digits, got '" + text + "'");
        }
    }

    /** Every block has one, and every block of a story is read with each of its commands: a pattern took longer than all else. */
    private static boolean isFit(String text) {
        int colon = text.indexOf(':');
        int digits = text.length() - colon - 1;
        if (colon < 2 || colon > LONGEST_FORM || (digits != SHORT_DIGITS && digits != WHOLE_DIGITS)) {
            return false;
        }
        return text.charAt(0) >= 'a'
                && text.charAt(0) <= 'z'
                && areOf("0123456789", text, 1, colon)
                && areOf("0123456789abcdef", text, colon + 1, text.length());
    }

    private static boolean areOf(String characters, String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (characters.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
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
