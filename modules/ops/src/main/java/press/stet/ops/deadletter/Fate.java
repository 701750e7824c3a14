package press.stet.ops.deadletter;

import java.time.Instant;
import press.stet.model.CommandId;
import press.stet.model.ruling.Rule;

/** What became of the command of a dead letter, by the word of the log. */
public sealed interface Fate {

    /** Nothing yet: it can be sent anew. */
    record Open() implements Fate {}

    /**
     * It was sent anew, by whomever, and accepted.
     *
     * @param under the id that it was sent under
     * @param sequence of the first event that followed from it
     */
    record Accepted(CommandId under, Instant at, long sequence) implements Fate {}

    /** It was sent anew and refused, by a rule that would refuse it again as it is. */
    record Refused(CommandId under, Instant at, Rule rule, String reason) implements Fate {}
}
