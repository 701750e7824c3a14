package press.stet.model.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.Stamp;

/**
 * A version and what the newsroom knows of how it came about.
 *
 * @param writer who sent it, or took it up again after a withdrawal
 * @param at when it came in
 * @param descendsFrom the live version that it goes back to, or null where nothing was live when its line began
 */
public record Manuscript(
        Stamp stamp, Person writer, Instant at, @Nullable Version descendsFrom) {

    Manuscript with(Stamp same) {
        return new Manuscript(same, writer, at, descendsFrom);
    }

    public Version version() {
        return stamp.version();
    }
}
