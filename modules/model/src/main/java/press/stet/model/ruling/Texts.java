package press.stet.model.ruling;

import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Copy;

/** The texts at hand of the story that is ruled on. */
@FunctionalInterface
public interface Texts {

    /** The text of a version, or null if it is not {@linkplain press.stet.model.story.Story#textsAtHand at hand}. */
    @Nullable Copy find(Language language, Version version);
}
