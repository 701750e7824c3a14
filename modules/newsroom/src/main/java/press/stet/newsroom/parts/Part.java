package press.stet.newsroom.parts;

import io.javalin.config.JavalinConfig;

/** A module of the newsroom that can run by itself. Started once; {@link #close} may come from any thread, also meanwhile. */
public interface Part extends AutoCloseable {

    /** As it is called on the command line. */
    String name();

    /** Says what it serves besides its health. It is asked from the first moment, while it still waits for everything. */
    void register(JavalinConfig http);

    /**
     * Waits for everything that it needs, and begins to work.
     *
     * @throws InterruptedException if the waiting was ended
     * @throws RuntimeException for what no waiting heals
     */
    void start(Waiting waiting) throws InterruptedException;

    /** How it is since it began. */
    PartHealth health();

    /** Finishes what it holds and gives up the rest to others, in bounded time. Does nothing the second time. */
    @Override
    void close();
}
