package press.stet.ops.whatif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;

/**
 * A ruling that was asked again.
 *
 * @param what was asked, such as {@code PublishVersion}; of what a story waited for, its event
 * @param sequence of the first event that followed; 0 where it was refused
 * @param was what was decided, in words
 */
public record Asked(
        StoryId story,
        @Nullable Language language,
        Instant at,
        Person actor,
        String what,
        long sequence,
        String was,
        Answer answer) {

    /** What would be decided under the other rules. */
    public sealed interface Answer {

        /** The same. */
        record Same() implements Answer {}

        /**
         * Something else.
         *
         * @param wouldBe in words
         */
        record Otherwise(String wouldBe) implements Answer {}

        /**
         * Nobody can tell.
         *
         * @param why in words that are the same for all of one kind
         */
        record Unknown(String why) implements Answer {}

        /** House rules have nothing to do with it. */
        record NoMatter() implements Answer {}
    }
}
