package press.stet.archive.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Whoever owns a database, in it. */
final class Owner {

    private final DatabaseSettings settings;
    private final Jdbi jdbi;

    Owner(DatabaseSettings settings) {
        this.settings = settings;
        this.jdbi = Jdbi.create(settings.url(), settings.user(), settings.password())
                .installPlugin(new PostgresPlugin());
        this.jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    }

    /**
     * Asks something.
     *
     * @throws DatabaseUnavailable if the database is away, or does not let them
     */
    <T> T asks(Function<Handle, T> question) {
        try {
            return jdbi.inTransaction(question::apply);
        } catch (JdbiException failure) {
            throw DatabaseUnavailable.told(settings, failure);
        }
    }

    /**
     * Changes something, whole or not at all.
     *
     * @throws DatabaseUnavailable if the database is away, or does not let them
     */
    void changes(Consumer<Handle> statements) {
        asks(handle -> {
            statements.accept(handle);
            return true;
        });
    }
}
