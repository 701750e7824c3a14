package press.stet.model.story;

import java.time.Instant;
import press.stet.model.Language;

/** A moment that an edition waits for: when it has come, the rules are asked what comes of it. */
public record Due(Language language, Of of, Instant at) {

    /** What is due. An edition waits for one moment of each at most. */
    public enum Of {
        /** What is scheduled goes out, unless a rule stands against it. */
        PUBLICATION,
        /** People are reminded that a version is to be judged, or told that it was to be. */
        REVIEW,
        /** People are reminded that a translation is to be there, or told that it was to be. */
        TRANSLATION
    }
}
