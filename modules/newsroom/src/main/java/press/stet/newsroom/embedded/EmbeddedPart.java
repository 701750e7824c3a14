package press.stet.newsroom.embedded;

import java.util.Locale;

/**
 * A part of the newsroom that runs on this machine as long as the newsroom does: started once, closed once. Safe for
 * use by several threads; {@link #close()} may come from a shutdown hook while {@link #start()} is under way, and cuts
 * it short.
 */
public abstract sealed class EmbeddedPart implements AutoCloseable
        permits EmbeddedKafka, EmbeddedDatabase, EmbeddedRegistry {

    private enum State {
        NEW,
        RUNNING,
        CLOSED
    }

    private final String name;
    private final Progress progress;
    private State state = State.NEW;
    private volatile boolean closing;

    EmbeddedPart(String name, Progress progress) {
        this.name = name;
        this.progress = progress;
    }

    /**
     * Returns when the part can be used. Does nothing where it runs already.
     *
     * @throws PartFailed where it does not start, or was closed before
     */
    public final synchronized void start() {
        if (closing) {
            throw new PartFailed(name + " has been closed, and is not started again.", null);
        }
        if (state == State.RUNNING) {
            return;
        }
        long began = System.nanoTime();
        try {
            String address = startUp();
            state = State.RUNNING;
            tell(String.format(Locale.ROOT, "is ready in %.1f s on %s", (System.nanoTime() - began) / 1e9, address));
        } catch (Exception e) {
            PartFailed failure = failed(e);
            stop(failure);
            throw failure;
        }
    }

    /** Stops the part in order, and returns when it has stopped. Does nothing where it never ran or has been closed. */
    @Override
    public final void close() {
        closing = true;
        synchronized (this) {
            if (state == State.RUNNING) {
                PartFailed failure = new PartFailed(name + " did not stop in order.", null);
                stop(failure);
                if (failure.getSuppressed().length > 0) {
                    throw failure;
                }
            }
        }
    }

    /** Starts it, and gives the address that people are told. */
    abstract String startUp() throws Exception;

    /** Stops whatever of it runs. */
    abstract void shutDown() throws Exception;

    /** Whether the start under way is not wanted any more. */
    final boolean closing() {
        return closing;
    }

    /** Tells what the part does, after its name. */
    final void tell(String what) {
        progress.tell(name + " " + what);
    }

    private PartFailed failed(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return e instanceof PartFailed failure
                ? failure
                : new PartFailed(name + " did not start: " + e.getMessage(), e);
    }

    private void stop(PartFailed failure) {
        closing = true;
        state = State.CLOSED;
        try {
            shutDown();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failure.addSuppressed(e);
        }
    }
}
