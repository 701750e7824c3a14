package press.stet.ops.deadletter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import press.stet.model.CommandId;
import press.stet.model.ruling.Editor;

/**
 * The ids under which a command may be sent anew. Its own, as long as outcomes of it are remembered: however often it is sent, it is
 * then ruled on once. Later, ids that are new and yet name the old one: where a UUID of version 7 is random, they have a digest of it.
 * So whoever reads an outcome can tell which command it was of, and nothing needs to be written down elsewhere.
 *
 * <p>Within six days the same command is given the same new id, so that sending it twice at once is sending it once.
 */
final class Anew {

    /** Two parts that run side by side may be apart by as much, and a command may be underway as long. */
    private static final Duration TO_SPARE = Duration.ofHours(1);

    private static final long SIX_DAYS = Duration.ofDays(6).toMillis();

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long TWELVE_BITS = 0xFFFL;
    private static final long SIXTY_TWO_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private Anew() {}

    /** What the random bits of an id say. */
    record Fingerprint(long high, long low) {

        static Fingerprint of(CommandId id) {
            UUID value = id.value();
            return new Fingerprint(
                    value.getMostSignificantBits() & TWELVE_BITS, value.getLeastSignificantBits() & SIXTY_TWO_BITS);
        }
    }

    /** What all ids say that name this one. */
    static Fingerprint naming(CommandId old) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(old));
        return new Fingerprint(digest.getLong() & TWELVE_BITS, digest.getLong() & SIXTY_TWO_BITS);
    }

    /** Whether an id is a command's own, or names it. */
    static boolean isOf(CommandId id, CommandId command) {
        return id.equals(command) || Fingerprint.of(id).equals(naming(command));
    }

    /**
     * The id to send it under.
     *
     * @param used ids of it that were ruled on and may not be used again
     */
    static CommandId id(CommandId old, Instant now, Set<CommandId> used) {
        if (!used.contains(old) && isRemembered(old, now)) {
            return old;
        }
        long age = Math.max(0, now.toEpochMilli() - old.mintedAt().toEpochMilli());
        long millis = old.mintedAt().toEpochMilli() + age / SIX_DAYS * SIX_DAYS;
        CommandId next = at(millis, naming(old));
        while (used.contains(next) || next.equals(old)) {
            millis++;
            next = at(millis, naming(old));
        }
        return next;
    }

    /** Whether sending it under its own id a second time is sure to be found out. */
    static boolean isRemembered(CommandId id, Instant now) {
        return id.mintedAt().isAfter(now.minus(Editor.REMEMBERED).plus(TO_SPARE));
    }

    private static CommandId at(long millis, Fingerprint fingerprint) {
        return new CommandId(new UUID(millis << 16 | VERSION_7 | fingerprint.high(), VARIANT | fingerprint.low()));
    }

    private static byte[] sha256(CommandId id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
