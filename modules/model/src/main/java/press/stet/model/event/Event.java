package press.stet.model.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
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
    record StoryFiled(Site site, Language language, Stamp stamp) implements Event {}

    /** An edition has a new version. */
    record CopyRevised(Language language, Stamp stamp) implements Event {}

    /** New copy came while this version was in review or approved; what was approved counts no more. */
    record ApprovalsVoided(Language language, Version version) implements Event {}

    /**
     * A version is in review.
     *
     * @param checks what the house rules asked for at that moment
     */
    record SubmittedForReview(Language language, Version version, Digest digest, List<RequiredCheck> checks)
            implements Event {
        public SubmittedForReview {
            checks = List.copyOf(checks);
        }
    }

    /** A version was taken back out of review, and is a draft again. */
    record RecalledFromReview(Language language, Version version) implements Event {}

    /** Somebody gave a check. */
    record VersionApproved(Language language, Version version, Digest digest, Check check) implements Event {}

    /** The version has every check that the house asks for: it is fit to print. */
    record ReviewCompleted(Language language, Version version, Digest digest) implements Event {}

    /** A version went back to its writer. */
    record ChangesRequested(Language language, Version version, Check check, String note) implements Event {}

    /** A translation was asked for: a job is open. */
    record TranslationRequested(Language language, Source source) implements Event {}

    /**
     * A translation came in as a new version; the job is done.
     *
     * @param unaligned its blocks of which nobody can say what they render
     */
    record TranslationDelivered(Language language, Stamp stamp, List<BlockId> unaligned) implements Event {
        public TranslationDelivered {
            unaligned = List.copyOf(unaligned);
        }
    }

    /** The open job ended without a delivery. */
    record TranslationCancelled(Language language) implements Event {}

    /**
     * Readers see a new number of the edition.
     *
     * @param number what this is to readers: 1, 2, 3 …
     */
    record EditionPublished(
            Language language, Version version, Digest digest, int number, PublicationKind kind, Notice note)
            implements Event {}

    /** Readers no longer see the edition; its address answers with the notice. */
    record EditionWithdrawn(Language language, int number, Notice notice) implements Event {}

    /** The story was recalled in every language, for good. */
    record StoryKilled(Notice notice) implements Event {
        @Override
        public @Nullable Language language() {
            return null;
        }
    }

    /** An edition that was public once is gone with its story. */
    record EditionKilled(Language language, int number) implements Event {}
}
