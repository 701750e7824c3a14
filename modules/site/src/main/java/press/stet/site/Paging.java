package press.stet.site;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param limit the most editions on it, 1 to {@value #MOST}
 * @param after the word that the page before gave; null for the first page
 */
record Paging(int limit, @Nullable String after) {

    static final int USUAL = 20;
    static final int MOST = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** @throws BadRequest if the limit is none, or out of range */
    static Paging read(@Nullable String limit, @Nullable String after) {
        if (limit == null) {
            return new Paging(USUAL, after);
        }
        int number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST) {
            throw new BadRequest("limit is a whole number from 1 to " + MOST + ", got '" + Excerpt.of(limit) + "'");
        }
        return new Paging(number, after);
    }

    Paging after(String cursor) {
        return new Paging(limit, cursor);
    }

    boolean isFirst() {
        return after == null;
    }

    /** As a query's parameters; what is usual is left out. */
    String query() {
        String size = limit == USUAL ? "" : "limit=" + limit;
        if (after == null) {
            return size;
        }
        return (size.isEmpty() ? "" : size + "&") + Paths.query("after", after);
    }
}
