package press.stet.archive.newsroom;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import press.stet.model.Language;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** Brings the rows of a story's editions to where its next event puts them, as {@link press.stet.model.story.Story} does it. */
final class EditionChange {

    private final Handle handle;
    private final Entry entry;

    EditionChange(Handle handle, Entry entry) {
        this.handle = handle;
        this.entry = entry;
    }

    void apply(Event event) {
        switch (event) {
            case Event.StoryFiled filed -> newCopy(filed.language(), filed.stamp());
            case Event.CopyRevised revised -> newCopy(revised.language(), revised.stamp());
            case Event.TranslationDelivered delivered -> {
                newCopy(delivered.language(), delivered.stamp());
                jobDone(delivered.language());
            }
            case Event.ApprovalsVoided voided -> draft(voided.language());
            case Event.RecalledFromReview recalled -> draft(recalled.language());
            case Event.ChangesRequested requested -> draft(requested.language());
            case Event.SubmittedForReview submitted -> submitted(submitted);
            case Event.VersionApproved approved -> given(approved);
            case Event.ReviewCompleted completed ->
                change(set(completed.language(), "state = 'approved', in_review_since = null"));
            case Event.TranslationRequested requested -> requested(requested);
            case Event.TranslationCancelled cancelled -> jobDone(cancelled.language());
            case Event.EditionPublished published -> published(published);
            case Event.EditionWithdrawn withdrawn ->
                change(set(withdrawn.language(), "live = 'withdrawn', number = :number")
                        .bind("number", withdrawn.number()));
            case Event.EditionKilled killed ->
                change(set(killed.language(), "live = 'killed', number = :number, shown = null")
                        .bind("number", killed.number()));
            case Event.StoryKilled _ -> killed();
        }
    }

    private void newCopy(Language language, Stamp stamp) {
        VersionWriter.write(handle, entry, language, stamp);
        handle.createUpdate("""
                        insert into edition (story, language, story_at, state, in_hand, newest)
                        values (:story, :language, :at, 'draft', :version, :version)
                        on conflict (story, language) do update set
                          state = 'draft', in_hand = excluded.in_hand, newest = excluded.newest, in_review_since = null,
                          checks = '[]'
                        """)
                .bind("story", entry.story().value())
                .bind("language", language.tag())
                .bind("at", entry.at())
                .bind("version", stamp.version().number())
                .execute();
    }

    private void draft(Language language) {
        change(set(language, "state = 'draft', in_review_since = null, checks = '[]'"));
    }

    /** A withdrawn edition with nothing in hand is submitted by its last public version, which is then in hand. */
    private void submitted(Event.SubmittedForReview submitted) {
        change(set(
                        submitted.language(),
                        "state = 'in-review', in_hand = :version, in_review_since = :at, checks = cast(:checks as json)")
                .bind("version", submitted.version().number())
                .bind("at", entry.at())
                .bind("checks", Checks.asked(submitted.checks()).toString()));
    }

    private void given(Event.VersionApproved approved) {
        String before = handle.createQuery("""
                        select cast(checks as text) from edition where story = :story and language = :language
                        """)
                .bind("story", entry.story().value())
                .bind("language", approved.language().tag())
                .mapTo(String.class)
                .one();
        Checks after = Checks.of(before).given(approved.check(), entry.actor(), entry.at());
        change(set(approved.language(), "checks = cast(:checks as json)").bind("checks", after.toString()));
    }

    private void requested(Event.TranslationRequested requested) {
        handle.createUpdate("""
                        insert into edition (story, language, story_at, job_language, job_version, job_by, job_at)
                        values (:story, :language, :at, :from, :version, :by, :at)
                        on conflict (story, language) do update set
                          job_language = excluded.job_language, job_version = excluded.job_version,
                          job_by = excluded.job_by, job_at = excluded.job_at
                        """)
                .bind("story", entry.story().value())
                .bind("language", requested.language().tag())
                .bind("at", entry.at())
                .bind("from", requested.source().language().tag())
                .bind("version", requested.source().version().number())
                .bind("by", entry.actor().account())
                .execute();
    }

    private void jobDone(Language language) {
        change(set(language, "job_language = null, job_version = null, job_by = null, job_at = null"));
    }

    private void published(Event.EditionPublished published) {
        change(set(published.language(), """
                        live = 'published', number = :number, shown = :version,
                        state = 'none', in_hand = null, in_review_since = null, checks = '[]'
                        """)
                .bind("number", published.number())
                .bind("version", published.version().number()));
    }

    private void killed() {
        handle.createUpdate("update story set killed = true where story = :story")
                .bind("story", entry.story().value())
                .execute();
        handle.createUpdate("""
                        update edition set state = 'none', in_hand = null, in_review_since = null, checks = '[]'
                        where story = :story
                        """).bind("story", entry.story().value()).execute();
    }

    private Update set(Language language, String columns) {
        return handle.createUpdate("update edition set " + columns + " where story = :story and language = :language")
                .bind("story", entry.story().value())
                .bind("language", language.tag());
    }

    private void change(Update update) {
        if (update.execute() != 1) {
            throw new IllegalStateException("event " + entry.sequence() + " of story " + entry.story()
                    + " happened to an edition that no event before it began");
        }
    }
}
