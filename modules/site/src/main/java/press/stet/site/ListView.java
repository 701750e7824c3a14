package press.stet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.archive.published.Item;

/**
 * A list of editions as a page shows it.
 *
 * @param next where older ones stand; null on the last page
 * @param newest where the newest stand; null on the first page
 */
record ListView(
        List<Teaser> teasers,
        @Nullable String next,
        @Nullable String newest) {

    /** An edition on a list. */
    record Teaser(
            String headline,
            String standfirst,
            String path,
            String sectionName,
            String sectionPath,
            Times.Written published,
            Item.@Nullable Photo photo) {

        static Teaser of(Item item, Times times) {
            return new Teaser(
                    item.headline(),
                    item.standfirst(),
                    item.path(),
                    item.sectionName(),
                    item.path().substring(0, item.path().lastIndexOf('/')),
                    times.brief(item.publishedAt()),
                    item.photo());
        }
    }

    static ListView of(Answer.Editions editions, Times times) {
        return new ListView(
                editions.listing().editions().stream()
                        .map(item -> Teaser.of(item, times))
                        .toList(),
                editions.nextPath(),
                editions.paging().isFirst() ? null : editions.firstPath());
    }
}
