package press.stet.bench.ground;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.Schema;
import press.stet.newsroom.embedded.EmbeddedDatabase;

/**
 * A database of its own with the archive's schemas in it, which goes when it is closed. Its rows can be written to a file and taken
 * from one by COPY, the quickest way into a table that PostgreSQL has.
 */
public final class Store implements AutoCloseable {

    private static final String MAINTENANCE = "postgres";
    private static final int CHUNK = 1 << 16;

    private final EmbeddedDatabase server;
    private final String name;
    private final DatabaseSettings settings;

    private Store(EmbeddedDatabase server, String name) {
        this.server = server;
        this.name = name;
        this.settings = new DatabaseSettings(server.create(name), server.user(), server.password());
        for (Schema schema : Schema.values()) {
            Database.migrate(settings, schema);
        }
    }

    /**
     * An empty one.
     *
     * @param name lower-case letters, digits and underscores
     */
    public static Store fresh(EmbeddedDatabase server, String name) throws SQLException {
        drop(server, name);
        return new Store(server, name);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    /** A connection that sees what is published. */
    public Connection connect() throws SQLException {
        Connection connection = connect(settings.url(), server);
        connection.setSchema(Schema.PUBLISHED.key());
        return connection;
    }

    /** How many editions stand in it. */
    public long editions() throws SQLException {
        return ask("select count(*) from edition").longValue();
    }

    /** Stands for everything that its editions say, in whatever order they were taken. */
    public String digest() throws SQLException {
        return ask("select sum(hashtextextended(cast(edition as text), 0)) from edition")
                .toString();
    }

    /** Writes its editions to a file, as COPY has them. */
    public void copyTo(Path file) throws SQLException, IOException {
        try (Connection connection = connect();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy edition to stdout (format binary)", out);
        }
    }

    /** Takes editions from such a file, in one transaction. */
    public void copyFrom(Path file) throws SQLException, IOException {
        try (Connection connection = connect();
                InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy edition from stdin (format binary)", in, CHUNK);
        }
    }

    /** Tells the database what its editions are like, as a rebuild does when it has filled them in. */
    public void analyze() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze edition");
        }
    }

    private Number ask(String question) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return (Number) answer.getObject(1);
        }
    }

    @Override
    public void close() throws SQLException {
        drop(server, name);
    }

    private static void drop(EmbeddedDatabase server, String name) throws SQLException {
        try (Connection connection = connect(server.url(MAINTENANCE), server);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            // What was dropped is written to the disk now, not while the next one is measured.
            statement.execute("checkpoint");
        }
    }

    private static Connection connect(String url, EmbeddedDatabase server) throws SQLException {
        return DriverManager.getConnection(url, server.user(), server.password());
    }
}
