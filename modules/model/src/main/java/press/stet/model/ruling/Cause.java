package press.stet.model.ruling;

import press.stet.model.CommandId;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.command.Dispatch;

/** The command that events follow from. */
record Cause(StoryId story, CommandId command, Person actor, String tool) {

    static Cause of(Dispatch dispatch) {
        return new Cause(dispatch.story(), dispatch.id(), dispatch.actor(), dispatch.tool());
    }
}
