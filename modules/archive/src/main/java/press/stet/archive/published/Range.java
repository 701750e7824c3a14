package press.stet.archive.published;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;

/** The part of a list that one page shows. */
final class Range {

    private final int limit;
    private final @Nullable Cursor after;

    Range(int limit, @Nullable String after) {
        if (limit < 1 || limit > PublishedStore.LONGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page of a list has 1 to " + PublishedStore.LONGEST_PAGE + " editions, got limit " + limit);
        }
        this.limit = limit;
        this.after = after == null ? null : Cursor.of(after);
    }

    /** Asks for one edition more than the page has, which tells whether there is another page. */
    Query query(Handle handle, String items) {
        String older = after == null ? "" : " and (published_at, story) < (:publishedAt, :story)";
        Query query = handle.createQuery(items + older + " order by published_at desc, story desc limit :limit")
                .bind("limit", limit + 1);
        return after == null
                ? query
                : query.bind("publishedAt", after.publishedAt())
                        .bind("story", after.story().value());
    }

    Listing listing(Language language, long total, Query query) {
        List<Item> items = query.map((row, _) -> EditionReader.item(row)).list();
        if (items.size() <= limit) {
            return new Listing(language, total, items, null);
        }
        List<Item> page = items.subList(0, limit);
        return new Listing(language, total, page, Cursor.behind(page.getLast()).word());
    }
}
