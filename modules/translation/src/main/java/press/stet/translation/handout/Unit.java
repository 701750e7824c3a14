package press.stet.translation.handout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;

/**
 * A block of the translation, with the source that it renders. One that renders none of it, since the translation added it for its readers, has no source; one
 * that merges several has theirs, an empty line between them.
 *
 * @param id that of the source block, where it renders one that no other unit before it renders; no two are the same
 * @param block what the translation has there, or will have, without regard to its texts; null of headline and standfirst
 */
public record Unit(String id, @Nullable Block block, List<Segment> segments) {

    static final String HEADLINE = BlockId.HEADLINE.text();
    static final String STANDFIRST = BlockId.STANDFIRST.text();

    public Unit {
        segments = List.copyOf(segments);
    }

    public boolean isToDo() {
        return segments.stream().anyMatch(Segment::isToDo);
    }

    /** As an editor calls it. */
    public String kind() {
        return switch (block) {
            case null -> id;
            case Block.Paragraph _ -> "paragraph";
            case Block.Subheading _ -> "subheading";
            case Block.Quote _ -> "quote";
            case Block.Photo _ -> "photo";
            case Block.Points _ -> "list";
            case Block.Embed _ -> "embed";
        };
    }
}
