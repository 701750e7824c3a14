package press.stet.archive.published;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.stet.model.Language;
import press.stet.model.copy.Section;

/**
 * By how many live editions each section of each language grows or shrinks. Shelves are written last and in order, so that
 * projections of several partitions wait for each other only while they commit, and never for ever.
 */
final class Shelves {

    private record Shelf(Language language, Section section) implements Comparable<Shelf> {
        @Override
        public int compareTo(Shelf other) {
            int byLanguage = language.compareTo(other.language);
            return byLanguage != 0 ? byLanguage : section.compareTo(other.section);
        }
    }

    private final Map<Shelf, Long> changes = new TreeMap<>();

    void add(Language language, Section section, long editions) {
        changes.merge(new Shelf(language, section), editions, Long::sum);
    }

    void write(Handle handle) {
        changes.values().removeIf(change -> change == 0);
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into shelf as standing (language, section, editions) values (:language, :section, :change)
                on conflict (language, section) do update set editions = standing.editions + excluded.editions
                """)) {
            changes.forEach(
                    (shelf, change) -> batch.bind("language", shelf.language().tag())
                            .bind("section", shelf.section().key())
                            .bind("change", change)
                            .add());
            batch.execute();
        }
    }
}
