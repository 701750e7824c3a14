package press.stet.contract.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import press.stet.model.command.Proof;
import press.stet.model.house.Issuer;

/**
 * Reads what tokens prove. A token's signature is checked once and what was found is remembered, by the digest of the token, as
 * long as the house trusts the same issuers; its time is asked each time. What proves nothing is not remembered, so that
 * nobody but an issuer fills the memory. Safe for use by several threads.
 */
public final class ProofReader {

    /** How far the clocks of issuers and brokers may be apart: both ends of a token's time are that much wider. */
    public static final Duration LEEWAY = Duration.ofMinutes(1);

    /** Some 3 MB at most, and more than the people and tools of any newsroom have at once. */
    private static final int MOST_REMEMBERED = 10_000;

    private final AtomicLong examined = new AtomicLong();
    private volatile Memory memory = new Memory(List.of());

    /**
     * What a token proves.
     *
     * @param token null where there is none
     * @param at the time that it must hold at
     * @param issuers those that the house trusts now
     */
    public Proof read(@Nullable Token token, Instant at, List<Issuer> issuers) {
        if (token == null) {
            return new Proof.Unproven("there is no token, and this newsroom takes nobody at their word");
        }
        if (token.isTooLong()) {
            return new Proof.Unproven("the token has more than the " + Token.MOST_BYTES + " bytes that are read");
        }
        Memory now = memoryFor(issuers);
        String name = digest(token);
        Finding known = now.found().get(name);
        if (known != null) {
            return known.at(at);
        }
        examined.incrementAndGet();
        Finding found = Examination.of(token, issuers);
        if (found instanceof Finding.Signed) {
            now.found().put(name, found);
        }
        return found.at(at);
    }

    /** How many tokens have been examined; those that were remembered are not among them. */
    public long examined() {
        return examined.get();
    }

    private Memory memoryFor(List<Issuer> issuers) {
        Memory now = memory;
        if (!now.issuers().equals(issuers)) {
            now = new Memory(issuers);
            memory = now;
        }
        return now;
    }

    private static String digest(Token token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(token.text().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** What was found while the house trusted these. */
    private record Memory(List<Issuer> issuers, Map<String, Finding> found) {
        Memory(List<Issuer> issuers) {
            this(issuers, Collections.synchronizedMap(new Newest()));
        }
    }

    /** Drops what was asked for longest ago. */
    private static final class Newest extends LinkedHashMap<String, Finding> {

        private static final long serialVersionUID = 1L;

        Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Finding> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
