package press.stet.archive.database;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;

/**
 * Makes the archive's schemas as their owner, and the roles that its parts speak to the database as, each with what it may and
 * no more. Everybody else may not even connect. What else stands on the server is never touched.
 */
public final class DatabaseSetup {

    private final DatabaseSettings owner;
    private final RolePasswords passwords;
    private final Jdbi jdbi;

    /**
     * A set-up of this database.
     *
     * @param owner as somebody who owns the database and, where passwords are given, may make roles
     */
    public DatabaseSetup(DatabaseSettings owner, RolePasswords passwords) {
        this.owner = owner;
        this.passwords = passwords;
        this.jdbi = Jdbi.create(owner.url(), owner.user(), owner.password()).installPlugin(new PostgresPlugin());
        this.jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    }

    /**
     * Finds out what is missing and what is too much, and changes nothing.
     *
     * @throws org.flywaydb.core.api.FlywayException if the database is away, or what stands there is not ours
     */
    public Findings look() {
        List<Change> changes = new ArrayList<>(migrations());
        List<String> leftAlone = new ArrayList<>();
        Set<Role> standing = EnumSet.noneOf(Role.class);
        Set<Role> made = EnumSet.noneOf(Role.class);
        boolean tablesStand = changes.isEmpty();
        Roles roles = new Roles(jdbi, passwords);
        for (Role role : Role.values()) {
            changes.addAll(roles.changes(role));
            leftAlone.addAll(roles.leftAlone(role));
            if (roles.stands(role)) {
                standing.add(role);
            } else if (passwords.passwords().containsKey(role)) {
                made.add(role);
            }
        }
        if (tablesStand) {
            changes.addAll(new Privileges(jdbi).compare(standing));
        } else {
            made.addAll(standing);
        }
        made.forEach(role -> changes.add(afterTheRest(role)));
        return new Findings(changes, leftAlone);
    }

    private List<Change> migrations() {
        List<Change> changes = new ArrayList<>();
        for (Schema schema : Schema.values()) {
            MigrationInfo[] pending = Database.flyway(owner, schema).info().pending();
            if (pending.length > 0) {
                changes.add(new Change(
                        "bring schema " + schema.key() + " to version " + pending[pending.length - 1].getVersion(),
                        () -> Database.migrate(owner, schema)));
            }
        }
        return changes;
    }

    /** What a role lacks is known in full only when it stands, and all tables do. */
    private Change afterTheRest(Role role) {
        return new Change("let " + role + " what it may, and no more, in the database as it is then", () -> {
            for (Change change : new Privileges(jdbi).compare(EnumSet.of(role))) {
                change.make();
            }
        });
    }
}
