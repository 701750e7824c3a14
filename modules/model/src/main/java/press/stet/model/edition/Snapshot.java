package press.stet.model.edition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;

/** The whole of what readers may see of an edition, as of one event of its story. */
public sealed interface Snapshot {

    StoryId story();

    Language language();

    Site site();

    /** A moment that no reader's clock comes to. */
    Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

    /** The place in the story's history that this snapshot was taken at: a later one replaces an earlier one. */
    long sequence();

    /** Counts what readers of the edition were shown, this included; strictly increasing. */
    int number();

    /** When readers were first shown this number. */
    Instant at();

    default EditionId edition() {
        return new EditionId(story(), language());
    }

    /**
     * Readers see the edition.
     *
     * @param original the language that the story was first filed in
     * @param sectionName the section's name in this language
     * @param copy with the shared facts filled in
     * @param publishedAt when readers first saw the edition
     * @param updatedAt when it last changed for them; minor changes do not count
     * @param corrections oldest first
     * @param notBefore where the story is under an embargo, nobody is to show it before this moment, whoever let it out; {@link #NEVER}
     *     where that is until the embargo is lifted; else null. Gone by wherever the rules were kept
     * @param stale what readers of a translation are told whose source has changed since; null where they are not
     */
    record Live(
            StoryId story,
            Language language,
            Site site,
            long sequence,
            int number,
            Instant at,
            Language original,
            Version version,
            Digest digest,
            String sectionName,
            Copy copy,
            Instant publishedAt,
            Instant updatedAt,
            List<Correction> corrections,
            @Nullable Instant notBefore,
            @Nullable String stale)
            implements Snapshot {
        public Live {
            corrections = List.copyOf(corrections);
        }

        /** Whether readers may see it at this moment. */
        public boolean isOpen(Instant now) {
            return notBefore == null || !now.isBefore(notBefore);
        }
    }

    /** Readers are told that the edition was withdrawn. */
    record Withdrawn(StoryId story, Language language, Site site, long sequence, int number, Instant at, String notice)
            implements Snapshot {}

    /** Readers are told that the story was recalled. */
    record Killed(StoryId story, Language language, Site site, long sequence, int number, Instant at, String notice)
            implements Snapshot {}
}
