package press.stet.archive.published;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;
import press.stet.model.edition.Snapshot;

/**
 * Takes snapshots into the published store. Of an edition only the snapshot with the highest place in the story's history
 * stands, in whatever order and however often they come, and nothing replaces a kill.
 */
public final class PublishedEditions {

    /**
     * What stands of an edition before a batch.
     *
     * @param section where it is counted; null unless it is live
     */
    private record Standing(
            Site site,
            long sequence,
            boolean killed,
            @Nullable Section section) {
        boolean givesWayTo(Snapshot snapshot) {
            return sequence < snapshot.sequence() && !killed;
        }
    }

    private PublishedEditions() {}

    /**
     * Takes those of these snapshots that are newer than what stands. No other transaction may take snapshots of the same
     * stories meanwhile: a projection sees to it by advancing its partition's progress first, in the same transaction.
     */
    public static void take(Handle handle, Collection<? extends Snapshot> snapshots) {
        Map<EditionId, Snapshot> latest = new HashMap<>();
        for (Snapshot snapshot : snapshots) {
            latest.merge(snapshot.edition(), snapshot, (a, b) -> a.sequence() < b.sequence() ? b : a);
        }
        Map<EditionId, Standing> standing = standing(handle, latest.keySet());
        List<Snapshot> taken = latest.values().stream()
                .filter(snapshot -> {
                    Standing before = standing.get(snapshot.edition());
                    return before == null || before.givesWayTo(snapshot);
                })
                .toList();
        EditionWriter.write(handle, taken);
        count(handle, taken, standing);
    }

    private static Map<EditionId, Standing> standing(Handle handle, Collection<EditionId> editions) {
        Map<EditionId, Standing> standing = new HashMap<>();
        handle.createQuery("""
                        select story, language, site, sequence, status, section from edition
                        where (story, language) in (select * from unnest(:stories, :languages)) for update
                        """)
                .bindArray(
                        "stories",
                        UUID.class,
                        editions.stream().map(each -> each.story().value()).toList())
                .bindArray(
                        "languages",
                        String.class,
                        editions.stream().map(each -> each.language().tag()).toList())
                .map((row, _) -> {
                    EditionId edition = new EditionId(
                            new StoryId(row.getObject("story", UUID.class)), Language.of(row.getString("language")));
                    String section = row.getString("section");
                    return Map.entry(
                            edition,
                            new Standing(
                                    new Site(row.getString("site")),
                                    row.getLong("sequence"),
                                    row.getString("status").equals("killed"),
                                    section == null ? null : new Section(section)));
                })
                .forEach(each -> standing.put(each.getKey(), each.getValue()));
        return standing;
    }

    private static void count(Handle handle, Collection<Snapshot> taken, Map<EditionId, Standing> standing) {
        Shelves shelves = new Shelves();
        for (Snapshot snapshot : taken) {
            Standing before = standing.get(snapshot.edition());
            if (before != null && before.section() != null) {
                shelves.add(before.site(), snapshot.language(), before.section(), -1);
            }
            if (snapshot instanceof Snapshot.Live live) {
                shelves.add(snapshot.site(), snapshot.language(), EditionWriter.section(live), 1);
            }
        }
        shelves.write(handle);
    }
}
