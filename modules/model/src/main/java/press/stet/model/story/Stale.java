package press.stet.model.story;

import java.util.List;
import java.util.stream.Stream;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;

/**
 * What a translation has not seen of its source: at least one block.
 *
 * @param source the version that readers of the source see
 * @param blocks of the source, those that have changed, and those that are gone
 * @param beyond of the source, those that have not changed and render what the source itself has not seen
 */
public record Stale(Source source, List<BlockId> blocks, List<BlockId> beyond) {
    public Stale {
        blocks = List.copyOf(blocks);
        beyond = List.copyOf(beyond);
    }

    /** Everything that is to be taken up. */
    public List<BlockId> all() {
        return Stream.concat(blocks.stream(), beyond.stream()).toList();
    }
}
