package press.stet.model.copy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;

/**
 * What the history knows of a block without its text.
 *
 * @param digest over what a translator works on
 * @param renders as in {@link Block#renders}; the headline renders the headline, the standfirst the standfirst
 */
public record BlockMark(BlockId id, Digest digest, @Nullable List<BlockId> renders) {
    public BlockMark {
        renders = renders == null ? null : List.copyOf(renders);
    }
}
