package press.stet.model.ruling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.command.Channel;
import press.stet.model.command.Dispatch;

/**
 * A refused command, whole, with the rule that refused it.
 *
 * @param at the broker's time of the command
 * @param first what became of the command when it was first sent, where it was refused as a repeat; else null
 * @param houseRules the version of the house rules it was decided under; 0 where none were asked
 * @param staff the version of the staff list it was decided under
 */
public record RefusedCommand(
        Dispatch dispatch,
        Channel channel,
        Instant at,
        Refusal refusal,
        @Nullable Outcome first,
        int houseRules,
        int staff) {}
