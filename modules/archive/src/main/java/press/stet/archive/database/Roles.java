package press.stet.archive.database;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.security.scram.ScramCredential;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.jdbi.v3.core.Handle;
import press.stet.contract.setup.Change;

/** The newsroom's roles as a server has them. A password cannot be compared: one that stands is changed only where that was asked for. */
final class Roles {

    /** A role as it stands. */
    private record Standing(boolean unlimited, boolean owns, boolean member, boolean onlyReads) {}

    private static final String FOUND = """
            select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as unlimited,
                exists (select from pg_namespace where nspname = any (:schemas) and nspowner = r.oid)
                  or exists (select from pg_database where datname = current_database() and datdba = r.oid) as owns,
                exists (select from pg_auth_members where member = r.oid) as member,
                exists (select from pg_db_role_setting s left join pg_database d on d.oid = s.setdatabase
                  where s.setrole = r.oid and (s.setdatabase = 0 or d.datname = current_database())
                    and 'default_transaction_read_only=on' = any (s.setconfig)) as only_reads
              from pg_roles r where rolname = :role
            """;

    /** As PostgreSQL has it by default. */
    private static final int ITERATIONS = 4_096;

    private final Owner owner;
    private final RolePasswords passwords;

    Roles(Owner owner, RolePasswords passwords) {
        this.owner = owner;
        this.passwords = passwords;
    }

    boolean stands(Role role) {
        return find(role).isPresent();
    }

    List<Change> changes(Role role) {
        Optional<Standing> standing = find(role);
        String password = passwords.passwords().get(role);
        List<Change> changes = new ArrayList<>();
        if (password != null && standing.isEmpty()) {
            changes.add(change("create role " + role, handle -> create(handle, role, password)));
        } else if (password != null && passwords.rotated().contains(role)) {
            changes.add(
                    change("give role " + role + " the new password", handle -> setPassword(handle, role, password)));
        }
        boolean stands = standing.isPresent() || password != null;
        if (role.onlyReads() && stands && !standing.map(Standing::onlyReads).orElse(false)) {
            changes.add(change("let transactions of " + role + " only read", handle -> onlyRead(handle, role)));
        }
        return changes;
    }

    List<String> leftAlone(Role role) {
        Optional<Standing> standing = find(role);
        if (standing.isEmpty()) {
            return passwords.passwords().containsKey(role)
                    ? List.of()
                    : List.of("there is no role " + role + " in the database; to have it made, set "
                            + RolePasswords.key(role));
        }
        List<String> leftAlone = new ArrayList<>();
        if (standing.get().unlimited()) {
            leftAlone.add(
                    "role " + role + " may do more on this server than any part needs: change it with 'alter role'");
        }
        if (standing.get().owns()) {
            leftAlone.add("role " + role + " owns what it should only use: give it to another with 'alter … owner to'");
        }
        if (standing.get().member()) {
            leftAlone.add("role " + role + " has the rights of another role too: take them with 'revoke'");
        }
        return leftAlone;
    }

    private Optional<Standing> find(Role role) {
        return owner.asks(handle -> handle.createQuery(FOUND)
                .bindArray("schemas", String.class, (Object[]) Schema.keys())
                .bind("role", role.key())
                .map((row, _) -> new Standing(
                        row.getBoolean("unlimited"),
                        row.getBoolean("owns"),
                        row.getBoolean("member"),
                        row.getBoolean("only_reads")))
                .findOne());
    }

    private Change change(String words, Consumer<Handle> statements) {
        return new Change(words, () -> owner.changes(statements));
    }

    private static void create(Handle handle, Role role, String password) {
        handle.execute("create role " + role.key() + " nologin");
        setPassword(handle, role, password);
        handle.execute("alter role " + role.key() + " login");
    }

    private static void setPassword(Handle handle, Role role, String password) {
        handle.execute("alter role " + role.key() + " password '" + verifier(password) + "'");
    }

    /** What the server checks a password against, so that no log of statements has the password itself (RFC 5802, RFC 7677). */
    private static String verifier(String password) {
        try {
            ScramCredential scram =
                    new ScramFormatter(ScramMechanism.SCRAM_SHA_256).generateCredential(password, ITERATIONS);
            return "SCRAM-SHA-256$" + scram.iterations() + ":" + base64(scram.salt()) + "$" + base64(scram.storedKey())
                    + ":" + base64(scram.serverKey());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void onlyRead(Handle handle, Role role) {
        String database = handle.createQuery("select quote_ident(current_database())")
                .mapTo(String.class)
                .one();
        handle.execute(
                "alter role " + role.key() + " in database " + database + " set default_transaction_read_only = on");
    }
}
