package press.stet.testkit.rules;

import press.stet.model.StoryId;
import press.stet.model.command.Command;

/** What somebody asks for, in the words of the trade: becomes a command on what is at hand when it is sent. */
@FunctionalInterface
public interface Ask {

    Command of(NewsroomInMemory newsroom, StoryId story);
}
