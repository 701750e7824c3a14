package press.stet.archive.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Databases of their own for tests, on one PostgreSQL that ends with the tests. */
public final class FreshDatabase {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private FreshDatabase() {}

    public static DatabaseSettings make() {
        EmbeddedPostgres running = server();
        String name = "stet_" + MADE.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot make database " + name, failed);
        }
        return new DatabaseSettings("jdbc:postgresql://localhost:" + running.getPort() + "/" + name, "postgres", "");
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            server = running;
        }
        return running;
    }
}
