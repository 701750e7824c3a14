package press.stet.archive.database;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import press.stet.contract.setup.Change;

/** What everybody and the newsroom's roles may in its database, beside what they are to. */
final class Privileges {

    private static final String FOUND = """
            with entry (place, acl) as (
              select 'database ' || quote_ident(datname), coalesce(datacl, acldefault('d', datdba))
                from pg_database where datname = current_database()
              union all
              select 'schema ' || quote_ident(nspname), coalesce(nspacl, acldefault('n', nspowner))
                from pg_namespace where nspname = any (:schemas)
              union all
              select 'table ' || quote_ident(nspname) || '.' || quote_ident(relname),
                  coalesce(relacl, acldefault('r', relowner))
                from pg_class join pg_namespace n on n.oid = relnamespace
                where nspname = any (:schemas) and relkind in ('r', 'p', 'v', 'm')
              union all
              select 'tables in schema ' || quote_ident(nspname), defaclacl
                from pg_default_acl join pg_namespace n on n.oid = defaclnamespace
                where nspname = any (:schemas) and defaclobjtype = 'r'
                  and pg_get_userbyid(defaclrole) = current_user
            )
            select distinct place, privilege_type,
                case when grantee = 0 then 'public' else pg_get_userbyid(grantee)::text end as who
              from entry cross join lateral aclexplode(acl)
              where grantee = 0 or pg_get_userbyid(grantee)::text = any (:roles)
            """;

    private final Owner owner;

    Privileges(Owner owner) {
        this.owner = owner;
    }

    /** What these roles lack or have too much, now that all tables stand. */
    List<Change> compare(Set<Role> roles) {
        return owner.asks(handle -> {
            Set<Privilege> found = found(handle, roles);
            Set<Privilege> wanted = wanted(handle, roles);
            List<Change> changes = new ArrayList<>();
            byPlace(without(found, wanted), Privilege::revoke)
                    .forEach((place, statements) -> changes.add(change("take from " + place, statements)));
            byPlace(without(wanted, found), Privilege::grant)
                    .forEach((place, statements) -> changes.add(change("let " + place, statements)));
            return changes;
        });
    }

    private static Set<Privilege> found(Handle handle, Set<Role> roles) {
        return new HashSet<>(handle.createQuery(FOUND)
                .bindArray("schemas", String.class, (Object[]) Schema.keys())
                .bindArray("roles", String.class, roles.stream().map(Role::key).toArray())
                .map((row, _) ->
                        new Privilege(row.getString("who"), row.getString("privilege_type"), row.getString("place")))
                .list());
    }

    private static Set<Privilege> wanted(Handle handle, Set<Role> roles) {
        String database = handle.createQuery("select quote_ident(current_database())")
                .mapTo(String.class)
                .one();
        Set<Privilege> wanted = new HashSet<>();
        for (Role role : roles) {
            wanted.add(Privilege.onDatabase(role, database));
            for (Schema schema : role.schemas()) {
                wanted.add(Privilege.onSchema(role, schema));
                role.rows(schema).forEach(may -> wanted.add(Privilege.onLaterTables(role, may, schema)));
                for (String table : tables(handle, schema)) {
                    role.rows(schema, table).forEach(may -> wanted.add(Privilege.onTable(role, may, schema, table)));
                }
            }
        }
        return wanted;
    }

    private static List<String> tables(Handle handle, Schema schema) {
        return handle.createQuery("""
                        select quote_ident(relname) from pg_class join pg_namespace n on n.oid = relnamespace
                        where nspname = :schema and relkind in ('r', 'p', 'v', 'm')
                        """)
                .bind("schema", schema.key())
                .mapTo(String.class)
                .list();
    }

    private static Stream<Privilege> without(Set<Privilege> these, Set<Privilege> those) {
        return these.stream().filter(each -> !those.contains(each));
    }

    /** The statements by who and where, such as {@code site: select on table published.edition}. */
    private static Map<String, List<String>> byPlace(
            Stream<Privilege> privileges, Function<Privilege, String> statement) {
        Map<String, List<String>> statements = new TreeMap<>();
        privileges
                .collect(groupingBy(each -> List.of(each.role(), each.on())))
                .values()
                .forEach(same -> {
                    Privilege any = same.getFirst();
                    String may = same.stream()
                            .map(each -> each.may().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(joining(", "));
                    String who = any.role().equals(Privilege.EVERYBODY) ? "everybody" : any.role();
                    statements.put(
                            who + " " + may + " on " + any.on(),
                            same.stream().map(statement).sorted().toList());
                });
        return statements;
    }

    private Change change(String words, List<String> statements) {
        return new Change(words, () -> owner.changes(handle -> statements.forEach(handle::execute)));
    }
}
