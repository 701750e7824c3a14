package press.stet.model.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;

/** What a tool asks the newsroom to do with one story. */
public sealed interface Command {

    /** The only way that this command may come in. */
    default Channel channel() {
        return switch (this) {
            case FileStory _,
                    FileEdition _,
                    ReviseCopy _,
                    SubmitForReview _,
                    RecallFromReview _,
                    DiscardDraft _,
                    TakeUpDraft _,
                    SpikeStory _,
                    RestoreStory _,
                    HoldStory _,
                    ResumeStory _,
                    AssignStory _ -> Channel.DRAFTS;
            case ClaimReview _,
                    ApproveVersion _,
                    RequestChanges _,
                    AddNote _,
                    AnswerNote _,
                    ResolveNote _,
                    WaiveCheck _ -> Channel.REVIEWS;
            case RequestTranslation _,
                    AssignTranslation _,
                    DeliverTranslation _,
                    ConfirmTranslation _,
                    CancelTranslation _ -> Channel.TRANSLATIONS;
            case PublishVersion _,
                    SchedulePublication _,
                    CancelSchedule _,
                    SetEmbargo _,
                    LiftEmbargo _,
                    WithdrawEdition _,
                    KillStory _,
                    ResendEdition _ -> Channel.PUBLICATIONS;
        };
    }

    /** Longest reason that a command gives, in characters. */
    int LONGEST_REASON = 2_000;

    /** The edition that the command is about, or null where it is about the whole story. */
    @Nullable Language language();

    /** The copy that comes with it, or null where none does. */
    default @Nullable Copy copy() {
        return null;
    }

    /** Starts a story with the first version of its original. */
    record FileStory(Site site, Copy copy) implements Command {
        @Override
        public Language language() {
            return copy.language();
        }
    }

    /** Begins the story anew in another language: a second original, that no other language is the source of. */
    record FileEdition(Copy copy) implements Command {
        @Override
        public Language language() {
            return copy.language();
        }
    }

    /**
     * Sends new copy of an edition.
     *
     * @param basedOn the version it was made from
     * @param submit whether the new version goes into review at once
     * @param fromLive whether it is made from the live version while other work is in hand, which is set aside
     * @param overrules blocks that readers came to see changed while this was set aside, and that are to stand as they are here
     */
    record ReviseCopy(Version basedOn, Copy copy, boolean submit, boolean fromLive, List<BlockId> overrules)
            implements Command {
        public ReviseCopy {
            overrules = List.copyOf(overrules);
        }

        @Override
        public Language language() {
            return copy.language();
        }
    }

    /** Has work in hand again that was set aside. */
    record TakeUpDraft(Language language, Version version) implements Command {}

    /**
     * Puts a version in review. A withdrawn edition with nothing in hand is submitted by its last public version.
     *
     * @param due when it is to be judged, or null where the house rules say
     */
    record SubmitForReview(
            Language language, Version version, @Nullable Instant due) implements Command {}

    /** Takes a version back out of review, or takes back its approval. */
    record RecallFromReview(Language language, Version version) implements Command {}

    /** Drops the version in hand, or one that was set aside. What readers see stays. */
    record DiscardDraft(Language language, Version version) implements Command {}

    /** Drops a story that was never public, in every language. */
    record SpikeStory(String reason) implements OfTheStory {
        public SpikeStory {
            bound(reason);
        }
    }

    /** Takes a spiked story up again: each edition is a draft. */
    record RestoreStory() implements OfTheStory {}

    /** Stops submission, approval and publication, in every language, until it is resumed. */
    record HoldStory(String reason) implements OfTheStory {
        public HoldStory {
            bound(reason);
        }
    }

    /** Ends a hold. Nothing is published by that. */
    record ResumeStory() implements OfTheStory {}

    /**
     * Says whose story it is.
     *
     * @param to whose, or null for nobody's
     * @param due when it is to be there, or null
     */
    record AssignStory(@Nullable Person to, @Nullable Instant due) implements OfTheStory {}

    /**
     * Says who sees to a check. With nobody to see to it in the place of another, it is released.
     *
     * @param from who sees to it no more, or null
     * @param to who does, or null
     */
    record ClaimReview(
            Language language,
            Check check,
            @Nullable Person from,
            @Nullable Person to) implements Command {
        public ClaimReview {
            if (from == null && to == null) {
                throw new IllegalArgumentException("a claim is taken up, given to somebody, or released");
            }
        }
    }

    /** Longest text of a note, in characters. */
    int LONGEST_NOTE = 10_000;

    /** Notes that come with one request for changes, at most. */
    int MOST_NOTES = 50;

    /**
     * A remark on a block, or on all of a version.
     *
     * @param block of the version, or null where it is about all of it
     * @param text in plain words; 1 to {@value #LONGEST_NOTE} characters
     */
    record Remark(@Nullable BlockId block, String text) {
        public Remark {
            said(text);
        }
    }

    /**
     * Adds a note to a version that is in hand or live.
     *
     * @param blocking whether nothing is approved or published before it is resolved
     */
    record AddNote(Language language, Version version, Remark remark, boolean blocking) implements Command {}

    /** Answers a note, which stays open. */
    record AnswerNote(Language language, int note, String text) implements Command {
        public AnswerNote {
            said(text);
        }
    }

    /** Says that a note has done its work. */
    record ResolveNote(Language language, int note) implements Command {}

    /**
     * Leaves a check out for once, of a version in exactly this digest. It is owed once readers see the version.
     *
     * @param reason why there is no time for it
     */
    record WaiveCheck(Language language, Version version, Digest digest, Check check, String reason)
            implements Command {
        public WaiveCheck {
            bound(reason);
        }
    }

    /** Gives a check to a version, in exactly this digest; to one that readers see, where that check is owed. */
    record ApproveVersion(Language language, Version version, Digest digest, Check check) implements Command {}

    /**
     * Sends a version back to its writer.
     *
     * @param check in whose name
     * @param note what is to change
     * @param remarks on its blocks; each becomes a note that is resolved before anything is approved
     */
    record RequestChanges(Language language, Version version, Check check, String note, List<Remark> remarks)
            implements Command {
        public RequestChanges {
            said(note);
            remarks = List.copyOf(remarks);
            if (remarks.size() > MOST_NOTES) {
                throw new IllegalArgumentException("at most " + MOST_NOTES + " notes come with a request for changes");
            }
        }
    }

    /**
     * Asks for a translation.
     *
     * @param from the edition to translate, or null for the original
     * @param version the version to translate, or null for the live one, else the one in hand
     */
    record RequestTranslation(
            Language language,
            @Nullable Language from,
            @Nullable Version version) implements Command {}

    /**
     * Delivers a translation, asked for or not.
     *
     * @param from the edition it was made from, or null for the one handed out with the job, else the original
     * @param version the version it was made from, or null for the one handed out with the job, else the live one, else the
     *     one in hand
     * @param basedOn the version of this edition that the delivery replaces, or null where it replaces none
     */
    record DeliverTranslation(
            @Nullable Language from,
            @Nullable Version version,
            @Nullable Version basedOn,
            Copy copy) implements Command {
        @Override
        public Language language() {
            return copy.language();
        }
    }

    /**
     * Says who translates what was asked for.
     *
     * @param to who, or null for whoever takes it up
     * @param due when it is to be there, or null
     */
    record AssignTranslation(
            Language language,
            @Nullable Person to,
            @Nullable Instant due) implements Command {}

    /**
     * Says that a translation is still right although its source has changed.
     *
     * @param source the version that readers of the source see, which this was decided on
     */
    record ConfirmTranslation(Language language, Version source) implements Command {}

    /** Ends a translation that was asked for and has not come. */
    record CancelTranslation(Language language) implements Command {}

    /**
     * Shows an approved version to readers.
     *
     * @param note what readers are told of a correction; else empty
     */
    record PublishVersion(Language language, Version version, Digest digest, PublicationKind kind, Notice note)
            implements Command {}

    /**
     * Has an approved version shown to readers at a moment: then every rule is asked again. In the place of what was scheduled
     * before.
     *
     * @param due the moment
     * @param zone the time zone that the moment was given in, such as {@code Asia/Almaty} or {@code +05:00}
     * @param note what readers are told of a correction; else empty
     */
    record SchedulePublication(
            Language language,
            Version version,
            Digest digest,
            Instant due,
            ZoneId zone,
            PublicationKind kind,
            Notice note)
            implements Command {}

    /** Has what was scheduled not go out; it stays approved. */
    record CancelSchedule(Language language) implements Command {}

    /**
     * Keeps the story from the public, in every language.
     *
     * @param until before this moment, or null until it is lifted
     */
    record SetEmbargo(@Nullable Instant until) implements OfTheStory {}

    /** Ends an embargo. Nothing is published by that. */
    record LiftEmbargo() implements OfTheStory {}

    /** Gives those who take what readers see the same once more: the same snapshot, by the same number. */
    record ResendEdition(Language language) implements Command {}

    /**
     * Takes a live edition from the public.
     *
     * @param number what readers were shown when this was decided
     */
    record WithdrawEdition(Language language, int number, Notice notice) implements Command {}

    /** Recalls the story in every language, for good. */
    record KillStory(Notice notice) implements OfTheStory {}

    /** About the story in all its languages. */
    sealed interface OfTheStory extends Command
            permits SpikeStory, RestoreStory, HoldStory, ResumeStory, AssignStory, SetEmbargo, LiftEmbargo, KillStory {
        @Override
        default @Nullable Language language() {
            return null;
        }
    }

    private static void said(String text) {
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note says something in 1 to " + LONGEST_NOTE + " characters");
        }
    }

    private static void bound(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason is given in 1 to " + LONGEST_REASON + " characters");
        }
    }
}
