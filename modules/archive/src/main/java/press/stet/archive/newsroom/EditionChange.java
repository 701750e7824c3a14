package press.stet.archive.newsroom;

import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import press.stet.model.Language;
import press.stet.model.copy.BlockId;
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
            case Event.EditionFiled filed -> newCopy(filed.language(), filed.stamp());
            case Event.DraftDiscarded discarded -> discarded(discarded);
            case Event.WorkSetAside aside ->
                change(set(aside.language(), NOTHING_IN_HAND + ", aside = aside || :version")
                        .bind("version", aside.version().number()));
            case Event.WorkTakenUp taken ->
                change(set(
                                taken.language(),
                                "state = 'draft', in_hand = :version, aside = array_remove(aside, :version)")
                        .bind("version", taken.version().number()));
            case Event.OfTheReview review -> new ReviewChange(handle, entry).apply(review);
            case Event.StorySpiked _ -> spiked();
            case Event.StoryRestored _ ->
                each("update edition set state = 'draft' where story = :story and state = 'spiked'");
            case Event.StoryHeld held ->
                story(
                        "held_by = :by, held_at = :at, held_for = :reason",
                        update -> update.bind("by", actor())
                                .bind("at", entry.at())
                                .bind("reason", held.reason()));
            case Event.StoryResumed _ -> resumed();
            case Event.StoryAssigned assigned ->
                story(
                        "assigned_to = :to, assigned_due = :due",
                        update -> update.bind(
                                        "to",
                                        assigned.to() == null
                                                ? null
                                                : assigned.to().account())
                                .bind("due", assigned.due()));
            case Event.PublicationScheduled scheduled ->
                change(set(
                                scheduled.language(),
                                "state = 'scheduled', scheduled_due = :due, scheduled_zone = :zone, scheduled_by = :by,"
                                        + " scheduled_together = :together")
                        .bind("due", scheduled.due())
                        .bind("zone", scheduled.zone().getId())
                        .bind("together", scheduled.together())
                        .bind("by", actor()));
            case Event.ScheduleCancelled cancelled -> unscheduled(cancelled.language());
            case Event.ScheduleVoided voided -> unscheduled(voided.language());
            case Event.ScheduleFired fired -> unscheduled(fired.language());
            case Event.ScheduleRefused refused -> unscheduled(refused.language());
            case Event.EmbargoSet set ->
                story(
                        "embargo_by = :by, embargo_until = :until",
                        update -> update.bind("by", actor()).bind("until", set.until()));
            case Event.EmbargoLifted _ -> story("embargo_by = null, embargo_until = null", update -> update);
            case Event.EditionResent _ -> {
                // Readers are shown what they were shown.
            }
            case Event.CopyRevised revised -> newCopy(revised.language(), revised.stamp());
            case Event.TranslationDelivered delivered -> {
                newCopy(delivered.language(), delivered.stamp());
                jobDone(delivered.language());
                change(set(delivered.language(), "stale = null, stale_version = null"));
            }
            case Event.TranslationRequested requested -> requested(requested);
            case Event.TranslationAssigned assigned ->
                change(set(assigned.language(), "job_to = :to, job_due = :due, job_due_set = :at, job_overdue = false")
                        .bind("to", assigned.to() == null ? null : assigned.to().account())
                        .bind("due", assigned.due())
                        .bind("at", entry.at()));
            case Event.TranslationDueSoon _ -> {
                // Whoever reads the queue sees when it is due.
            }
            case Event.TranslationOverdue overdue -> change(set(overdue.language(), "job_overdue = true"));
            case Event.TranslationStale stale -> stale(stale);
            case Event.TranslationConfirmed confirmed -> confirmed(confirmed);
            case Event.FactsTaken taken ->
                change(set(taken.language(), "number = :number").bind("number", taken.number()));
            case Event.ReadersTold told ->
                change(set(told.language(), "number = :number").bind("number", told.number()));
            case Event.TranslationCancelled cancelled -> jobDone(cancelled.language());
            case Event.EditionPublished published -> published(published);
            case Event.EditionWithdrawn withdrawn ->
                change(set(withdrawn.language(), "live = 'withdrawn', number = :number, owed = '[]'")
                        .bind("number", withdrawn.number()));
            case Event.EditionKilled killed ->
                change(set(killed.language(), "live = 'killed', number = :number, shown = null, owed = '[]'")
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
                          review_due = null, review_overdue = false, checks = '[]',
                          claims = cast(coalesce((
                            select json_agg(claim) from json_array_elements(edition.claims) claim where claim ->> 'by' <> :by
                          ), '[]') as json)
                        """)
                .bind("story", entry.story().value())
                .bind("language", language.tag())
                .bind("at", entry.at())
                .bind("version", stamp.version().number())
                .bind("by", actor())
                .execute();
    }

    private void unscheduled(Language language) {
        change(set(
                language,
                "state = 'approved', scheduled_due = null, scheduled_zone = null, scheduled_by = null,"
                        + " scheduled_together = false"));
    }

    private static final String NOTHING_IN_HAND = """
            state = 'none', in_hand = null, in_review_since = null, review_due = null, review_overdue = false,
            checks = '[]', claims = '[]', sent_back = null
            """;

    /** The version in hand, or one that was set aside. */
    private void discarded(Event.DraftDiscarded discarded) {
        int fromAside = handle.createUpdate("""
                        update edition set aside = array_remove(aside, :version)
                        where story = :story and language = :language and :version = any(aside)
                        """)
                .bind("version", discarded.version().number())
                .bind("story", entry.story().value())
                .bind("language", discarded.language().tag())
                .execute();
        if (fromAside == 0) {
            change(set(discarded.language(), NOTHING_IN_HAND));
        }
    }

    /** What is due and not over is due later by as long as the story was held. */
    private void resumed() {
        update("""
                update edition set review_due = review_due + (:at - story.held_at) from story
                where story.story = edition.story and edition.story = :story
                  and review_due is not null and not review_overdue
                """);
        update("""
                update edition set job_due = job_due + (:at - greatest(story.held_at, job_due_set)), job_due_set = :at
                from story
                where story.story = edition.story and edition.story = :story and job_due is not null and not job_overdue
                """);
        story("held_by = null, held_at = null, held_for = null", update -> update);
    }

    private void update(String sql) {
        handle.createUpdate(sql)
                .bind("story", entry.story().value())
                .bind("at", entry.at())
                .execute();
    }

    private void requested(Event.TranslationRequested requested) {
        handle.createUpdate("""
                        insert into edition (story, language, story_at, job_language, job_version, job_by, job_at, job_due,
                          job_due_set)
                        values (:story, :language, :at, :from, :version, :by, :at, :due, :at)
                        on conflict (story, language) do update set
                          job_language = excluded.job_language, job_version = excluded.job_version,
                          job_by = excluded.job_by, job_at = excluded.job_at, job_due = excluded.job_due,
                          job_due_set = excluded.job_due_set, job_overdue = false
                        """)
                .bind("story", entry.story().value())
                .bind("language", requested.language().tag())
                .bind("at", entry.at())
                .bind("from", requested.source().language().tag())
                .bind("version", requested.source().version().number())
                .bind("due", requested.due())
                .bind("by", actor())
                .execute();
    }

    private static final String NO_JOB = """
            job_language = null, job_version = null, job_by = null, job_at = null, job_to = null, job_due = null,
            job_due_set = null, job_overdue = false, job_blocks = '{}'
            """;

    private void jobDone(Language language) {
        change(set(language, NO_JOB));
    }

    /** What has not been seen is to be done: the job is open again, or goes on with the newer version. */
    private void stale(Event.TranslationStale stale) {
        if (stale.all().isEmpty()) {
            done(stale.language());
            return;
        }
        change(set(stale.language(), """
                        stale = :blocks, stale_version = :version,
                        job_blocks = case when job_at is null or job_blocks <> '{}' then :blocks else job_blocks end,
                        job_language = :from, job_version = :version,
                        job_by = coalesce(job_by, :by), job_at = coalesce(job_at, :at)
                        """)
                .bindArray(
                        "blocks",
                        String.class,
                        stale.all().stream().map(BlockId::text).toList())
                .bind("from", stale.source().language().tag())
                .bind("version", stale.source().version().number())
                .bind("by", actor())
                .bind("at", entry.at()));
    }

    private void confirmed(Event.TranslationConfirmed confirmed) {
        done(confirmed.language());
        handle.createUpdate("""
                        update version set source_language = :from, source_version = :of
                        from edition
                        where version.story = :story and version.language = :language
                          and edition.story = version.story and edition.language = version.language
                          and (version.version in (edition.in_hand, edition.shown) or version.version = any(edition.aside))
                        """)
                .bind("story", entry.story().value())
                .bind("language", confirmed.language().tag())
                .bind("from", confirmed.source().language().tag())
                .bind("of", confirmed.source().version().number())
                .execute();
    }

    /** There is nothing to be taken up; what was asked for as a whole still is. */
    private void done(Language language) {
        change(set(language, "stale = null, stale_version = null"));
        handle.createUpdate("update edition set " + NO_JOB
                        + " where story = :story and language = :language and job_blocks <> '{}'")
                .bind("story", entry.story().value())
                .bind("language", language.tag())
                .execute();
    }

    private void published(Event.EditionPublished published) {
        change(set(published.language(), """
                        live = 'published', number = :number, shown = :version, owed = '[]',
                        """ + NOTHING_IN_HAND)
                .bind("number", published.number())
                .bind("version", published.version().number()));
    }

    private void spiked() {
        each("""
                update edition set state = 'spiked', in_review_since = null, review_due = null, review_overdue = false,
                  checks = '[]', claims = '[]', sent_back = null
                where story = :story and in_hand is not null
                """);
    }

    private void killed() {
        story("killed = true", update -> update);
        each("update edition set aside = '{}', " + NOTHING_IN_HAND + " where story = :story");
    }

    private void each(String sql) {
        handle.createUpdate(sql).bind("story", entry.story().value()).execute();
    }

    private void story(String columns, UnaryOperator<Update> bound) {
        Update update = handle.createUpdate("update story set " + columns + " where story = :story")
                .bind("story", entry.story().value());
        bound.apply(update).execute();
    }

    private String actor() {
        return entry.actor().account();
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
