package press.stet.archive.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * A pool of connections that see one schema, for one purpose: readers cannot take the connections of those who write. Safe for
 * use by many threads. It may be opened while the database is away.
 */
public final class Database implements AutoCloseable {

    /** How long one waits for a connection before being told that there is none. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** An answer that takes longer comes from a database that is gone without a word. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin()).registerArgument(new StorableText());
        // Statements are written out: a < in them compares.
        this.jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    }

    /**
     * Opens a pool; connections are made when they are asked for.
     *
     * @param purpose a word for logs and for the database's own list of connections
     * @param connections the most it holds
     */
    public static Database open(DatabaseSettings settings, Schema schema, String purpose, int connections) {
        return open(settings, schema.key(), purpose, connections);
    }

    /** The same for a schema that stands beside the live one. */
    public static Database open(DatabaseSettings settings, String schema, String purpose, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("stet-" + schema + "-" + purpose);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setSchema(schema);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", config.getPoolName());
        config.addDataSourceProperty("connectTimeout", PATIENCE.toSeconds());
        config.addDataSourceProperty("socketTimeout", SILENCE.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        // What PostgreSQL tells of a row that it does not take has copy in it, which no log may show.
        config.addDataSourceProperty("logServerErrorDetail", false);
        return new Database(new HikariDataSource(config));
    }

    /**
     * Makes the schema, or brings it to this build's state. Two instances may do so at once.
     *
     * @throws DatabaseUnavailable if the database is away, does not let this user in, or leaves it to its owner
     * @throws FlywayException if what stands there is not ours
     */
    public static void migrate(DatabaseSettings settings, Schema schema) {
        migrate(settings, schema, schema.key());
    }

    /** The same for a schema of another name, which stands beside the live one. */
    public static void migrate(DatabaseSettings settings, Schema schema, String into) {
        try {
            flyway(settings, schema, into).migrate();
        } catch (FlywayException failure) {
            throw DatabaseUnavailable.told(settings, failure);
        }
    }

    /**
     * The same where this user may make tables; where it may not, somebody else must have done so.
     *
     * @throws SchemaBehind if nobody has yet
     * @throws DatabaseUnavailable if the database is away, or does not let this user in yet
     * @throws FlywayException if what stands there is not ours
     */
    public static void bring(DatabaseSettings settings, Schema schema) {
        pending(settings, schema).ifPresent(version -> {
            if (!mayMakeTables(settings, schema)) {
                throw new SchemaBehind(settings, schema, version);
            }
            migrate(settings, schema);
        });
    }

    /** The version that the schema is to be brought to; empty where it is at this build's, or at a later one's. */
    static Optional<String> pending(DatabaseSettings settings, Schema schema) {
        try {
            MigrationInfo[] pending =
                    flyway(settings, schema, schema.key()).info().pending();
            return pending.length == 0
                    ? Optional.empty()
                    : Optional.of(String.valueOf(pending[pending.length - 1].getVersion()));
        } catch (FlywayException failure) {
            throw DatabaseUnavailable.told(settings, failure);
        }
    }

    private static boolean mayMakeTables(DatabaseSettings settings, Schema schema) {
        try {
            return Jdbi.create(settings.url(), settings.user(), settings.password())
                    .withHandle(handle -> handle.createQuery("""
                                    select case when to_regnamespace(:schema) is null
                                        then has_database_privilege(current_database(), 'create')
                                        else has_schema_privilege(:schema, 'create') end
                                    """)
                            .bind("schema", schema.key())
                            .mapTo(Boolean.class)
                            .one());
        } catch (JdbiException failure) {
            throw DatabaseUnavailable.told(settings, failure);
        }
    }

    private static Flyway flyway(DatabaseSettings settings, Schema schema, String into) {
        return Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .schemas(into)
                .defaultSchema(into)
                .locations("classpath:press/stet/archive/" + schema.key() + "/migration")
                .failOnMissingLocations(true)
                .placeholderReplacement(false)
                .load();
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
