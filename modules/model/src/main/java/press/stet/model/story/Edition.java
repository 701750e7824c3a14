package press.stet.model.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/**
 * A story in one language: what is in hand, what readers see, and who may not approve it.
 *
 * @param versions how many versions it has had
 * @param job the translation asked for, or null
 * @param stale what the translation in hand, else the one that readers see, has not seen of its source; or null
 * @param contributors who sent a version after the one that is live
 * @param approved every version that was found fit to print and not sent back since, in that order; at most as many as there
 *     are versions
 */
public record Edition(
        Language language,
        int versions,
        Working working,
        Live live,
        @Nullable Job job,
        @Nullable Stale stale,
        Set<Person> contributors,
        List<Version> approved) {

    /** Versions an edition may have: live reporting makes some hundred. */
    public static final int MOST_VERSIONS = 1_000;

    /** Notes of correction an edition may carry. */
    public static final int MOST_CORRECTIONS = 100;

    public Edition {
        contributors = Set.copyOf(contributors);
        approved = List.copyOf(approved);
    }

    static Edition blank(Language language) {
        return new Edition(language, 0, new Working.None(), new Live.Unpublished(), null, null, Set.of(), List.of());
    }

    /** When what is approved goes out, or null. */
    public @Nullable Schedule schedule() {
        return working instanceof Working.Scheduled waiting ? waiting.schedule() : null;
    }

    /** What it waits for, at most one of each kind. */
    public List<Due> due() {
        Schedule schedule = schedule();
        return schedule == null ? List.of() : List.of(new Due(language, Due.Of.PUBLICATION, schedule.due()));
    }

    /** The same edition, with what is scheduled only approved. */
    public Edition withoutSchedule() {
        return working instanceof Working.Scheduled waiting ? with(waiting.ready()) : this;
    }

    /** The stamp of what is in hand, else of what readers see or saw last, else null. */
    public @Nullable Stamp current() {
        Manuscript inHand = working.manuscript();
        return inHand == null ? shown() : inHand.stamp();
    }

    /** The stamp of what readers see, or saw before a withdrawal; else null. */
    public @Nullable Stamp shown() {
        return switch (live) {
            case Live.Published published -> published.stamp();
            case Live.Withdrawn withdrawn -> withdrawn.stamp();
            case Live.Unpublished _, Live.Killed _ -> null;
        };
    }

    /** Whether it is made, or asked for, as a translation of another edition. */
    public boolean isTranslation() {
        Stamp stamp = current();
        return stamp == null ? job != null : stamp.source() != null;
    }

    /** What the version in hand, else the one that readers see or saw last, was translated from; null in an original. */
    public @Nullable Source source() {
        Stamp stamp = current();
        return stamp == null ? null : stamp.source();
    }

    public boolean wasApproved(Version version) {
        return approved.contains(version);
    }

    Edition evolve(Event event, Entry entry) {
        return switch (event) {
            case Event.StoryFiled filed -> newCopy(filed.stamp(), entry);
            case Event.EditionFiled filed -> newCopy(filed.stamp(), entry);
            case Event.CopyRevised revised -> newCopy(revised.stamp(), entry);
            case Event.TranslationDelivered delivered ->
                ended(entry).with((@Nullable Stale) null).newCopy(delivered.stamp(), entry);
            case Event.TranslationAssigned assigned -> assigned(assigned, entry);
            case Event.TranslationStale unseen -> stale(unseen, entry);
            case Event.TranslationConfirmed confirmed -> confirmed(confirmed.source());
            case Event.FactsTaken taken -> factsTaken(taken, entry);
            case Event.ReadersTold told -> readersTold(told, entry);
            case Event.ApprovalsVoided voided -> with(returned(voided.version(), entry));
            case Event.SubmittedForReview submitted -> submitted(submitted, entry);
            case Event.RecalledFromReview recalled -> recalled(recalled, entry);
            case Event.ChangesRequested changes -> takenBack(changes.version(), entry);
            case Event.VersionApproved given -> with(given(given, entry));
            case Event.ReviewCompleted completed -> completed(completed, entry);
            case Event.TranslationRequested requested -> requested(requested, entry);
            case Event.TranslationCancelled _ -> ended(entry);
            case Event.EditionPublished published -> published(published, entry);
            case Event.EditionWithdrawn withdrawn -> withdrawn(withdrawn, entry);
            case Event.EditionKilled killed -> killed(killed, entry);
            case Event.DraftDiscarded discarded -> discarded(discarded.version(), entry);
            case Event.StorySpiked _ -> spiked();
            case Event.StoryRestored _ -> restored();
            case Event.PublicationScheduled scheduled -> scheduled(scheduled, entry);
            case Event.OfTheSchedule _ -> unscheduled(entry);
            case Event.StoryKilled _ -> with(new Working.None());
            case Event.EditionResent resent -> resent(resent, entry);
            case Event.StoryHeld _,
                    Event.StoryResumed _,
                    Event.StoryAssigned _,
                    Event.EmbargoSet _,
                    Event.EmbargoLifted _ -> this;
        };
    }

    private Edition newCopy(Stamp stamp, Entry entry) {
        if (stamp.version().number() != versions + 1) {
            throw broken(entry, "version " + stamp.version() + " follows version " + versions);
        }
        Set<Person> more = new HashSet<>(contributors);
        more.add(entry.actor());
        Manuscript next = new Manuscript(stamp, entry.actor(), entry.at(), descent(stamp));
        return new Edition(language, versions + 1, new Working.Draft(next), live, job, stale, more, approved);
    }

    private @Nullable Version descent(Stamp stamp) {
        Manuscript inHand = working.manuscript();
        if (inHand != null && inHand.version().equals(stamp.basedOn())) {
            return inHand.descendsFrom();
        }
        Stamp shown = shown();
        return shown != null && shown.version().equals(stamp.basedOn()) ? shown.version() : null;
    }

    private Working returned(Version version, Entry entry) {
        same(working.manuscript(), version, entry);
        return switch (working) {
            case Working.InReview review -> review.returned();
            case Working.Approved ready -> ready.returned();
            case Working.None _, Working.Draft _, Working.Scheduled _, Working.Spiked _ ->
                throw broken(entry, "nothing is in review in " + language);
        };
    }

    /** Taken back out of review, it loses nothing but its place; approved, it is approved no more. */
    private Edition recalled(Event.RecalledFromReview event, Entry entry) {
        return switch (working) {
            case Working.Approved _ -> takenBack(event.version(), entry);
            case Working.None _, Working.Draft _, Working.InReview _, Working.Scheduled _, Working.Spiked _ ->
                with(returned(event.version(), entry));
        };
    }

    /** What was given to the version counts no more, here and for its translations. */
    private Edition takenBack(Version version, Entry entry) {
        return new Edition(
                language, versions, returned(version, entry), live, job, stale, contributors, without(version));
    }

    /** Who wrote it still has had a hand in the edition: what they wrote may come again by another's. */
    private Edition discarded(Version version, Entry entry) {
        same(working.manuscript(), version, entry);
        return new Edition(language, versions, new Working.None(), live, job, stale, contributors, without(version));
    }

    private List<Version> without(Version version) {
        return approved.stream().filter(each -> !each.equals(version)).toList();
    }

    private Edition spiked() {
        Manuscript inHand = working.manuscript();
        return inHand == null ? this : with(new Working.Spiked(inHand));
    }

    private Edition restored() {
        return working instanceof Working.Spiked spiked ? with(spiked.restored()) : this;
    }

    private Edition resent(Event.EditionResent event, Entry entry) {
        if (event.number() != live.number()) {
            throw broken(entry, "readers were shown number " + live.number() + " in " + language);
        }
        return this;
    }

    private Edition submitted(Event.SubmittedForReview event, Entry entry) {
        Working.Draft draft = switch (working) {
            case Working.Draft inHand -> inHand;
            case Working.None _ -> new Working.Draft(takenUp(entry));
            case Working.InReview _, Working.Approved _, Working.Scheduled _, Working.Spiked _ ->
                throw broken(entry, "version " + event.version() + " is no draft");
        };
        same(draft.manuscript(), event.version(), event.digest(), entry);
        return with(draft.submitted(event.checks(), entry.at()));
    }

    /** A withdrawn edition is submitted by its last public version. Who had a hand in it still has. */
    private Manuscript takenUp(Entry entry) {
        if (!(live instanceof Live.Withdrawn withdrawn)) {
            throw broken(entry, "nothing is in hand in " + language);
        }
        return new Manuscript(withdrawn.stamp(), entry.actor(), entry.at(), withdrawn.version());
    }

    private Working given(Event.VersionApproved event, Entry entry) {
        same(working.manuscript(), event.version(), event.digest(), entry);
        Approvals.Given given = new Approvals.Given(event.check(), entry.actor(), entry.at());
        return switch (working) {
            case Working.InReview review -> review.given(given);
            case Working.Approved ready -> ready.given(given);
            case Working.Scheduled waiting -> waiting.given(given);
            case Working.None _, Working.Draft _, Working.Spiked _ ->
                throw broken(entry, "nothing is in review in " + language);
        };
    }

    private Edition completed(Event.ReviewCompleted event, Entry entry) {
        if (!(working instanceof Working.InReview review)) {
            throw broken(entry, "nothing is in review in " + language);
        }
        same(review.manuscript(), event.version(), event.digest(), entry);
        List<Version> more = new ArrayList<>(approved);
        if (!more.contains(event.version())) {
            more.add(event.version());
        }
        return new Edition(language, versions, review.completed(), live, job, stale, contributors, more);
    }

    private Edition requested(Event.TranslationRequested event, Entry entry) {
        if (job != null) {
            throw broken(entry, "a translation into " + language + " was asked for before");
        }
        return with(Job.of(event.source(), entry.actor(), entry.at(), event.due()));
    }

    private Edition assigned(Event.TranslationAssigned event, Entry entry) {
        if (job == null) {
            throw broken(entry, "no translation into " + language + " was asked for");
        }
        return with(job.assigned(event.to(), event.due()));
    }

    /** What has not been seen is to be done: the job is open again, or goes on with the newer version. */
    private Edition stale(Event.TranslationStale event, Entry entry) {
        List<BlockId> blocks = event.all();
        if (blocks.isEmpty()) {
            boolean done = job != null && !job.blocks().isEmpty();
            return with((@Nullable Stale) null).with(done ? null : job);
        }
        Job next = job != null
                ? job.of(event.source(), blocks)
                : new Job(event.source(), entry.actor(), entry.at(), null, null, blocks);
        return with(new Stale(event.source(), event.blocks(), event.beyond())).with(next);
    }

    private Edition confirmed(Source source) {
        boolean done = job != null && !job.blocks().isEmpty();
        return with((@Nullable Stale) null)
                .with(done ? null : job)
                .with(working(source))
                .with(live(source));
    }

    private Working working(Source source) {
        Manuscript inHand = working.manuscript();
        return inHand == null
                ? working
                : working.with(inHand.with(inHand.stamp().of(source)));
    }

    private Live live(Source source) {
        return switch (live) {
            case Live.Published published -> published.with(published.stamp().of(source));
            case Live.Withdrawn withdrawn -> withdrawn.with(withdrawn.stamp().of(source));
            case Live.Unpublished _, Live.Killed _ -> live;
        };
    }

    private Edition readersTold(Event.ReadersTold event, Entry entry) {
        if (!(live instanceof Live.Published published)) {
            throw broken(entry, "readers see nothing in " + language);
        }
        follows(event.number(), entry);
        return with(published.told(event));
    }

    private Edition factsTaken(Event.FactsTaken event, Entry entry) {
        if (!(live instanceof Live.Published published)) {
            throw broken(entry, "readers see nothing in " + language);
        }
        follows(event.number(), entry);
        return with(published.withFacts(event, entry.at()));
    }

    /** Without its open job. */
    private Edition ended(Entry entry) {
        if (job == null) {
            throw broken(entry, "no translation into " + language + " was asked for");
        }
        return with((@Nullable Job) null);
    }

    private Edition scheduled(Event.PublicationScheduled event, Entry entry) {
        if (!(working instanceof Working.Approved ready)) {
            throw broken(entry, "nothing is approved in " + language);
        }
        same(ready.manuscript(), event.version(), event.digest(), entry);
        return with(new Working.Scheduled(
                ready.manuscript(),
                ready.approvals(),
                new Schedule(
                        entry.cause(),
                        entry.actor(),
                        entry.tool(),
                        event.due(),
                        event.zone(),
                        event.kind(),
                        event.note(),
                        event.together())));
    }

    private Edition unscheduled(Entry entry) {
        if (!(working instanceof Working.Scheduled waiting)) {
            throw broken(entry, "nothing is scheduled in " + language);
        }
        return with(waiting.ready());
    }

    private Edition published(Event.EditionPublished event, Entry entry) {
        if (!(working instanceof Working.Approved ready)) {
            throw broken(entry, "nothing is approved in " + language);
        }
        same(ready.manuscript(), event.version(), event.digest(), entry);
        follows(event.number(), entry);
        Stamp stamp = ready.manuscript().stamp();
        Live next = switch (live) {
            case Live.Unpublished unpublished -> unpublished.published(stamp, contributors, event, entry.at());
            case Live.Published published -> published.replaced(stamp, contributors, event, entry.at());
            case Live.Withdrawn withdrawn -> withdrawn.published(stamp, contributors, event, entry.at());
            case Live.Killed _ -> throw broken(entry, "a killed edition cannot be published");
        };
        return new Edition(language, versions, new Working.None(), next, job, stale, Set.of(), approved);
    }

    private Edition withdrawn(Event.EditionWithdrawn event, Entry entry) {
        if (!(live instanceof Live.Published published)) {
            throw broken(entry, "readers see nothing in " + language);
        }
        follows(event.number(), entry);
        Set<Person> all = new HashSet<>(contributors);
        all.addAll(published.contributors());
        return new Edition(language, versions, working, published.withdrawn(event), job, stale, all, approved);
    }

    private Edition killed(Event.EditionKilled event, Entry entry) {
        follows(event.number(), entry);
        return switch (live) {
            case Live.Published _, Live.Withdrawn _ -> with(new Live.Killed(event.number()));
            case Live.Unpublished _, Live.Killed _ -> throw broken(entry, "there is nothing to kill in " + language);
        };
    }

    Edition with(Working next) {
        return new Edition(language, versions, next, live, job, stale, contributors, approved);
    }

    private Edition with(Live next) {
        return new Edition(language, versions, working, next, job, stale, contributors, approved);
    }

    private Edition with(@Nullable Job next) {
        return new Edition(language, versions, working, live, next, stale, contributors, approved);
    }

    private Edition with(@Nullable Stale next) {
        return new Edition(language, versions, working, live, job, next, contributors, approved);
    }

    private void same(@Nullable Manuscript inHand, Version version, Entry entry) {
        if (inHand == null || !inHand.version().equals(version)) {
            throw broken(entry, "version " + version + " is not in hand in " + language);
        }
    }

    private void same(@Nullable Manuscript inHand, Version version, Digest digest, Entry entry) {
        same(inHand, version, entry);
        if (inHand != null && !inHand.stamp().digest().equals(digest)) {
            throw broken(entry, "version " + version + " in " + language + " is another text");
        }
    }

    private void follows(int number, Entry entry) {
        if (number != live.number() + 1) {
            throw broken(entry, "number " + number + " follows number " + live.number() + " in " + language);
        }
    }

    private static BrokenHistory broken(Entry entry, String what) {
        return new BrokenHistory(entry.story(), entry.sequence(), what);
    }
}
