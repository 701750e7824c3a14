package press.stet.review.comparison;

/**
 * A stretch of text that both versions have, or only one of them. Of the pieces of a text, those kept and removed are the text before, those kept and added
 * the text after.
 */
public sealed interface Piece {

    String text();

    /** Stands in both. */
    record Kept(String text) implements Piece {}

    /** Stood in the earlier one. */
    record Removed(String text) implements Piece {}

    /** Stands in the later one. */
    record Added(String text) implements Piece {}
}
