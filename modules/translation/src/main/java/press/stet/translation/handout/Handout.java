package press.stet.translation.handout;

import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;

/**
 * What is to be translated, and what there is of it already.
 *
 * @param source which version is to be translated
 * @param original its copy
 * @param replaces the version of the translated edition that a delivery replaces, or null where there is none
 * @param standing the translation as it stands; null where there is none from this language
 */
public record Handout(
        StoryId story,
        Source source,
        Copy original,
        Language into,
        @Nullable Version replaces,
        @Nullable Standing standing) {

    /**
     * A translation to go on from.
     *
     * @param madeFrom the copy of the source in the version that it was made from
     */
    public record Standing(Copy copy, Copy madeFrom) {}
}
