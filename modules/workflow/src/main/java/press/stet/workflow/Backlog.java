package press.stet.workflow;

import java.time.Instant;

/**
 * Knows whether every command that had come in by a moment has been ruled on: a timer goes before none of them. One for each
 * task; not for use by several threads.
 */
interface Backlog {

    /** A command of this topic has been ruled on. */
    void ruledOn(String topic, int partition, long offset);

    /**
     * The latest moment of which it is known that whatever had come in by then has been ruled on. Asks, where it does not know
     * of this moment, and does not wait for the answer.
     */
    Instant doneBy(Instant moment, int partition);

    /** For tests without brokers: nothing is ever behind. */
    static Backlog none() {
        return new Backlog() {
            @Override
            public void ruledOn(String topic, int partition, long offset) {}

            @Override
            public Instant doneBy(Instant moment, int partition) {
                return moment;
            }
        };
    }
}
