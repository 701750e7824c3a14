package press.stet.archive.published;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.copy.Section;

/**
 * By how many live editions each section of each language of each site grows or shrinks. Shelves are written last and in order, so that
 * projections of several partitions wait for each other only while they commit, and never for ever.
 */
final class Shelves {

    private record Shelf(Site site, Language language, Section section) implements Comparable<Shelf> {
        private static final Comparator<Shelf> IN_ORDER = comparing(
                        (Shelf shelf) -> shelf.site().key())
                .thenComparing(Shelf::language)
                .thenComparing(Shelf::section);

        @Override
        public int compareTo(Shelf other) {
            return IN_ORDER.compare(this, other);
        }
    }

    private final Map<Shelf, Long> changes = new TreeMap<>();

    void add(Site site, Language language, Section section, long editions) {
        changes.merge(new Shelf(site, language, section), editions, Long::sum);
    }

    void write(Handle handle) {
        changes.values().removeIf(change -> change == 0);
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into shelf as standing (site, language, section, editions)
                values (:site, :language, :section, :change)
                on conflict (language, section, site) do update set editions = standing.editions + excluded.editions
                """)) {
            changes.forEach((shelf, change) -> batch.bind("site", shelf.site().key())
                    .bind("language", shelf.language().tag())
                    .bind("section", shelf.section().key())
                    .bind("change", change)
                    .add());
            batch.execute();
        }
    }
}
