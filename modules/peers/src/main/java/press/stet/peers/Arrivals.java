package press.stet.peers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Rows that come to stand in a table, counted by one who looks on and has no part in it. */
final class Arrivals {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long GLANCE_MILLIS = 20;

    private Arrivals() {}

    /**
     * Waits until so many stand there.
     *
     * @param table which need not be there yet
     * @return how many came in a second, from when some of them were first seen to when all were
     */
    static double perSecond(Connection connection, String table, long rows) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Statement statement = connection.createStatement()) {
            long first = await(statement, table, 1, end);
            long began = System.nanoTime();
            if (first >= rows) {
                throw new IllegalStateException("all of %d rows came at once: too few to tell".formatted(rows));
            }
            long all = await(statement, table, rows, end);
            return (all - first) * 1e9 / (System.nanoTime() - began);
        }
    }

    private static long await(Statement statement, String table, long rows, long end)
            throws SQLException, InterruptedException {
        for (long there = count(statement, table); ; there = count(statement, table)) {
            if (there >= rows) {
                return there;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%d of %d rows came in %s".formatted(there, rows, PATIENCE));
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet there = statement.executeQuery("select to_regclass('%s') is not null".formatted(table))) {
            there.next();
            if (!there.getBoolean(1)) {
                return 0;
            }
        }
        try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
