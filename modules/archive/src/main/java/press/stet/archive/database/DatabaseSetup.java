package press.stet.archive.database;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;

/**
 * Makes the archive's schemas as their owner, and the roles that its parts speak to the database as, each with what it may and
 * no more. Everybody else may not even connect. What else stands on the server is never touched.
 */
public final class DatabaseSetup {

    private final DatabaseSettings settings;
    private final RolePasswords passwords;
    private final Owner owner;

    /**
     * A set-up of this database.
     *
     * @param settings as somebody who owns the database and, where passwords are given, may make roles
     */
    public DatabaseSetup(DatabaseSettings settings, RolePasswords passwords) {
        this.settings = settings;
        this.passwords = passwords;
        this.owner = new Owner(settings);
    }

    /**
     * Finds out what is missing and what is too much, and changes nothing.
     *
     * @throws DatabaseUnavailable if the database is away, or does not let the owner in; also from a change, where the owner may
     *     not make it
     * @throws org.flywaydb.core.api.FlywayException if what stands there is not ours
     */
    public Findings look() {
        List<Change> migrations = migrations();
        Findings rights = ownsDatabase()
                ? rights(migrations.isEmpty())
                : new Findings(
                        List.of(),
                        List.of("roles and rights in the database, since " + settings
                                + " does not own it: set database.user" + " to whoever does"));
        return new Findings(migrations, List.of()).and(rights);
    }

    /** Of anybody else's grants the server would take no notice, and say so nowhere. */
    private boolean ownsDatabase() {
        return owner.asks(handle -> handle.createQuery("""
                        select pg_has_role(current_user, datdba, 'usage')
                        from pg_database where datname = current_database()
                        """).mapTo(Boolean.class).one());
    }

    private Findings rights(boolean tablesStand) {
        List<Change> changes = new ArrayList<>();
        List<String> leftAlone = new ArrayList<>();
        Set<Role> standing = EnumSet.noneOf(Role.class);
        Set<Role> made = EnumSet.noneOf(Role.class);
        Roles roles = new Roles(owner, passwords);
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
            changes.addAll(new Privileges(owner).compare(standing));
        } else {
            made.addAll(standing);
        }
        made.forEach(role -> changes.add(afterTheRest(role)));
        return new Findings(changes, leftAlone);
    }

    private List<Change> migrations() {
        List<Change> changes = new ArrayList<>();
        for (Schema schema : Schema.values()) {
            Database.pending(settings, schema)
                    .ifPresent(version -> changes.add(new Change(
                            "bring schema " + schema.key() + " to version " + version,
                            () -> Database.migrate(settings, schema))));
        }
        return changes;
    }

    /** What a role lacks is known in full only when it stands, and all tables do. */
    private Change afterTheRest(Role role) {
        return new Change("let " + role + " what it may, and no more, in the database as it is then", () -> {
            for (Change change : new Privileges(owner).compare(EnumSet.of(role))) {
                change.make();
            }
        });
    }
}
