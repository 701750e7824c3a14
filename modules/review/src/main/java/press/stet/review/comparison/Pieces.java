package press.stet.review.comparison;

import java.util.ArrayList;
import java.util.List;

/** Gathers the pieces of a text. A space between two changed words is taken with them, so that a changed phrase is one change. */
final class Pieces implements SideBySide<String> {

    private final List<Piece> told = new ArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private long lettersKept;

    @Override
    public void same(List<String> words) {
        words.forEach(kept::append);
        words.forEach(word -> lettersKept += Words.letters(word));
    }

    @Override
    public void different(List<String> before, List<String> after) {
        boolean followsAChange = !removed.isEmpty() || !added.isEmpty();
        if (followsAChange && kept.toString().isBlank()) {
            removed.append(kept);
            added.append(kept);
            kept.setLength(0);
        } else {
            tell();
        }
        before.forEach(removed::append);
        after.forEach(added::append);
    }

    /** Of what both texts have. */
    long lettersKept() {
        return lettersKept;
    }

    List<Piece> told() {
        tell();
        return List.copyOf(told);
    }

    private void tell() {
        if (!removed.isEmpty()) {
            told.add(new Piece.Removed(removed.toString()));
        }
        if (!added.isEmpty()) {
            told.add(new Piece.Added(added.toString()));
        }
        if (!kept.isEmpty()) {
            told.add(new Piece.Kept(kept.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
        kept.setLength(0);
    }
}
