package press.stet.model.copy;

/**
 * Stands for a block through all versions of an edition, so that comparisons, notes and translations can point at it.
 *
 * @param text up to 64 letters, digits, dots, underscores and hyphens; empty where the sender gave none, until the block is
 *     matched or named
 */
public record BlockId(String text) implements Comparable<BlockId> {

    private static final int LONGEST = 64;

    /** The headline is a block that every copy has. */
    public static final BlockId HEADLINE = new BlockId("headline");

    /** The standfirst is a block that a copy may have. */
    public static final BlockId STANDFIRST = new BlockId("standfirst");

    /** The sender left it to the newsroom to name the block. */
    public static final BlockId NOT_GIVEN = new BlockId("");

    public BlockId {
        if (!isFit(text)) {
            throw new IllegalArgumentException(
                    "a block id is up to 64 letters, digits, dots, underscores and hyphens, got '" + text + "'");
        }
    }

    /** Every block of a story is read with each of its commands: a pattern took longer than all else about it. */
    private static boolean isFit(String text) {
        if (text.length() > LONGEST || (!text.isEmpty() && !isLetterOrDigit(text.charAt(0)))) {
            return false;
        }
        for (int at = 1; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!isLetterOrDigit(character) && "._-".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
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
