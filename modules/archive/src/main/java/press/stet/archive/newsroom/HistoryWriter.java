package press.stet.archive.newsroom;

import org.jdbi.v3.core.Handle;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** Writes an event, and the story as it is after it, unless the event was taken before. */
final class HistoryWriter {

    private final Handle handle;
    private final Entry entry;

    HistoryWriter(Handle handle, Entry entry) {
        this.handle = handle;
        this.entry = entry;
    }

    /**
     * Writes them.
     *
     * @param value of the event's record
     * @throws EventMissing if the event before it was not taken
     */
    void write(byte[] value) {
        long last = handle.createQuery("select sequence from story where story = :story")
                .bind("story", entry.story().value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        if (entry.sequence() <= last) {
            return;
        }
        if (entry.sequence() != last + 1) {
            throw new EventMissing(entry.story(), last, entry.sequence());
        }
        if (entry.event() instanceof Event.StoryFiled filed) {
            begin(filed);
        }
        new EditionChange(handle, entry).apply(entry.event());
        keep(value);
        advance();
    }

    private void begin(Event.StoryFiled filed) {
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

    private void keep(byte[] value) {
        handle.createUpdate("""
                        insert into event (story, sequence, type, language, version, at, actor, tool, cause, what, value)
                        values (:story, :sequence, :type, :language, :version, :at, :actor, :tool, :cause, :what, :value)
                        """)
                .bind("story", entry.story().value())
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
                .bind("value", value)
                .execute();
    }

    private void advance() {
        handle.createUpdate("update story set sequence = :sequence, at = :at where story = :story")
                .bind("story", entry.story().value())
                .bind("sequence", entry.sequence())
                .bind("at", entry.at())
                .execute();
        handle.createUpdate("update edition set story_at = :at where story = :story")
                .bind("story", entry.story().value())
                .bind("at", entry.at())
                .execute();
    }
}
