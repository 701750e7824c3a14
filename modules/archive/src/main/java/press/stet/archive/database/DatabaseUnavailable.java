package press.stet.archive.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database is away, or not set up yet, or does not let its user in. What was asked may be asked again. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Classes of PostgreSQL's SQLSTATE that another try may not meet again: connection, serialisation and deadlock, resources
     * (a full disk among them), locks, operator intervention (restarts), system errors.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    /**
     * A transaction on a server that only reads, as one is while another takes over; one that hung and was given up; a database
     * that nobody has created yet.
     */
    private static final Set<String> NOT_YET = Set.of("25006", "25P03", "3D000");

    /** Of schemas and tables that are not there yet, or that a role may not read yet. */
    private static final Set<String> UNPREPARED = Set.of("3F000", "42P01", "42501");

    /** No such role, or the wrong password. */
    private static final String FORBIDDEN = "28";

    private final boolean forbidden;

    private DatabaseUnavailable(DatabaseSettings database, SQLException why) {
        super(
                isForbidden(why)
                        ? "PostgreSQL refuses " + database + " (" + why.getMessage()
                                + "): check database.user and database.password"
                        : "PostgreSQL did not answer " + database + " (" + why.getMessage()
                                + "): check that it runs, can be reached, and is set up, as by 'stet ops topics"
                                + " --apply'",
                why);
        this.forbidden = isForbidden(why);
    }

    /** Whether only other settings, or other rights, can mend it. */
    public boolean isForbidden() {
        return forbidden;
    }

    /** Whether a failure passes by itself: the same may be tried again. */
    public static boolean passes(Throwable failure) {
        return chain(failure).anyMatch(DatabaseUnavailable::isAway);
    }

    /** Why the database cannot be used at the moment, where that is what a failure comes from. */
    private static Optional<SQLException> in(Throwable failure) {
        // A pool says that it has no connection, and only its cause that it never will.
        return first(failure, DatabaseUnavailable::isForbidden)
                .or(() -> first(failure, DatabaseUnavailable::isAway))
                .or(() -> first(failure, each -> UNPREPARED.contains(state(each))));
    }

    /**
     * What somebody who asked a database has to be told of a failure.
     *
     * @return one of these where the database cannot be used at the moment, else the failure itself
     */
    public static RuntimeException told(DatabaseSettings database, RuntimeException failure) {
        return in(failure)
                .<RuntimeException>map(why -> new DatabaseUnavailable(database, why))
                .orElse(failure);
    }

    private static Optional<SQLException> first(Throwable failure, Predicate<Throwable> wanted) {
        return chain(failure).filter(wanted).map(SQLException.class::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isAway(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _ -> true;
            case SQLRecoverableException _ -> true;
            case SQLNonTransientConnectionException _ -> true;
            case SQLException _ -> NOT_YET.contains(state(failure)) || PASSING.contains(classOf(failure));
            default -> false;
        };
    }

    private static boolean isForbidden(Throwable failure) {
        return classOf(failure).equals(FORBIDDEN);
    }

    private static String classOf(Throwable failure) {
        String state = state(failure);
        return state.length() < 2 ? state : state.substring(0, 2);
    }

    private static String state(Throwable failure) {
        @Nullable String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null ? "" : state;
    }
}
