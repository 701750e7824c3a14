package press.stet.ops.deadletter;

import press.stet.contract.sending.Answer;
import press.stet.model.CommandId;

/** What came of sending a dead letter anew. */
public sealed interface Replayed {

    DeadLetter letter();

    /** It was ruled on. */
    record Decided(DeadLetter letter, CommandId under, Answer answer) implements Replayed {}

    /** It is a dead letter again: what was wrong with it is not mended. */
    record DeadAgain(DeadLetter letter, String why) implements Replayed {}

    /** It was not sent. */
    record Waits(DeadLetter letter, String why) implements Replayed {}
}
