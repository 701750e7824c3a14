package press.stet.contract.proof;

import org.jspecify.annotations.Nullable;
import press.stet.model.command.Dispatch;

/** Whoever sends commands has the tokens for them from here. Asked by several threads at once, and anew for each command. */
@FunctionalInterface
public interface Tokens {

    /** For a newsroom that takes its people at their word. */
    Tokens NONE = _ -> null;

    /** The token that proves who sends this command, or null where there is none. */
    @Nullable Token of(Dispatch dispatch);
}
