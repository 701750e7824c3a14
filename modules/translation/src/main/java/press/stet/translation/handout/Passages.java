package press.stet.translation.handout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import press.stet.model.Digest;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockMark;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Stamp;

/** The blocks of a source by their ids, headline and standfirst among them, with the digests that say whether a translator has to look again. */
final class Passages {

    private final Map<BlockId, Block> blocks = new LinkedHashMap<>();
    private final Map<BlockId, Digest> digests = new LinkedHashMap<>();

    Passages(Copy copy) {
        blocks.put(BlockId.HEADLINE, new Block.Paragraph(BlockId.HEADLINE, null, copy.headline()));
        if (!copy.standfirst().isEmpty()) {
            blocks.put(BlockId.STANDFIRST, new Block.Paragraph(BlockId.STANDFIRST, null, copy.standfirst()));
        }
        copy.body().forEach(block -> blocks.put(block.id(), block));
        for (BlockMark mark : Stamp.of(Version.FIRST, null, null, copy).blocks()) {
            digests.put(mark.id(), mark.digest());
        }
    }

    boolean has(BlockId id) {
        return blocks.containsKey(id);
    }

    Optional<Block> find(BlockId id) {
        return Optional.ofNullable(blocks.get(id));
    }

    Block get(BlockId id) {
        return Objects.requireNonNull(blocks.get(id), "the source has a block " + id);
    }

    List<Block> all(List<BlockId> ids) {
        return ids.stream().filter(this::has).map(this::get).toList();
    }

    /** Whether a block says here what it says there. */
    boolean saysTheSameIn(BlockId id, Passages other) {
        Digest here = digests.get(id);
        return here != null && here.equals(other.digests.get(id));
    }

    boolean saysTheSameAs(Passages other) {
        return digests.equals(other.digests);
    }
}
