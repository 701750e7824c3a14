package press.stet.model.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** What an event makes of a translation as work that was asked for. */
final class TranslationHistory {

    private final Happening now;
    private final Edition edition;
    private final Entry entry;

    TranslationHistory(Happening now) {
        this.now = now;
        this.edition = now.edition();
        this.entry = now.entry();
    }

    Edition after(Event.OfTheTranslation event) {
        return switch (event) {
            case Event.TranslationRequested requested -> requested(requested);
            case Event.TranslationAssigned assigned ->
                edition.with(job().assigned(assigned.to(), Deadline.of(assigned.reminder(), assigned.due(), entry)));
            case Event.TranslationDueSoon _ ->
                edition.with(job().with(now.due(job().deadline()).reminded()));
            case Event.TranslationOverdue _ ->
                edition.with(job().with(now.due(job().deadline()).told()));
            case Event.TranslationDelivered delivered ->
                new CopyHistory(now).newCopy(ended().with((@Nullable Stale) null), delivered.stamp());
            case Event.TranslationStale unseen -> stale(unseen);
            case Event.TranslationConfirmed confirmed -> confirmed(confirmed.source());
            case Event.TranslationCancelled _ -> ended();
        };
    }

    private Edition requested(Event.TranslationRequested event) {
        if (edition.job() != null) {
            throw now.broken("a translation into " + edition.language() + " was asked for before");
        }
        return edition.with(
                Job.of(event.source(), entry.actor(), entry.at(), Deadline.of(event.reminder(), event.due(), entry)));
    }

    private Job job() {
        Job job = edition.job();
        if (job == null) {
            throw now.broken("no translation into " + edition.language() + " was asked for");
        }
        return job;
    }

    /** Without its open job. */
    private Edition ended() {
        job();
        return edition.with((@Nullable Job) null);
    }

    /** What has not been seen is to be done: the job is open again, or goes on with the newer version. */
    private Edition stale(Event.TranslationStale event) {
        List<BlockId> blocks = event.all();
        Job job = edition.job();
        if (blocks.isEmpty()) {
            boolean done = job != null && !job.blocks().isEmpty();
            return edition.with((@Nullable Stale) null).with(done ? null : job);
        }
        Job next = job != null
                ? job.of(event.source(), blocks)
                : new Job(event.source(), entry.actor(), entry.at(), null, null, blocks);
        return edition.with(new Stale(event.source(), event.blocks(), event.beyond()))
                .with(next);
    }

    private Edition confirmed(Source source) {
        Job job = edition.job();
        boolean done = job != null && !job.blocks().isEmpty();
        return edition.with((@Nullable Stale) null)
                .with(done ? null : job)
                .with(working(source))
                .with(live(source))
                .withAside(edition.aside().stream()
                        .map(aside -> new Aside(
                                aside.manuscript()
                                        .with(aside.manuscript().stamp().of(source)),
                                aside.contributors()))
                        .toList());
    }

    private Working working(Source source) {
        Manuscript inHand = edition.working().manuscript();
        return inHand == null
                ? edition.working()
                : edition.working().with(inHand.with(inHand.stamp().of(source)));
    }

    private Live live(Source source) {
        return switch (edition.live()) {
            case Live.Published published -> published.with(published.stamp().of(source));
            case Live.Withdrawn withdrawn -> withdrawn.with(withdrawn.stamp().of(source));
            case Live.Unpublished _, Live.Killed _ -> edition.live();
        };
    }
}
