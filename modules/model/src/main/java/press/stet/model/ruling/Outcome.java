package press.stet.model.ruling;

/** What became of a command: what is remembered of it to answer its repeats. */
public sealed interface Outcome {

    /**
     * It was accepted.
     *
     * @param sequence of the first event that followed
     * @param count how many events followed, 1 or more
     */
    record Accepted(long sequence, int count) implements Outcome {}

    /** It was refused by a rule. */
    record Refused(Rule rule) implements Outcome {}
}
