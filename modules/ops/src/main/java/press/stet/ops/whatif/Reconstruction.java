package press.stet.ops.whatif;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.ruling.Texts;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;

/**
 * The command that a ruling's events followed from: commands are kept for two weeks, events for ever. It is the command as far as its
 * events tell it; whether it is the right one is seen by asking it again under the rules of its own time.
 */
final class Reconstruction {

    private final @Nullable Story before;
    private final List<Event> events;
    private final Texts texts;

    /**
     * Of one ruling.
     *
     * @param before the story as the command found it; null where the command began it
     * @param texts every version's
     */
    Reconstruction(@Nullable Story before, List<Event> events, Texts texts) {
        this.before = before;
        this.events = events;
        this.texts = texts;
    }

    /** Whether it followed from no command, but from a moment that had come. */
    boolean isDue() {
        Event first = events.getFirst();
        return first instanceof Event.ScheduleFired
                || first instanceof Event.ScheduleRefused
                || first instanceof Event.ReviewDueSoon
                || first instanceof Event.ReviewOverdue
                || first instanceof Event.TranslationDueSoon
                || first instanceof Event.TranslationOverdue;
    }

    /** The command; empty where its events do not tell it, or its copy is not there any more. */
    Optional<Command> command() {
        return first(this::asked).or(() -> first(this::askedAlone));
    }

    private Optional<Command> first(Function<Event, @Nullable Command> asking) {
        return events.stream()
                .map(asking)
                .flatMap(each -> Stream.ofNullable(each))
                .findFirst();
    }

    /** What an event was asked for by, whatever followed from it. */
    private @Nullable Command asked(Event event) {
        return switch (event) {
            case Event.StoryFiled filed -> {
                Copy copy = texts.find(filed.language(), filed.stamp().version());
                yield copy == null ? null : new Command.FileStory(filed.site(), copy);
            }
            case Event.EditionFiled filed -> {
                Copy copy = texts.find(filed.language(), filed.stamp().version());
                yield copy == null ? null : new Command.FileEdition(copy);
            }
            case Event.CopyRevised revised -> revision(revised);
            case Event.TranslationDelivered delivered -> delivery(delivered);
            case Event.RecalledFromReview recalled ->
                new Command.RecallFromReview(recalled.language(), recalled.version());
            case Event.DraftDiscarded discarded -> new Command.DiscardDraft(discarded.language(), discarded.version());
            case Event.StorySpiked spiked -> new Command.SpikeStory(spiked.reason());
            case Event.StoryRestored _ -> new Command.RestoreStory();
            case Event.StoryHeld held -> new Command.HoldStory(held.reason());
            case Event.StoryResumed _ -> new Command.ResumeStory();
            case Event.StoryAssigned assigned -> new Command.AssignStory(assigned.to(), assigned.due());
            case Event.VersionApproved given ->
                new Command.ApproveVersion(given.language(), given.version(), given.digest(), given.check());
            case Event.ChangesRequested changes ->
                new Command.RequestChanges(
                        changes.language(), changes.version(), changes.check(), changes.note(), remarks());
            case Event.WorkTakenUp taken -> new Command.TakeUpDraft(taken.language(), taken.version());
            case Event.CheckWaived waived ->
                new Command.WaiveCheck(
                        waived.language(), waived.version(), waived.digest(), waived.check(), waived.reason());
            case Event.NoteAnswered answered ->
                new Command.AnswerNote(answered.language(), answered.note(), answered.text());
            case Event.NoteResolved resolved -> new Command.ResolveNote(resolved.language(), resolved.note());
            case Event.TranslationConfirmed confirmed ->
                new Command.ConfirmTranslation(
                        confirmed.language(), confirmed.source().version());
            case Event.PublicationScheduled waiting
            when waiting.together() ->
                new Command.PublishVersion(
                        waiting.language(), waiting.version(), waiting.digest(), waiting.kind(), waiting.note());
            case Event.PublicationScheduled scheduled ->
                new Command.SchedulePublication(
                        scheduled.language(),
                        scheduled.version(),
                        scheduled.digest(),
                        scheduled.due(),
                        scheduled.zone(),
                        scheduled.kind(),
                        scheduled.note());
            case Event.EmbargoSet set -> new Command.SetEmbargo(set.until());
            case Event.EmbargoLifted _ -> new Command.LiftEmbargo();
            case Event.EditionResent resent -> new Command.ResendEdition(resent.language());
            case Event.EditionPublished published ->
                new Command.PublishVersion(
                        published.language(),
                        published.version(),
                        published.digest(),
                        published.kind(),
                        published.note());
            case Event.EditionWithdrawn withdrawn ->
                new Command.WithdrawEdition(withdrawn.language(), withdrawn.number() - 1, withdrawn.notice());
            case Event.StoryKilled killed -> new Command.KillStory(killed.notice());
            case Event.SubmittedForReview _,
                    Event.WorkSetAside _,
                    Event.ReviewClaimed _,
                    Event.ReviewReleased _,
                    Event.NoteAdded _,
                    Event.ReviewOwed _,
                    Event.ReviewDueSoon _,
                    Event.ReviewOverdue _,
                    Event.TranslationDueSoon _,
                    Event.TranslationOverdue _,
                    Event.TranslationRequested _,
                    Event.TranslationAssigned _,
                    Event.TranslationCancelled _,
                    Event.ScheduleCancelled _,
                    Event.ApprovalsVoided _,
                    Event.ReviewCompleted _,
                    Event.TranslationStale _,
                    Event.ScheduleVoided _,
                    Event.ScheduleFired _,
                    Event.ScheduleRefused _,
                    Event.FactsTaken _,
                    Event.ReadersTold _,
                    Event.EditionKilled _ -> null;
        };
    }

    /** What an event was asked for by where no other of the same ruling was, from which it may have followed. */
    private @Nullable Command askedAlone(Event event) {
        if (event instanceof Event.SubmittedForReview submitted) {
            return new Command.SubmitForReview(submitted.language(), submitted.version(), submitted.due());
        }
        if (event instanceof Event.NoteAdded note) {
            return new Command.AddNote(note.language(), note.version(), remark(note), note.blocking());
        }
        if (event instanceof Event.ReviewReleased released) {
            return new Command.ClaimReview(released.language(), released.check(), released.by(), claimant());
        }
        if (event instanceof Event.ReviewClaimed claimed) {
            return new Command.ClaimReview(claimed.language(), claimed.check(), null, claimed.by());
        }
        if (event instanceof Event.TranslationRequested requested) {
            return new Command.RequestTranslation(
                    requested.language(),
                    requested.source().language(),
                    requested.source().version());
        }
        if (event instanceof Event.TranslationAssigned assigned) {
            return new Command.AssignTranslation(assigned.language(), assigned.to(), assigned.due());
        }
        if (event instanceof Event.TranslationCancelled cancelled) {
            return new Command.CancelTranslation(cancelled.language());
        }
        return event instanceof Event.ScheduleCancelled cancelled
                ? new Command.CancelSchedule(cancelled.language())
                : null;
    }

    private List<Command.Remark> remarks() {
        return events.stream()
                .filter(Event.NoteAdded.class::isInstance)
                .map(event -> remark((Event.NoteAdded) event))
                .toList();
    }

    private static Command.Remark remark(Event.NoteAdded note) {
        return new Command.Remark(note.block(), note.text());
    }

    /** Who sees to a check in the place of whoever it was taken from. */
    private @Nullable Person claimant() {
        return events.stream()
                .filter(Event.ReviewClaimed.class::isInstance)
                .map(event -> ((Event.ReviewClaimed) event).by())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Command revision(Event.CopyRevised revised) {
        Stamp stamp = revised.stamp();
        Copy copy = texts.find(revised.language(), stamp.version());
        Version basedOn = stamp.basedOn();
        if (copy == null || basedOn == null) {
            return null;
        }
        boolean submits = events.stream().anyMatch(Event.SubmittedForReview.class::isInstance);
        return new Command.ReviseCopy(
                basedOn, copy, submits, isFromLive(revised.language(), basedOn), revised.overruled());
    }

    private boolean isFromLive(Language language, Version basedOn) {
        Edition edition = before == null ? null : before.edition(language);
        return edition != null
                && edition.working().manuscript() != null
                && !edition.working().manuscript().version().equals(basedOn)
                && edition.shown() != null
                && edition.shown().version().equals(basedOn);
    }

    private @Nullable Command delivery(Event.TranslationDelivered delivered) {
        Stamp stamp = delivered.stamp();
        Copy copy = texts.find(delivered.language(), stamp.version());
        return copy == null || stamp.source() == null
                ? null
                : new Command.DeliverTranslation(
                        stamp.source().language(), stamp.source().version(), stamp.basedOn(), copy);
    }
}
