package press.stet.model.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;

/**
 * Keeps a story from the public, in every language. One whose moment has come keeps nobody from anything.
 *
 * @param until before this moment, or null until it is lifted
 */
public record Embargo(@Nullable Instant until, Person by) {

    public boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}
