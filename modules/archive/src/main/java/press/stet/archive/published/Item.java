package press.stet.archive.published;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;

/**
 * A live edition as lists show it.
 *
 * @param path its canonical address
 * @param photo the first photo of its body, or null where it has none
 */
public record Item(
        StoryId story,
        Language language,
        String headline,
        String standfirst,
        Section section,
        String sectionName,
        String path,
        Instant publishedAt,
        Instant updatedAt,
        @Nullable Photo photo) {

    /**
     * A picture beside a headline.
     *
     * @param alt what it shows, for those who do not see it
     */
    public record Photo(URI address, String alt) {}
}
