package press.stet.model.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.EditionId;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;

/**
 * The text of a version, as it stands apart from the history.
 *
 * @param sequence the place in the story's history of the event that brought it
 * @param by who sent it
 * @param at the time of that event
 * @param basedOn the version it was made from, or null
 * @param source what a translation was made from, or null in an original
 * @param digest of the copy's canonical form
 */
public record FiledCopy(
        StoryId story,
        Version version,
        long sequence,
        Person by,
        Instant at,
        @Nullable Version basedOn,
        @Nullable Source source,
        Digest digest,
        Copy copy) {

    public EditionId edition() {
        return new EditionId(story, copy.language());
    }

    /** {@code story/language/version}, the key of the text in topics and stores. */
    public String key() {
        return edition() + "/" + version;
    }
}
