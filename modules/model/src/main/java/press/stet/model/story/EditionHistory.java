package press.stet.model.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** What one event makes of an edition. An event that could not have happened to it is a {@link BrokenHistory}. */
final class EditionHistory {

    private final Edition edition;
    private final Entry entry;

    EditionHistory(Edition edition, Entry entry) {
        this.edition = edition;
        this.entry = entry;
    }

    Edition after(Event event) {
        return switch (event) {
            case Event.StoryFiled filed -> newCopy(edition, filed.stamp());
            case Event.EditionFiled filed -> newCopy(edition, filed.stamp());
            case Event.CopyRevised revised -> newCopy(edition, revised.stamp(), revised.overruled());
            case Event.WorkSetAside aside -> setAside(aside.version());
            case Event.WorkTakenUp taken -> takenUp(taken.version());
            case Event.DraftDiscarded discarded -> discarded(discarded.version());
            case Event.OfTheReview review -> after(review);
            case Event.OfTheTranslation translation -> after(translation);
            case Event.PublicationScheduled scheduled -> scheduled(scheduled);
            case Event.OfTheSchedule _ -> unscheduled();
            case Event.EditionPublished published -> published(published);
            case Event.FactsTaken taken -> factsTaken(taken);
            case Event.ReadersTold told -> readersTold(told);
            case Event.EditionWithdrawn withdrawn -> withdrawn(withdrawn);
            case Event.EditionKilled killed -> killed(killed);
            case Event.EditionResent resent -> resent(resent);
            case Event.OfTheStory story -> after(story);
        };
    }

    private Edition after(Event.OfTheReview event) {
        return switch (event) {
            case Event.ApprovalsVoided voided -> edition.with(returned(voided.version()));
            case Event.SubmittedForReview submitted -> submitted(submitted);
            case Event.RecalledFromReview recalled -> recalled(recalled);
            case Event.ChangesRequested changes -> takenBack(changes.version());
            case Event.VersionApproved given ->
                given(
                        given.version(),
                        given.digest(),
                        new Approvals.Given(given.check(), entry.actor(), entry.at(), false));
            case Event.CheckWaived waived ->
                edition.with(given(
                        waived.digest(),
                        waived.version(),
                        new Approvals.Given(waived.check(), entry.actor(), entry.at(), true)));
            case Event.ReviewCompleted completed -> completed(completed);
            case Event.ReviewOwed owed -> owed(owed);
            case Event.ReviewDueSoon _ -> {
                Working.InReview review = inReview();
                yield edition.with(review.with(deadline(review.deadline()).reminded()));
            }
            case Event.ReviewOverdue _ -> {
                Working.InReview review = inReview();
                yield edition.with(review.with(deadline(review.deadline()).told()));
            }
            case Event.ReviewClaimed claimed ->
                edition.with(edition.discussion().claimed(claimed.check(), claimed.by(), entry.at()));
            case Event.ReviewReleased released -> released(released);
            case Event.NoteAdded note -> noted(note);
            case Event.NoteAnswered answered -> {
                known(answered.note());
                yield edition;
            }
            case Event.NoteResolved resolved -> {
                known(resolved.note());
                yield edition.with(edition.discussion().resolved(resolved.note()));
            }
        };
    }

    private Edition after(Event.OfTheTranslation event) {
        return switch (event) {
            case Event.TranslationRequested requested -> requested(requested);
            case Event.TranslationAssigned assigned ->
                edition.with(job().assigned(assigned.to(), Deadline.of(assigned.reminder(), assigned.due(), entry)));
            case Event.TranslationDueSoon _ ->
                edition.with(job().with(deadline(job().deadline()).reminded()));
            case Event.TranslationOverdue _ ->
                edition.with(job().with(deadline(job().deadline()).told()));
            case Event.TranslationDelivered delivered ->
                newCopy(ended().with((@Nullable Stale) null), delivered.stamp());
            case Event.TranslationStale unseen -> stale(unseen);
            case Event.TranslationConfirmed confirmed -> confirmed(confirmed.source());
            case Event.TranslationCancelled _ -> ended();
        };
    }

    private Edition after(Event.OfTheStory event) {
        return switch (event) {
            case Event.StorySpiked _ -> spiked();
            case Event.StoryRestored _ -> restored();
            case Event.StoryKilled _ -> withNothingInHand().withAside(List.of());
            case Event.StoryHeld _,
                    Event.StoryResumed _,
                    Event.StoryAssigned _,
                    Event.EmbargoSet _,
                    Event.EmbargoLifted _ -> edition;
        };
    }

    /** After a hold, with its deadlines later by as long as they stood still. */
    Edition resumed(Hold hold) {
        Edition next = edition;
        if (next.working() instanceof Working.InReview review && review.deadline() != null) {
            next = next.with(review.with(review.deadline().after(hold, entry)));
        }
        Job job = next.job();
        return job == null || job.deadline() == null
                ? next
                : next.with(job.with(job.deadline().after(hold, entry)));
    }

    private Edition newCopy(Edition of, Stamp stamp) {
        return newCopy(of, stamp, List.of());
    }

    /** What readers came to see meanwhile is taken up where it stands in the new version too, or was overruled. */
    private Edition newCopy(Edition of, Stamp stamp, List<BlockId> overruled) {
        if (stamp.version().number() != of.versions() + 1) {
            throw broken("version " + stamp.version() + " follows version " + of.versions());
        }
        List<BlockId> behind = List.of();
        Version descendsFrom = descent(stamp);
        Manuscript before = edition.working().manuscript();
        Stamp shown = edition.shown();
        if (before != null && shown != null && !before.behind().isEmpty()) {
            behind = before.behind(stamp, shown, overruled);
            descendsFrom = behind.isEmpty() ? shown.version() : descendsFrom;
        }
        Set<Person> more = new HashSet<>(of.contributors());
        more.add(entry.actor());
        return of.withVersions(of.versions() + 1)
                .with(new Working.Draft(new Manuscript(stamp, entry.actor(), entry.at(), descendsFrom, behind)))
                .with(of.discussion().withoutClaimsOf(entry.actor()))
                .withContributors(more);
    }

    private @Nullable Version descent(Stamp stamp) {
        Manuscript inHand = edition.working().manuscript();
        if (inHand != null && inHand.version().equals(stamp.basedOn())) {
            return inHand.descendsFrom();
        }
        Stamp shown = edition.shown();
        return shown != null && shown.version().equals(stamp.basedOn()) ? shown.version() : null;
    }

    private Edition setAside(Version version) {
        if (!(edition.working() instanceof Working.Draft draft)) {
            throw broken("there is no draft to set aside in " + edition.language());
        }
        same(draft.manuscript(), version);
        List<Aside> more = new ArrayList<>(edition.aside());
        more.add(new Aside(draft.manuscript(), edition.contributors()));
        return withNothingInHand().withAside(more);
    }

    /** Who had a hand in it before it was set aside still has. */
    private Edition takenUp(Version version) {
        Aside aside = edition.aside(version);
        if (aside == null || edition.working().manuscript() != null) {
            throw broken("version " + version + " was not set aside in " + edition.language());
        }
        Set<Person> all = new HashSet<>(edition.contributors());
        all.addAll(aside.contributors());
        return edition.with(new Working.Draft(aside.manuscript()))
                .withContributors(all)
                .withAside(without(aside));
    }

    private List<Aside> without(Aside gone) {
        return edition.aside().stream().filter(each -> !each.equals(gone)).toList();
    }

    private Working returned(Version version) {
        same(edition.working().manuscript(), version);
        return switch (edition.working()) {
            case Working.InReview review -> review.returned();
            case Working.Approved ready -> ready.returned();
            case Working.None _, Working.Draft _, Working.Scheduled _, Working.Spiked _ -> throw nothingInReview();
        };
    }

    /** Taken back out of review, it loses nothing but its place; approved, it is approved no more. */
    private Edition recalled(Event.RecalledFromReview event) {
        return switch (edition.working()) {
            case Working.Approved _ -> takenBack(event.version());
            case Working.None _, Working.Draft _, Working.InReview _, Working.Scheduled _, Working.Spiked _ ->
                edition.with(returned(event.version()));
        };
    }

    /** What was given to the version counts no more, here and for its translations. */
    private Edition takenBack(Version version) {
        return edition.with(returned(version)).withApproved(without(version));
    }

    /** Who wrote it still has had a hand in the edition: what they wrote may come again by another's. */
    private Edition discarded(Version version) {
        Aside aside = edition.aside(version);
        if (aside != null) {
            return edition.withAside(without(aside)).withApproved(without(version));
        }
        same(edition.working().manuscript(), version);
        return withNothingInHand().withApproved(without(version));
    }

    private Edition withNothingInHand() {
        return edition.with(new Working.None()).with(edition.discussion().withoutClaims());
    }

    private List<Version> without(Version version) {
        return edition.approved().stream().filter(each -> !each.equals(version)).toList();
    }

    private Edition spiked() {
        Manuscript inHand = edition.working().manuscript();
        return inHand == null ? edition : withNothingInHand().with(new Working.Spiked(inHand));
    }

    private Edition restored() {
        return edition.working() instanceof Working.Spiked spiked ? edition.with(spiked.restored()) : edition;
    }

    private Edition resent(Event.EditionResent event) {
        if (event.number() != edition.live().number()) {
            throw broken("readers were shown number " + edition.live().number() + " in " + edition.language());
        }
        return edition;
    }

    private Edition submitted(Event.SubmittedForReview event) {
        Working.Draft draft = switch (edition.working()) {
            case Working.Draft inHand -> inHand;
            case Working.None _ -> new Working.Draft(lastShown());
            case Working.InReview _, Working.Approved _, Working.Scheduled _, Working.Spiked _ ->
                throw broken("version " + event.version() + " is no draft");
        };
        same(draft.manuscript(), event.version(), event.digest());
        Deadline deadline = Deadline.of(event.reminder(), event.due(), entry);
        return edition.with(draft.submitted(event.checks(), entry.at(), deadline));
    }

    /** A withdrawn edition is submitted by its last public version. Who had a hand in it still has. */
    private Manuscript lastShown() {
        if (!(edition.live() instanceof Live.Withdrawn withdrawn)) {
            throw broken("nothing is in hand in " + edition.language());
        }
        return new Manuscript(withdrawn.stamp(), entry.actor(), entry.at(), withdrawn.version(), List.of());
    }

    /** A check that is owed is given to what readers see. */
    private Edition given(Version version, Digest digest, Approvals.Given given) {
        Manuscript inHand = edition.working().manuscript();
        boolean toLive = inHand == null || !inHand.version().equals(version);
        return toLive && edition.live() instanceof Live.Published published && isOf(published, version, digest)
                ? edition.with(published.given(given))
                : edition.with(given(digest, version, given));
    }

    private static boolean isOf(Live.Published published, Version version, Digest digest) {
        return published.version().equals(version) && published.stamp().digest().equals(digest);
    }

    private Working given(Digest digest, Version version, Approvals.Given given) {
        same(edition.working().manuscript(), version, digest);
        return switch (edition.working()) {
            case Working.InReview review -> review.given(given);
            case Working.Approved ready -> ready.given(given);
            case Working.Scheduled waiting -> waiting.given(given);
            case Working.None _, Working.Draft _, Working.Spiked _ -> throw nothingInReview();
        };
    }

    private Edition completed(Event.ReviewCompleted event) {
        Working.InReview review = inReview();
        same(review.manuscript(), event.version(), event.digest());
        List<Version> more = new ArrayList<>(edition.approved());
        if (!more.contains(event.version())) {
            more.add(event.version());
        }
        return edition.with(review.completed()).withApproved(more);
    }

    private Edition owed(Event.ReviewOwed event) {
        if (!(edition.live() instanceof Live.Published published)
                || !isOf(published, event.version(), event.digest())) {
            throw broken("readers see no version " + event.version() + " in " + edition.language());
        }
        return edition.with(published.owing(event.checks()));
    }

    private Working.InReview inReview() {
        if (edition.working() instanceof Working.InReview review) {
            return review;
        }
        throw nothingInReview();
    }

    private Deadline deadline(@Nullable Deadline deadline) {
        if (deadline == null || deadline.next() == null) {
            throw broken("nothing is due in " + edition.language());
        }
        return deadline;
    }

    private Edition released(Event.ReviewReleased event) {
        if (!edition.discussion().isClaimed(event.check(), event.by())) {
            throw broken(event.by() + " sees to no " + event.check() + " check in " + edition.language());
        }
        return edition.with(edition.discussion().released(event.check(), event.by()));
    }

    private Edition noted(Event.NoteAdded event) {
        if (event.note() != edition.discussion().notes() + 1) {
            throw broken("note " + event.note() + " follows note "
                    + edition.discussion().notes() + " in " + edition.language());
        }
        return edition.with(edition.discussion().noted(new Note(event.note(), entry.actor(), event.blocking())));
    }

    private void known(int note) {
        if (edition.discussion().note(note).isEmpty()) {
            throw broken("no note " + note + " is open in " + edition.language());
        }
    }

    private Edition requested(Event.TranslationRequested event) {
        if (edition.job() != null) {
            throw broken("a translation into " + edition.language() + " was asked for before");
        }
        return edition.with(
                Job.of(event.source(), entry.actor(), entry.at(), Deadline.of(event.reminder(), event.due(), entry)));
    }

    private Job job() {
        Job job = edition.job();
        if (job == null) {
            throw broken("no translation into " + edition.language() + " was asked for");
        }
        return job;
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

    private Edition factsTaken(Event.FactsTaken event) {
        if (!(edition.live() instanceof Live.Published published)) {
            throw broken("readers see nothing in " + edition.language());
        }
        follows(event.number());
        return edition.with(published.withFacts(event, entry.at()));
    }

    private Edition readersTold(Event.ReadersTold event) {
        if (!(edition.live() instanceof Live.Published published)) {
            throw broken("readers see nothing in " + edition.language());
        }
        follows(event.number());
        return edition.with(published.told(event));
    }

    /** Without its open job. */
    private Edition ended() {
        job();
        return edition.with((@Nullable Job) null);
    }

    private Edition scheduled(Event.PublicationScheduled event) {
        if (!(edition.working() instanceof Working.Approved ready)) {
            throw broken("nothing is approved in " + edition.language());
        }
        same(ready.manuscript(), event.version(), event.digest());
        return edition.with(new Working.Scheduled(
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

    private Edition unscheduled() {
        if (!(edition.working() instanceof Working.Scheduled waiting)) {
            throw broken("nothing is scheduled in " + edition.language());
        }
        return edition.with(waiting.ready());
    }

    private Edition published(Event.EditionPublished event) {
        if (!(edition.working() instanceof Working.Approved ready)) {
            throw broken("nothing is approved in " + edition.language());
        }
        same(ready.manuscript(), event.version(), event.digest());
        follows(event.number());
        Set<Person> by = edition.contributors();
        Live next = switch (edition.live()) {
            case Live.Unpublished unpublished -> unpublished.published(ready, by, event, entry.at());
            case Live.Published published -> published.replaced(ready, by, event, entry.at());
            case Live.Withdrawn withdrawn -> withdrawn.published(ready, by, event, entry.at());
            case Live.Killed _ -> throw broken("a killed edition cannot be published");
        };
        return withNothingInHand()
                .with(next)
                .withAside(behind(ready.manuscript().stamp()))
                .withContributors(Set.of());
    }

    /** What was set aside has not seen what changes for readers now. */
    private List<Aside> behind(Stamp next) {
        Stamp shown = edition.shown();
        if (shown == null) {
            return edition.aside();
        }
        return edition.aside().stream()
                .map(aside -> {
                    Manuscript waiting = aside.manuscript();
                    Set<BlockId> behind = new LinkedHashSet<>(waiting.behind());
                    behind.addAll(next.changedSince(shown));
                    behind.removeIf(block -> waiting.stamp().hasInCommon(next, block));
                    Version descendsFrom = behind.isEmpty() ? next.version() : waiting.descendsFrom();
                    return new Aside(
                            new Manuscript(
                                    waiting.stamp(), waiting.writer(), waiting.at(), descendsFrom, List.copyOf(behind)),
                            aside.contributors());
                })
                .toList();
    }

    private Edition withdrawn(Event.EditionWithdrawn event) {
        if (!(edition.live() instanceof Live.Published published)) {
            throw broken("readers see nothing in " + edition.language());
        }
        follows(event.number());
        Set<Person> all = new HashSet<>(edition.contributors());
        all.addAll(published.contributors());
        return edition.with(published.withdrawn(event)).withContributors(all);
    }

    private Edition killed(Event.EditionKilled event) {
        follows(event.number());
        return switch (edition.live()) {
            case Live.Published _, Live.Withdrawn _ -> edition.with(new Live.Killed(event.number()));
            case Live.Unpublished _, Live.Killed _ -> throw broken("there is nothing to kill in " + edition.language());
        };
    }

    private void same(@Nullable Manuscript inHand, Version version) {
        if (inHand == null || !inHand.version().equals(version)) {
            throw broken("version " + version + " is not in hand in " + edition.language());
        }
    }

    private void same(@Nullable Manuscript inHand, Version version, Digest digest) {
        same(inHand, version);
        if (inHand != null && !inHand.stamp().digest().equals(digest)) {
            throw broken("version " + version + " in " + edition.language() + " is another text");
        }
    }

    private void follows(int number) {
        if (number != edition.live().number() + 1) {
            throw broken(
                    "number " + number + " follows number " + edition.live().number() + " in " + edition.language());
        }
    }

    private BrokenHistory nothingInReview() {
        return broken("nothing is in review in " + edition.language());
    }

    private BrokenHistory broken(String what) {
        return new BrokenHistory(entry.story(), entry.sequence(), what);
    }
}
