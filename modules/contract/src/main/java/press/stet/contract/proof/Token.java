package press.stet.contract.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signed token (JWT, RFC 7519) that says who acts and through which tool. Whoever has it can act as that person until it
 * expires, so it is never printed.
 *
 * @param text as it travels; whether it is one at all is asked by whoever reads it
 */
public record Token(String text) {

    /** More is not read. A token of ours has some 300 bytes; one that lists all groups of a person, a few thousand. */
    public static final int MOST_BYTES = 8 << 10;

    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /**
     * Takes what a person pasted, or a file holds.
     *
     * @throws IllegalArgumentException if it cannot be a signed token; the message does not repeat it
     */
    public static Token of(String text) {
        Token token = new Token(text.strip());
        if (token.isTooLong()) {
            throw new IllegalArgumentException("a token has at most " + MOST_BYTES + " bytes");
        }
        if (token.parsed() == null) {
            throw new IllegalArgumentException("what was given as a token is no signed JWT");
        }
        return token;
    }

    /** What it is in parts, or null if it is no signed JWT. The library would overlook strange characters. */
    @Nullable SignedJWT parsed() {
        try {
            return COMPACT.matcher(text).matches() ? SignedJWT.parse(text) : null;
        } catch (ParseException | IllegalArgumentException _) {
            return null;
        }
    }

    boolean isTooLong() {
        return text.length() > MOST_BYTES || text.getBytes(UTF_8).length > MOST_BYTES;
    }

    /** Says that it is one, and nothing of what it says. */
    @Override
    public String toString() {
        return "a token";
    }
}
