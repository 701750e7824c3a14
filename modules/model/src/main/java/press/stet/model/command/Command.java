package press.stet.model.command;

import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;

/** What a tool asks the newsroom to do with one story. */
public sealed interface Command {

    /** The only way that this command may come in. */
    default Channel channel() {
        return switch (this) {
            case FileStory _, ReviseCopy _, SubmitForReview _, RecallFromReview _ -> Channel.DRAFTS;
            case ApproveVersion _, RequestChanges _ -> Channel.REVIEWS;
            case RequestTranslation _, DeliverTranslation _ -> Channel.TRANSLATIONS;
            case PublishVersion _, WithdrawEdition _, KillStory _ -> Channel.PUBLICATIONS;
        };
    }

    /** The edition that the command is about, or null where it is about the whole story. */
    @Nullable Language language();

    /** Starts a story with the first version of its original. */
    record FileStory(Site site, Copy copy) implements Command {
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
     * @param fromLive whether it is made from the live version while other work is in hand
     */
    record ReviseCopy(Version basedOn, Copy copy, boolean submit, boolean fromLive) implements Command {
        @Override
        public Language language() {
            return copy.language();
        }
    }

    /** Puts a version in review. A withdrawn edition with nothing in hand is submitted by its last public version. */
    record SubmitForReview(Language language, Version version) implements Command {}

    /** Takes a version back out of review, or takes back its approval. */
    record RecallFromReview(Language language, Version version) implements Command {}

    /** Gives a check to a version, in exactly this digest. */
    record ApproveVersion(Language language, Version version, Digest digest, Check check) implements Command {}

    /**
     * Sends a version back to its writer.
     *
     * @param check in whose name
     * @param note what is to change; 1 to {@value #LONGEST_NOTE} characters
     */
    record RequestChanges(Language language, Version version, Check check, String note) implements Command {

        public static final int LONGEST_NOTE = 10_000;

        public RequestChanges {
            if (note.isBlank() || note.length() > LONGEST_NOTE) {
                throw new IllegalArgumentException(
                        "a request for changes says what is to change, in 1 to " + LONGEST_NOTE + " characters");
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
     * Shows an approved version to readers.
     *
     * @param note what readers are told of a correction; else empty
     */
    record PublishVersion(Language language, Version version, Digest digest, PublicationKind kind, Notice note)
            implements Command {}

    /**
     * Takes a live edition from the public.
     *
     * @param number what readers were shown when this was decided
     */
    record WithdrawEdition(Language language, int number, Notice notice) implements Command {}

    /** Recalls the story in every language, for good. */
    record KillStory(Notice notice) implements Command {
        @Override
        public @Nullable Language language() {
            return null;
        }
    }
}
