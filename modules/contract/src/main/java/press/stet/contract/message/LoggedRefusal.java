package press.stet.contract.message;

import press.stet.model.ruling.RefusedCommand;

/**
 * A refused command as {@code stet.refusals} keeps it.
 *
 * @param origin where the command stands
 */
public record LoggedRefusal(RefusedCommand refused, Origin origin) {}
