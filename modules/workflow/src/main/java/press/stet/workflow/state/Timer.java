package press.stet.workflow.state;

import press.stet.contract.message.Origin;
import press.stet.model.StoryId;
import press.stet.model.story.Due;

/**
 * Something that a story waits for.
 *
 * @param origin where the command stands that it follows from
 */
public record Timer(StoryId story, Due due, Origin origin) {}
