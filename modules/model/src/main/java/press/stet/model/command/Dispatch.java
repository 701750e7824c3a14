package press.stet.model.command;

import press.stet.model.CommandId;
import press.stet.model.Person;
import press.stet.model.StoryId;

/**
 * A command as its sender sent it.
 *
 * @param tool the program that sent it, such as {@code stet/1.0}; at most 100 characters
 */
public record Dispatch(CommandId id, StoryId story, Person actor, String tool, Command command) {

    private static final int LONGEST_TOOL = 100;

    public Dispatch {
        if (tool.isBlank() || tool.length() > LONGEST_TOOL) {
            throw new IllegalArgumentException("a command names the tool that sent it in 1 to " + LONGEST_TOOL
                    + " characters, got '" + tool + "'");
        }
    }
}
