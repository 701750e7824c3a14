package press.stet.workflow.state;

import press.stet.model.Digest;
import press.stet.model.story.Story;

/**
 * A story as the workflow has it.
 *
 * @param last the digest of its last event, which the next one is sealed onto
 */
public record OnFile(Story story, Digest last) {}
