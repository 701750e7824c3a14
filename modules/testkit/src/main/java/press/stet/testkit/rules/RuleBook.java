package press.stet.testkit.rules;

import org.jspecify.annotations.Nullable;
import press.stet.model.command.Arrival;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Story;

/** Rules on a command as {@link Editor#rule} does, or as it does with a fault planted in it. */
@FunctionalInterface
public interface RuleBook {

    Ruling rule(@Nullable Story story, Arrival arrival, Circumstances circumstances);
}
