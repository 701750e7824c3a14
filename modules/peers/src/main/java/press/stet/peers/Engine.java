package press.stet.peers;

import java.util.concurrent.CompletableFuture;

/** Brings a piece of work through its steps, one after the other, and says when each is done. Safe for use by several threads. */
interface Engine extends AutoCloseable {

    /** What it is called in a finding. */
    String name();

    /**
     * Begins a piece of work of so many steps, each of which is done as soon as it is handed out.
     *
     * @return complete when the engine has said that the last step is done
     */
    CompletableFuture<?> begin(int steps);

    /** Processor time that its server has taken so far, in nanoseconds; the server's alone, not what this process does for it. */
    long processorTime();

    @Override
    void close();
}
