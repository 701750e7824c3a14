package press.stet.workflow.state;

import java.time.Instant;
import press.stet.contract.message.Origin;
import press.stet.model.EditionId;

/**
 * Something that is due.
 *
 * @param scheduled where the command stands that scheduled it
 */
public record Timer(Instant due, EditionId edition, Origin scheduled) {}
