package press.stet.model.command;

import java.time.Instant;

/**
 * A command as the newsroom received it.
 *
 * @param at the broker's time of the command
 * @param proof what is known, at that time, of who sent it
 */
public record Arrival(Dispatch dispatch, Channel channel, Instant at, Proof proof) {}
