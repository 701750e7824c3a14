package press.stet.contract.header;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Ties everything that follows from one command together, as {@code traceparent} of W3C Trace Context says it.
 *
 * @param trace 32 hexadecimal digits, the same for all of them
 * @param span 16 hexadecimal digits, each record's own
 * @param flags 2 hexadecimal digits, as whoever began the trace set them
 */
public record Trace(String trace, String span, String flags) {

    static final String HEADER = "traceparent";

    /** Later versions may say more behind the flags, which a reader leaves alone. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

    private static final String SAMPLED = "01";

    /** A trace that begins here. */
    public static Trace begin() {
        return new Trace(hexadecimal() + hexadecimal(), hexadecimal(), SAMPLED);
    }

    /** What a record belongs to; empty where its headers do not say, or say it wrongly. */
    public static Optional<Trace> of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        Matcher matcher = TRACEPARENT.matcher(new String(header.value(), US_ASCII));
        return matcher.matches()
                ? Optional.of(new Trace(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The next record of the same trace. */
    public Trace next() {
        return new Trace(trace, hexadecimal(), flags);
    }

    /** As the header carries it. */
    @Override
    public String toString() {
        return "00-" + trace + "-" + span + "-" + flags;
    }

    private static String hexadecimal() {
        long bits = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(bits == 0 ? 1 : bits);
    }
}
