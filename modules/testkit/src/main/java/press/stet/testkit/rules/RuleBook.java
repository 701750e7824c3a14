package press.stet.testkit.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.command.Arrival;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Due;
import press.stet.model.story.Story;

/** Rules as {@link Editor} does, or as it does with a fault planted in it. */
@FunctionalInterface
public interface RuleBook {

    Ruling rule(@Nullable Story story, Arrival arrival, Circumstances circumstances);

    /** On what a story has waited for. */
    default Ruling.Accepted due(Story story, Due due, Instant now, Circumstances circumstances) {
        return Editor.due(story, due, now, circumstances);
    }
}
