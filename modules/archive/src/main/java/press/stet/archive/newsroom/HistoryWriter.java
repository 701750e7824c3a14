package press.stet.archive.newsroom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.stet.model.StoryId;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/**
 * Writes events, and stories as they are after them, but for events that were taken before. Editions change event by event; what is
 * written of all events alike is written at once, at the end.
 */
final class HistoryWriter {

    private final Handle handle;

    /** The last event of each story, so far. */
    private final Map<StoryId, Long> last;

    private final List<Logged.Happened> taken = new ArrayList<>();

    /** Begins where the histories of these stories end, which nobody else may write meanwhile. */
    HistoryWriter(Handle handle, Collection<StoryId> stories) {
        this.handle = handle;
        this.last = last(handle, stories);
    }

    private static Map<StoryId, Long> last(Handle handle, Collection<StoryId> stories) {
        Map<StoryId, Long> last = new HashMap<>();
        if (stories.isEmpty()) {
            return last;
        }
        handle.createQuery("select story, sequence from story where story = any (:stories)")
                .bindArray(
                        "stories",
                        UUID.class,
                        stories.stream().map(StoryId::value).toList())
                .map((row, _) -> Map.entry(Rows.story(row), row.getLong("sequence")))
                .forEach(each -> last.put(each.getKey(), each.getValue()));
        return last;
    }

    /**
     * Takes an event.
     *
     * @throws EventMissing if the event before it was not taken
     */
    void write(Logged.Happened happened) {
        Entry entry = happened.entry();
        long before = last.getOrDefault(entry.story(), 0L);
        if (entry.sequence() <= before) {
            return;
        }
        if (entry.sequence() != before + 1) {
            throw new EventMissing(entry.story(), before, entry.sequence());
        }
        if (entry.event() instanceof Event.StoryFiled filed) {
            begin(entry, filed);
        }
        new EditionChange(handle, entry).apply(entry.event());
        last.put(entry.story(), entry.sequence());
        taken.add(happened);
    }

    /** Writes what is left to be written. */
    void finish() {
        if (taken.isEmpty()) {
            return;
        }
        keep();
        Map<StoryId, Entry> newest = new HashMap<>();
        taken.forEach(each -> newest.put(each.entry().story(), each.entry()));
        advance(newest.values());
    }

    private void begin(Entry entry, Event.StoryFiled filed) {
        handle.createUpdate("""
                        insert into story (story, short_id, site, original, sequence, at)
                        values (:story, :shortId, :site, :original, 0, :at)
                        """)
                .bind("story", entry.story().value())
                .bind("shortId", entry.story().shortId())
                .bind("site", filed.site().key())
                .bind("original", filed.language().tag())
                .bind("at", entry.at())
                .execute();
    }

    private void keep() {
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into event (story, sequence, type, language, version, at, actor, tool, cause, what, value)
                values (:story, :sequence, :type, :language, :version, :at, :actor, :tool, :cause, :what, :value)
                """)) {
            for (Logged.Happened each : taken) {
                Entry entry = each.entry();
                batch.bind("story", entry.story().value())
                        .bind("sequence", entry.sequence())
                        .bind("type", entry.event().getClass().getSimpleName())
                        .bind(
                                "language",
                                entry.event().language() == null
                                        ? null
                                        : entry.event().language().tag())
                        .bind("version", Wording.version(entry.event()))
                        .bind("at", entry.at())
                        .bind("actor", entry.actor().account())
                        .bind("tool", entry.tool())
                        .bind("cause", entry.cause().value())
                        .bind("what", Wording.what(entry.event()))
                        .bind("value", each.value())
                        .add();
            }
            batch.execute();
        }
    }

    private void advance(Collection<Entry> newest) {
        try (PreparedBatch stories =
                        handle.prepareBatch("update story set sequence = :sequence, at = :at where story = :story");
                PreparedBatch editions =
                        handle.prepareBatch("update edition set story_at = :at where story = :story")) {
            for (Entry entry : newest) {
                stories.bind("story", entry.story().value())
                        .bind("sequence", entry.sequence())
                        .bind("at", entry.at())
                        .add();
                editions.bind("story", entry.story().value())
                        .bind("at", entry.at())
                        .add();
            }
            stories.execute();
            editions.execute();
        }
    }
}
