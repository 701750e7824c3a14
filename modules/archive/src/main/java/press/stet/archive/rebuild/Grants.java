package press.stet.archive.rebuild;

import org.jdbi.v3.core.Handle;

/** Lets everybody do with a rebuilt schema what they may do with the live one. */
final class Grants {

    /** Statements that give what the owner has given in the live schema, also for tables that a later build adds. */
    private static final String STATEMENTS = """
            with entry (place, prefix, acl, owner) as (
              select 'schema ' || :rebuilt, '', nspacl, nspowner from pg_namespace where nspname = :live
              union all
              select 'table ' || :rebuilt || '.' || quote_ident(relname), '', relacl, relowner
                from pg_class join pg_namespace n on n.oid = relnamespace
                where nspname = :live and relkind in ('r', 'p', 'v', 'm')
              union all
              select 'tables', 'alter default privileges in schema ' || :rebuilt || ' ', defaclacl, defaclrole
                from pg_default_acl join pg_namespace n on n.oid = defaclnamespace
                where nspname = :live and defaclobjtype = 'r' and pg_get_userbyid(defaclrole) = current_user
            )
            select prefix || 'grant ' || privilege_type || ' on ' || place || ' to '
                || case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end
                || case when is_grantable then ' with grant option' else '' end
              from entry cross join lateral aclexplode(acl)
              where grantee <> owner
            """;

    private Grants() {}

    static void copy(Handle handle, Beside beside) {
        handle.createQuery(STATEMENTS)
                .bind("live", beside.live())
                .bind("rebuilt", beside.rebuilt())
                .mapTo(String.class)
                .list()
                .forEach(handle::execute);
    }
}
