package press.stet.archive.projection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.contract.registry.RegistryUnavailable;

/** Tells what passes by itself from what does not, and how long to wait for it. */
final class Outage {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /**
     * Classes of PostgreSQL's SQLSTATE that another try may not meet again: connection, serialisation and deadlock, resources
     * (a full disk among them), locks, operator intervention (restarts), system errors.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    /** A transaction on a server that only reads, as one is while another takes over. */
    private static final String READ_ONLY = "25006";

    private Outage() {}

    static boolean isOne(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            boolean passes = switch (each) {
                case RegistryUnavailable _ -> true;
                case SQLTransientException _ -> true;
                case SQLRecoverableException _ -> true;
                case SQLNonTransientConnectionException _ -> true;
                case SQLException sql -> passes(sql.getSQLState());
                default -> false;
            };
            if (passes) {
                return true;
            }
        }
        return false;
    }

    /** Each wait is twice as long as the one before, from a tenth of a second up to five. */
    static Duration longerThan(Duration pause) {
        if (pause.isZero()) {
            return SHORTEST;
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    private static boolean passes(@Nullable String state) {
        return state != null
                && (state.equals(READ_ONLY) || (state.length() > 2 && PASSING.contains(state.substring(0, 2))));
    }
}
