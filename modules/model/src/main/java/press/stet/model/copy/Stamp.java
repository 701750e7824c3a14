package press.stet.model.copy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Version;

/**
 * What the history knows of a version without its text: so a text can be erased by law and the history still verifies.
 *
 * @param digest of the copy's {@linkplain CanonicalForm canonical form}
 * @param basedOn the version it was made from, or null for the first
 * @param source what a translation was made from, or null in an original
 * @param section the copy's own section, or null where it has none
 * @param blocks the headline's mark, the standfirst's where there is one, then the body's
 */
public record Stamp(
        Version version,
        Digest digest,
        @Nullable Version basedOn,
        @Nullable Source source,
        @Nullable Section section,
        List<BlockMark> blocks) {

    public Stamp {
        blocks = List.copyOf(blocks);
    }

    /** Stamps a copy all of whose blocks are named. */
    public static Stamp of(Version version, @Nullable Version basedOn, @Nullable Source source, Copy copy) {
        List<BlockMark> blocks = new ArrayList<>(copy.body().size() + 2);
        blocks.add(fixed(BlockId.HEADLINE, copy.headline(), source));
        if (!copy.standfirst().isEmpty()) {
            blocks.add(fixed(BlockId.STANDFIRST, copy.standfirst(), source));
        }
        for (Block block : copy.body()) {
            blocks.add(new BlockMark(block.id(), CanonicalForm.digest(block), block.renders()));
        }
        return new Stamp(version, CanonicalForm.digest(copy), basedOn, source, copy.section(), blocks);
    }

    /** The same version of a translation, as one of another version of its source. */
    public Stamp of(Source other) {
        return new Stamp(version, digest, basedOn, other, section, blocks);
    }

    /** Whether it says the same, and its blocks render the same. */
    public boolean saysTheSameAs(Stamp other) {
        return digest.equals(other.digest) && blocks.equals(other.blocks);
    }

    /** The blocks that say something else than in an earlier version, those that are gone and those that are new among them. */
    public Set<BlockId> changedSince(Stamp earlier) {
        Set<BlockId> all = new LinkedHashSet<>();
        Stream.of(this, earlier).forEach(stamp -> stamp.blocks.forEach(mark -> all.add(mark.id())));
        all.removeIf(block -> hasInCommon(earlier, block));
        return all;
    }

    /** Whether both versions have this block, and it says the same in both; or neither has it. */
    public boolean hasInCommon(Stamp other, BlockId block) {
        return digestOf(block).equals(other.digestOf(block));
    }

    private Optional<Digest> digestOf(BlockId block) {
        return blocks.stream()
                .filter(mark -> mark.id().equals(block))
                .map(BlockMark::digest)
                .findFirst();
    }

    private static BlockMark fixed(BlockId id, String text, @Nullable Source source) {
        return new BlockMark(id, CanonicalForm.digest(text), source == null ? null : List.of(id));
    }
}
