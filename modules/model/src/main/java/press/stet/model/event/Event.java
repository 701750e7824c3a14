package press.stet.model.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.house.RequiredCheck;

/** Something that has happened to a story. Events name a version by its digest; its text stands apart. */
public sealed interface Event {

    /** The edition it happened to, or null where it happened to the whole story. */
    @Nullable Language language();

    /** The version that came with it, or null where none did. */
    default @Nullable Stamp stamp() {
        return null;
    }

    /** A story began, with the first version of its original. */
    record StoryFiled(Site site, Language language, Stamp stamp) implements OfTheCopy {}

    /** The story has a second original. */
    record EditionFiled(Language language, Stamp stamp) implements OfTheCopy {}

    /**
     * An edition has a new version.
     *
     * @param overruled blocks that were changed for readers meanwhile, and stand here as they were meant to all the same
     */
    record CopyRevised(Language language, Stamp stamp, List<BlockId> overruled) implements OfTheCopy {
        public CopyRevised {
            overruled = List.copyOf(overruled);
        }
    }

    /** The version in hand made room for something more urgent, and waits to be taken up again. */
    record WorkSetAside(Language language, Version version) implements OfTheCopy {}

    /** A version that was set aside is in hand again, as a draft. */
    record WorkTakenUp(Language language, Version version) implements OfTheCopy {}

    /** New copy came while this version was in review or approved; what was approved counts no more. */
    record ApprovalsVoided(Language language, Version version) implements OfTheReview {}

    /**
     * A version is in review.
     *
     * @param checks what the house rules asked for at that moment
     * @param due when it is to be judged, or null
     * @param reminder when people are reminded of that, or null
     */
    record SubmittedForReview(
            Language language,
            Version version,
            Digest digest,
            List<RequiredCheck> checks,
            @Nullable Instant due,
            @Nullable Instant reminder)
            implements OfTheReview {
        public SubmittedForReview {
            checks = List.copyOf(checks);
        }
    }

    /** A version was taken back out of review, and is a draft again. */
    record RecalledFromReview(Language language, Version version) implements OfTheReview {}

    /** The version in hand was dropped. */
    record DraftDiscarded(Language language, Version version) implements OfTheCopy {}

    /** The story was dropped, in every language. */
    record StorySpiked(String reason) implements OfTheStory {}

    /** A spiked story was taken up again: each edition is a draft. */
    record StoryRestored() implements OfTheStory {}

    /** Nothing of the story is submitted, approved or published until it is resumed. */
    record StoryHeld(String reason) implements OfTheStory {}

    /** The hold is over. */
    record StoryResumed() implements OfTheStory {}

    /**
     * The story is somebody's now.
     *
     * @param to whose, or null for nobody's
     * @param due when it is to be there, or null
     */
    record StoryAssigned(@Nullable Person to, @Nullable Instant due) implements OfTheStory {}

    /** Somebody gave a check. */
    record VersionApproved(Language language, Version version, Digest digest, Check check) implements OfTheReview {}

    /** The version has every check that the house asks for: it is fit to print. */
    record ReviewCompleted(Language language, Version version, Digest digest) implements OfTheReview {}

    /** Somebody sees to a check. */
    record ReviewClaimed(Language language, Check check, Person by) implements OfTheReview {}

    /** Somebody sees to a check no more. */
    record ReviewReleased(Language language, Check check, Person by) implements OfTheReview {}

    /**
     * Somebody has a remark.
     *
     * @param note counts the notes of the edition from 1
     * @param version what it is about
     * @param block of that version, or null where it is about all of it
     * @param text in plain words
     * @param blocking whether nothing is approved or published before it is resolved
     */
    record NoteAdded(
            Language language,
            int note,
            Version version,
            @Nullable BlockId block,
            String text,
            boolean blocking) implements OfTheReview {}

    /** Somebody answered a note; it stays open. */
    record NoteAnswered(Language language, int note, String text) implements OfTheReview {}

    /** A note has done its work. */
    record NoteResolved(Language language, int note) implements OfTheReview {}

    /** A check was left out for once. It is owed once readers see the version. */
    record CheckWaived(Language language, Version version, Digest digest, Check check, String reason)
            implements OfTheReview {}

    /**
     * Readers see a version that lacks checks: they are to be given now.
     *
     * @param checks those that were waived
     */
    record ReviewOwed(Language language, Version version, Digest digest, List<RequiredCheck> checks)
            implements OfTheReview {
        public ReviewOwed {
            checks = List.copyOf(checks);
        }
    }

    /** A review is to be done soon. */
    record ReviewDueSoon(Language language, Version version, Instant due) implements OfTheReview {}

    /** A review was to be done by now. */
    record ReviewOverdue(Language language, Version version, Instant due) implements OfTheReview {}

    /** A version went back to its writer. */
    record ChangesRequested(Language language, Version version, Check check, String note) implements OfTheReview {}

    /**
     * A translation was asked for: a job is open.
     *
     * @param due when it is to be there, or null
     * @param reminder when people are reminded of that, or null
     */
    record TranslationRequested(
            Language language,
            Source source,
            @Nullable Instant due,
            @Nullable Instant reminder) implements OfTheTranslation {
        public TranslationRequested(Language language, Source source) {
            this(language, source, null, null);
        }
    }

    /**
     * A translation came in as a new version; the job is done.
     *
     * @param unaligned its blocks of which nobody can say what they render
     */
    record TranslationDelivered(Language language, Stamp stamp, List<BlockId> unaligned) implements OfTheTranslation {
        public TranslationDelivered {
            unaligned = List.copyOf(unaligned);
        }
    }

    /**
     * The translation that was asked for is somebody's now.
     *
     * @param to whose, or null for whoever takes it up
     * @param due when it is to be there, or null
     * @param reminder when people are reminded of that, or null
     */
    record TranslationAssigned(
            Language language,
            @Nullable Person to,
            @Nullable Instant due,
            @Nullable Instant reminder) implements OfTheTranslation {}

    /**
     * The source has gone live with blocks that the translation has not seen: its job is open again, for these alone.
     *
     * @param source the version that readers of the source see
     * @param blocks of the source, those that have changed, and those that are gone
     * @param beyond of the source, those that have not changed and render what the source itself has not seen; empty like
     *     {@code blocks} where the translation has seen everything after all
     */
    record TranslationStale(Language language, Source source, List<BlockId> blocks, List<BlockId> beyond)
            implements OfTheTranslation {
        public TranslationStale {
            blocks = List.copyOf(blocks);
            beyond = List.copyOf(beyond);
        }

        /** Everything that is to be taken up. */
        public List<BlockId> all() {
            return Stream.concat(blocks.stream(), beyond.stream()).toList();
        }
    }

    /**
     * The translation is still right although its source has changed.
     *
     * @param source what it stands for from now on
     */
    record TranslationConfirmed(Language language, Source source) implements OfTheTranslation {}

    /** A translation is to be there soon. */
    record TranslationDueSoon(Language language, Instant due) implements OfTheTranslation {}

    /** A translation was to be there by now. */
    record TranslationOverdue(Language language, Instant due) implements OfTheTranslation {}

    /** The open job ended without a delivery. */
    record TranslationCancelled(Language language) implements OfTheTranslation {}

    /**
     * An approved version goes out at a moment, unless something comes between.
     *
     * @param zone the time zone that the moment was given in
     * @param together whether it was to go out at once and waits for the story's other languages: it goes out with them, and without those
     *     that are not ready at that moment
     */
    record PublicationScheduled(
            Language language,
            Version version,
            Digest digest,
            Instant due,
            ZoneId zone,
            PublicationKind kind,
            Notice note,
            boolean together)
            implements OfTheSchedule {}

    /** Somebody has decided that what was scheduled does not go out, or not then. */
    record ScheduleCancelled(Language language) implements OfTheSchedule {}

    /** What was scheduled does not go out: something else was decided that leaves no room for it. */
    record ScheduleVoided(Language language, String why) implements OfTheSchedule {}

    /** The moment has come: it goes out. */
    record ScheduleFired(Language language) implements OfTheSchedule {}

    /**
     * The moment has come, and a rule stands against it: it does not go out, and stays approved.
     *
     * @param rule the key of the rule
     */
    record ScheduleRefused(Language language, String rule, String reason) implements OfTheSchedule {}

    /**
     * Nothing of the story is public for now.
     *
     * @param until before this moment, or null until it is lifted
     */
    record EmbargoSet(@Nullable Instant until) implements OfTheStory {}

    /** The embargo is over. */
    record EmbargoLifted() implements OfTheStory {}

    /** Those who take what readers see were given the same once more. */
    record EditionResent(Language language, int number) implements Event {}

    /**
     * Readers see a new number of the edition.
     *
     * @param number what this is to readers: 1, 2, 3 …
     */
    record EditionPublished(
            Language language, Version version, Digest digest, int number, PublicationKind kind, Notice note)
            implements Event {}

    /** Readers of a translation see the shared facts that have changed in its source, as a new number. */
    record FactsTaken(Language language, int number) implements Event {}

    /**
     * Readers of a translation are told from now on that its source has changed since, or are told so no more, as a new number.
     *
     * @param stale whether they are told
     */
    record ReadersTold(Language language, int number, boolean stale) implements Event {}

    /** Readers no longer see the edition; its address answers with the notice. */
    record EditionWithdrawn(Language language, int number, Notice notice) implements Event {}

    /** The story was recalled in every language, for good. */
    record StoryKilled(Notice notice) implements OfTheStory {}

    /** An edition that was public once is gone with its story. */
    record EditionKilled(Language language, int number) implements Event {}

    /** Happened to the story in all its languages. */
    sealed interface OfTheStory extends Event {
        @Override
        default @Nullable Language language() {
            return null;
        }
    }

    /** What became of the copy in hand. */
    sealed interface OfTheCopy extends Event {
        @Override
        Language language();
    }

    /** What became of a version in the hands of those who judge it. */
    sealed interface OfTheReview extends Event {
        @Override
        Language language();
    }

    /** What became of a translation as work that was asked for. */
    sealed interface OfTheTranslation extends Event {
        @Override
        Language language();
    }

    /** What became of a schedule. */
    sealed interface OfTheSchedule extends Event {
        @Override
        Language language();
    }
}
