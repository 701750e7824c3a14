package press.stet.contract.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The header of a command that its token travels in. It goes to the workflow and no further. */
public final class TokenHeader {

    /** Its value is the token as it is, in ASCII. */
    public static final String NAME = "stet_token";

    private TokenHeader() {}

    /** Adds a token to the headers of a command on its way in. */
    public static void put(Headers headers, Token token) {
        headers.remove(NAME).add(NAME, token.text().getBytes(UTF_8));
    }

    /** The token that a command brings, or null if it brings none. */
    public static @Nullable Token of(Headers headers) {
        Header header = headers.lastHeader(NAME);
        return header == null || header.value() == null ? null : new Token(new String(header.value(), UTF_8));
    }

    /** The same headers but for every token; what was given stays as it was. */
    public static Headers without(Headers headers) {
        return new RecordHeaders(headers).remove(NAME);
    }
}
