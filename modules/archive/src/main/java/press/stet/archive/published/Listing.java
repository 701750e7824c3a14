package press.stet.archive.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;

/**
 * A page of a list of live editions, newest first: by the time that readers first saw them, then by story.
 *
 * @param total how many the whole list has
 * @param next where the page after this one begins, as an opaque word for {@code after}; null on the last page
 */
public record Listing(
        Language language,
        long total,
        List<Item> editions,
        @Nullable String next) {
    public Listing {
        editions = List.copyOf(editions);
    }
}
