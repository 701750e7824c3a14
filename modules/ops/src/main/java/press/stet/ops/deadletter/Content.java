package press.stet.ops.deadletter;

import press.stet.model.command.Dispatch;

/** What a dead letter says, as this build reads it. */
public sealed interface Content {

    /** A command, which can be sent anew. */
    record Legible(Dispatch dispatch) implements Content {}

    /**
     * Nothing that can be sent anew by this build.
     *
     * @param why in a sentence
     */
    record Illegible(String why) implements Content {}
}
