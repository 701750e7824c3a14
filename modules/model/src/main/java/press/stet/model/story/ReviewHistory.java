package press.stet.model.story;

import java.util.ArrayList;
import java.util.List;
import press.stet.model.Digest;
import press.stet.model.Version;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** What an event makes of the review of a version. */
final class ReviewHistory {

    private final Happening now;
    private final Edition edition;
    private final Entry entry;

    ReviewHistory(Happening now) {
        this.now = now;
        this.edition = now.edition();
        this.entry = now.entry();
    }

    Edition after(Event.OfTheReview event) {
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
                yield edition.with(review.with(now.due(review.deadline()).reminded()));
            }
            case Event.ReviewOverdue _ -> {
                Working.InReview review = inReview();
                yield edition.with(review.with(now.due(review.deadline()).told()));
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

    private Working returned(Version version) {
        now.same(edition.working().manuscript(), version);
        return switch (edition.working()) {
            case Working.InReview review -> review.returned();
            case Working.Approved ready -> ready.returned();
            case Working.None _, Working.Draft _, Working.Scheduled _, Working.Spiked _ -> throw now.nothingInReview();
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
        return edition.with(returned(version)).withApproved(now.without(version));
    }

    private Edition submitted(Event.SubmittedForReview event) {
        Working.Draft draft = switch (edition.working()) {
            case Working.Draft inHand -> inHand;
            case Working.None _ -> new Working.Draft(lastShown());
            case Working.InReview _, Working.Approved _, Working.Scheduled _, Working.Spiked _ ->
                throw now.broken("version " + event.version() + " is no draft");
        };
        now.same(draft.manuscript(), event.version(), event.digest());
        Deadline deadline = Deadline.of(event.reminder(), event.due(), entry);
        return edition.with(draft.submitted(event.checks(), entry.at(), deadline));
    }

    /** A withdrawn edition is submitted by its last public version. Who had a hand in it still has. */
    private Manuscript lastShown() {
        if (!(edition.live() instanceof Live.Withdrawn withdrawn)) {
            throw now.broken("nothing is in hand in " + edition.language());
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
        now.same(edition.working().manuscript(), version, digest);
        return switch (edition.working()) {
            case Working.InReview review -> review.given(given);
            case Working.Approved ready -> ready.given(given);
            case Working.Scheduled waiting -> waiting.given(given);
            case Working.None _, Working.Draft _, Working.Spiked _ -> throw now.nothingInReview();
        };
    }

    private Edition completed(Event.ReviewCompleted event) {
        Working.InReview review = inReview();
        now.same(review.manuscript(), event.version(), event.digest());
        List<Version> more = new ArrayList<>(edition.approved());
        if (!more.contains(event.version())) {
            more.add(event.version());
        }
        return edition.with(review.completed()).withApproved(more);
    }

    private Edition owed(Event.ReviewOwed event) {
        if (!(edition.live() instanceof Live.Published published)
                || !isOf(published, event.version(), event.digest())) {
            throw now.broken("readers see no version " + event.version() + " in " + edition.language());
        }
        return edition.with(published.owing(event.checks()));
    }

    private Working.InReview inReview() {
        if (edition.working() instanceof Working.InReview review) {
            return review;
        }
        throw now.nothingInReview();
    }

    private Edition released(Event.ReviewReleased event) {
        if (!edition.discussion().isClaimed(event.check(), event.by())) {
            throw now.broken(event.by() + " sees to no " + event.check() + " check in " + edition.language());
        }
        return edition.with(edition.discussion().released(event.check(), event.by()));
    }

    private Edition noted(Event.NoteAdded event) {
        if (event.note() != edition.discussion().notes() + 1) {
            throw now.broken("note " + event.note() + " follows note "
                    + edition.discussion().notes() + " in " + edition.language());
        }
        return edition.with(edition.discussion().noted(new Note(event.note(), entry.actor(), event.blocking())));
    }

    private void known(int note) {
        if (edition.discussion().note(note).isEmpty()) {
            throw now.broken("no note " + note + " is open in " + edition.language());
        }
    }
}
