package press.stet.newsroom.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's own PostgreSQL: a child process on 127.0.0.1, with a password, in a session of its own.
 *
 * <p>A commit reaches the disk a moment after it is acknowledged. A power failure may take the last of them, together
 * with the offsets of the records that they were made from, and the archive reads those records again. The registry's
 * database waits for the disk.
 */
public final class EmbeddedDatabase extends EmbeddedPart {

    /** The database of the archive. */
    public static final String ARCHIVE = "stet";

    static final String USER = "postgres";
    private static final Duration FIRST_START = Duration.ofSeconds(60);
    private static final Duration ORDERLY = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final Path directory;
    private volatile int port;
    private volatile String password = "";
    private @Nullable EmbeddedPostgres server;

    public EmbeddedDatabase(DataDirectory data, Progress progress) {
        super("PostgreSQL", progress);
        this.data = data;
        this.directory = data.postgres();
    }

    /** Where a database is found once this has been started, as JDBC spells it. */
    public String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Who owns everything in it. */
    public String user() {
        return USER;
    }

    /** The password of {@link #user()}, made with the data. */
    public String password() {
        return password;
    }

    /**
     * Creates a database where there is none of that name, for what can be made again from the log.
     *
     * @param database lower-case letters, digits and underscores
     * @return where it is found, as JDBC spells it
     * @throws PartFailed where it cannot be created
     */
    public String create(String database) {
        return create(database, "off");
    }

    /** The same for what cannot be made again: a commit is on the disk before it is acknowledged. */
    String createLasting(String database) {
        return create(database, "on");
    }

    @Override
    String startUp() throws IOException, InterruptedException {
        stopLeftOver();
        Path complete = directory.resolve("complete");
        if (!Files.exists(complete)) {
            // The first start was cut short, and nobody has kept anything in it.
            Installation.delete(directory);
        }
        password = passwordIn(data.path().resolve("postgres.password"));
        port = data.ports().take("postgres");
        Path log = data.freshLog("postgres");
        try {
            server = settings()
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException | IllegalStateException | ExceptionInInitializerError e) {
            throw new PartFailed("PostgreSQL did not start: %s. See %s.".formatted(e.getMessage(), log), e);
        }
        Files.writeString(complete, "");
        return "127.0.0.1:" + port;
    }

    @Override
    void shutDown() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
            server = null;
        }
        // Where it needs longer than the 5 s that its library waits, or failed half-way through its start.
        stop();
    }

    private EmbeddedPostgres.Builder settings() throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Installation.postgres().toFile())
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(FIRST_START)
                // The options of initdb: a password, and a collation that no change of the machine's locale can break.
                .setLocaleConfig(
                        "pwfile", data.path().resolve("postgres.password").toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // The library switches it off: without it a power failure costs the whole database.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_wal_size", "256MB")
                .setServerConfig("jit", "off");
    }

    private String create(String database, String synchronousCommit) {
        if (!database.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not the name of a database: " + database);
        }
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, database)) {
                statement.execute("CREATE DATABASE " + database);
            }
            statement.execute("ALTER DATABASE %s SET synchronous_commit = %s".formatted(database, synchronousCommit));
            return url(database);
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL did not create the database " + database + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private synchronized EmbeddedPostgres running() {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL does not run");
        }
        return server;
    }

    /** A server of a newsroom that was killed, or a half-made one of its first start. */
    private void stopLeftOver() throws IOException, InterruptedException {
        List<ProcessHandle> leftOver = servers();
        if (!leftOver.isEmpty()) {
            tell("still runs from a newsroom that was killed (process %d): stopping it"
                    .formatted(leftOver.getFirst().pid()));
            stop();
        }
        // Its number may be another process's by now, which PostgreSQL would take for a server.
        Files.deleteIfExists(directory.resolve("postmaster.pid"));
    }

    private void stop() throws IOException, InterruptedException {
        for (ProcessHandle process : servers()) {
            if (!stopped(process, "INT", ORDERLY) && !stopped(process, "QUIT", AT_ONCE)) {
                process.destroyForcibly();
                throw new PartFailed(
                        "PostgreSQL (process %d) did not stop; it has been killed.".formatted(process.pid()), null);
            }
        }
    }

    private boolean stopped(ProcessHandle process, String signal, Duration patience)
            throws IOException, InterruptedException {
        Processes.signal(process, signal);
        return Processes.await(() -> !servers().contains(process), patience);
    }

    /** Those that keep exactly this directory: nobody else's, because this newsroom holds its lock. */
    private List<ProcessHandle> servers() {
        List<String> ours = List.of("-D", directory.toString());
        return Processes.running(arguments -> Collections.indexOfSubList(arguments, ours) >= 0);
    }

    private static String passwordIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }
}
