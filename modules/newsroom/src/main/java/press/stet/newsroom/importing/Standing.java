package press.stet.newsroom.importing;

import java.util.Map;
import java.util.Optional;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Version;

/** Where a story stands in the newsroom, edition by edition. */
public record Standing(Map<Language, Edition> editions) {

    /** What is in hand of an edition. */
    public enum State {
        NONE,
        DRAFT,
        IN_REVIEW,
        APPROVED
    }

    /** An edition that has a version. */
    public record Edition(State state, boolean isLive, Version version, Digest digest) {}

    public Standing {
        editions = Map.copyOf(editions);
    }

    Optional<Edition> edition(Language language) {
        return Optional.ofNullable(editions.get(language));
    }
}
