package press.stet.contract.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.BlockId;

/** The names of blocks on the wire. */
final class BlockForm {

    private BlockForm() {}

    static List<String> texts(List<BlockId> blocks) {
        return blocks.stream().map(BlockId::text).toList();
    }

    static List<BlockId> blocks(List<String> texts) {
        return texts.stream().map(BlockId::new).toList();
    }

    static @Nullable String text(@Nullable BlockId block) {
        return block == null ? null : block.text();
    }

    static @Nullable BlockId block(@Nullable String text) {
        return text == null ? null : new BlockId(text);
    }
}
