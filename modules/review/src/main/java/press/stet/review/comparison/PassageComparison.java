package press.stet.review.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a passage from one version to the other. */
public sealed interface PassageComparison {

    /** As it stands now; as it stood, where it was removed. */
    Passage passage();

    /** Each of its texts, before and after. */
    List<TextComparison> texts();

    /**
     * Where it stood and where it stands.
     *
     * @param from counted from 1 among the blocks of the body before
     * @param to counted from 1 among the blocks of the body now
     */
    record Move(int from, int to) {}

    /**
     * Says what it said.
     *
     * @param move null where it stands among the same blocks as before
     */
    record Same(Passage passage, @Nullable Move move, List<TextComparison> texts) implements PassageComparison {
        public Same {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Says something else, or is a block of another kind.
     *
     * @param move null where it stands among the same blocks as before
     */
    record Changed(
            Passage before, Passage passage, @Nullable Move move, List<TextComparison> texts)
            implements PassageComparison {
        public Changed {
            texts = List.copyOf(texts);
        }
    }

    /** Was not there. */
    record Added(Passage passage, List<TextComparison> texts) implements PassageComparison {
        public Added {
            texts = List.copyOf(texts);
        }
    }

    /** Is there no longer. */
    record Removed(Passage passage, List<TextComparison> texts) implements PassageComparison {
        public Removed {
            texts = List.copyOf(texts);
        }
    }
}
