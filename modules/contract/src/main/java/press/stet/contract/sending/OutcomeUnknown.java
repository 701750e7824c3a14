package press.stet.contract.sending;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.Origin;
import press.stet.model.CommandId;
import press.stet.model.command.Dispatch;

/**
 * It is not known what became of a command; the message says what is. Sent again under the same id, it is answered, and never
 * ruled on twice.
 */
public final class OutcomeUnknown extends RuntimeException {

    private final CommandId command;
    private final @Nullable Origin acknowledged;

    OutcomeUnknown(Dispatch dispatch, String why, @Nullable Origin acknowledged, @Nullable Throwable cause) {
        super(
                "no outcome of " + dispatch.command().getClass().getSimpleName() + " " + dispatch.id() + " for story "
                        + dispatch.story() + ": " + why + ". "
                        + (acknowledged == null
                                ? "Kafka did not acknowledge it: it may have arrived or not"
                                : "It stands at " + acknowledged + " and will be ruled on")
                        + ". Send it again under the same id to learn its outcome; it is never ruled on twice",
                cause);
        this.command = dispatch.id();
        this.acknowledged = acknowledged;
    }

    public CommandId command() {
        return command;
    }

    /** Where the command stands; empty if Kafka did not say. */
    public Optional<Origin> acknowledged() {
        return Optional.ofNullable(acknowledged);
    }
}
