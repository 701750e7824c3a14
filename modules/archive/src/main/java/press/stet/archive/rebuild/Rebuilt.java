package press.stet.archive.rebuild;

import java.time.Duration;
import press.stet.archive.database.Schema;

/**
 * What a rebuild came to.
 *
 * @param offsets how many offsets of the log were taken, markers of transactions included
 * @param filling how long the log took, beside the live store
 * @param pause how long the writers of the live store waited
 * @param isLive whether the rebuilt store is the live one now
 * @param kept the schema that a rebuilt store is kept in which differs from the live one; empty where none is kept
 */
public record Rebuilt(
        Schema schema,
        long offsets,
        Duration filling,
        Duration pause,
        Comparison comparison,
        boolean isLive,
        String kept) {}
