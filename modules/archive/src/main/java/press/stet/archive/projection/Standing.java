package press.stet.archive.projection;

import java.time.Instant;

/**
 * How a reader stands with one partition. It is {@link Placed} once the database has said where to read on; what is away for a
 * while makes it {@link Waiting}, and it is placed anew; what it cannot read, or write, leaves it {@link Stopped} until a build
 * that can is started.
 */
public sealed interface Standing {

    /** Reads on from an offset. */
    record Placed(long next) implements Standing {}

    /**
     * Waits for something that is away.
     *
     * @param until when it tries again
     * @param why what is away
     */
    record Waiting(Instant until, String why) implements Standing {}

    /**
     * Goes no further.
     *
     * @param at the offset of the record it stands before
     * @param why what is wrong with it, and what to do
     */
    record Stopped(long at, String why) implements Standing {}
}
