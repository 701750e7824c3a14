package press.stet.model.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Stamp;

/**
 * A version and what the newsroom knows of how it came about.
 *
 * @param writer who sent it, or took it up again after a withdrawal
 * @param at when it came in
 * @param descendsFrom the live version that it goes back to, or null where nothing was live when its line began
 * @param behind the blocks that were changed for readers while it was set aside, and that it has neither taken up nor overruled
 */
public record Manuscript(
        Stamp stamp, Person writer, Instant at, @Nullable Version descendsFrom, List<BlockId> behind) {

    public Manuscript {
        behind = List.copyOf(behind);
    }

    Manuscript with(Stamp same) {
        return new Manuscript(same, writer, at, descendsFrom, behind);
    }

    /** The blocks that a version made from this one would still have to take up, or to overrule. */
    public List<BlockId> behind(Stamp next, Stamp shown, List<BlockId> overruled) {
        return behind.stream()
                .filter(block -> !overruled.contains(block) && !next.hasInCommon(shown, block))
                .toList();
    }

    public Version version() {
        return stamp.version();
    }
}
