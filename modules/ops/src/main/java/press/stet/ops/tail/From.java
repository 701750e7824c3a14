package press.stet.ops.tail;

import java.time.Instant;

/** Where one begins to read the log. */
public sealed interface From {

    /** With the oldest record that is kept. */
    record Beginning() implements From {}

    /** With the next that comes. */
    record End() implements From {}

    /** With the first whose time is not earlier than this. */
    record Moment(Instant at) implements From {}
}
