package press.stet.model.copy;

import java.util.regex.Pattern;

/**
 * Stands for a block through all versions of an edition, so that comparisons, notes and translations can point at it.
 *
 * @param text up to 64 letters, digits, dots, underscores and hyphens; empty where the sender gave none, until the block is
 *     matched or named
 */
public record BlockId(String text) implements Comparable<BlockId> {

    private static final Pattern TEXT = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]{0,63})?");

    /** The headline is a block that every copy has. */
    public static final BlockId HEADLINE = new BlockId("headline");

    /** The standfirst is a block that a copy may have. */
    public static final BlockId STANDFIRST = new BlockId("standfirst");

    /** The sender left it to the newsroom to name the block. */
    public static final BlockId NOT_GIVEN = new BlockId("");

    public BlockId {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a block id is up to 64 letters, digits, dots, underscores and hyphens, got '" + text + "'");
        }
    }

    public boolean isGiven() {
        return !text.isEmpty();
    }

    @Override
    public int compareTo(BlockId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
