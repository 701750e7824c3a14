package press.stet.archive.rebuild;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import press.stet.archive.database.Schema;
import press.stet.archive.rebuild.Comparison.Difference;
import press.stet.archive.rebuild.Comparison.Table;

/**
 * Compares every row of every table of two schemas, by a digest of all that it says. Nearly all of that is done while their writers go on;
 * once they wait, what they have changed since and what did not agree then is compared again.
 *
 * <pre>
 *   look:    rows whose digests differ are doubtful, as one store may be ahead of the other
 *   compare: rows written by a transaction that the look may not have seen are doubtful too;
 *            of those that are not, both stores must still have the same keys, or all rows are doubtful
 * </pre>
 */
final class Comparing {

    /** So many differences of a table are named. */
    private static final int NAMED = 10;

    private final Handle handle;
    private final Beside beside;

    /** The first transaction that the look may not have seen. */
    private String since = "";

    /** Has a table of the connection's own, for as long as the connection lives. */
    Comparing(Handle handle, Beside beside) {
        this.handle = handle;
        this.beside = beside;
        handle.execute("create temporary table doubtful (name text not null, key text not null)");
    }

    /** Looks at all rows, while writers go on. */
    void look() {
        // Enough to join the digests of a large house in memory.
        handle.execute("set work_mem = '128MB'");
        since = handle.createQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .mapTo(String.class)
                .one();
        for (String table : tables()) {
            handle.createUpdate("insert into doubtful (name, key) select :table, key "
                            + different(table, key(table), "true"))
                    .bind("table", table)
                    .execute();
        }
    }

    /** Compares the stores as they are now, which nobody may change meanwhile, after a {@link #look}. */
    Comparison compare() {
        return new Comparison(tables().stream().map(this::compare).toList());
    }

    /** All but the history of migrations, which says when they were made. */
    private List<String> tables() {
        return handle.createQuery("""
                        select table_name from information_schema.tables
                        where table_schema = :schema and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                        order by table_name
                        """)
                .bind("schema", beside.live())
                .mapTo(String.class)
                .list();
    }

    private Table compare(String table) {
        String key = key(table);
        doubtWhatIsNew(table, key, beside.live());
        doubtWhatIsNew(table, key, beside.rebuilt());
        handle.execute("analyze doubtful");
        String different = different(table, key, hasOthersInCommon(table, key) ? doubtful(table, key) : "true");
        Map<String, String> found = new HashMap<>();
        List<String> keys = new ArrayList<>();
        handle.createQuery("""
                        select key, case when live.digest is null then 'only in the rebuilt store'
                          when rebuilt.digest is null then 'only in the live store' else '' end as what
                        """ + different + " order by key limit " + NAMED)
                .map((row, _) -> Map.entry(row.getString("key"), row.getString("what")))
                .forEach(each -> {
                    keys.add(each.getKey());
                    found.put(each.getKey(), each.getValue());
                });
        long count = keys.size() < NAMED
                ? keys.size()
                : handle.createQuery("select count(*) " + different)
                        .mapTo(Long.class)
                        .one();
        found.putAll(columns(table, key, keys));
        return new Table(
                table,
                rows(beside.live(), table),
                rows(beside.rebuilt(), table),
                count,
                keys.stream()
                        .map(each -> new Difference(each, found.getOrDefault(each, "")))
                        .toList());
    }

    /** Rows that are not the same in both stores, of those that a condition leaves. */
    private String different(String table, String key, String among) {
        return """
                from (%s) live full join (%s) rebuilt using (key) where live.digest is distinct from rebuilt.digest
                """.formatted(digests(beside.live(), table, key, among), digests(beside.rebuilt(), table, key, among));
    }

    /** Rows with a key and a digest. Rows of a table without a primary key are their own key, and are counted. */
    private String digests(String schema, String table, String key, String among) {
        return """
                select %s as key, string_agg(md5(t::text), ' ' order by md5(t::text)) as digest
                from %s.%s t where %s and %s group by 1
                """.formatted(key, schema, table, counted(table), among);
    }

    private void doubtWhatIsNew(String table, String key, String schema) {
        handle.createUpdate("""
                        insert into doubtful (name, key) select :table, %s from %s.%s t
                        where age(t.xmin) <= age(xid(cast(:since as xid8)))
                        """.formatted(key, schema, table))
                .bind("table", table)
                .bind("since", since)
                .execute();
    }

    private static String doubtful(String table, String key) {
        return "exists (select from doubtful where doubtful.name = '%s' and doubtful.key = %s)".formatted(table, key);
    }

    /** Whether both stores still have the same rows, by their keys, of those that are not doubtful. */
    private boolean hasOthersInCommon(String table, String key) {
        String keys =
                "(select count(*) || ' ' || coalesce(sum(hashtextextended(%s, 0)), 0) from %s.%s t where %s and not %s)";
        return handle.createQuery("select %s = %s"
                        .formatted(
                                keys.formatted(key, beside.live(), table, counted(table), doubtful(table, key)),
                                keys.formatted(key, beside.rebuilt(), table, counted(table), doubtful(table, key))))
                .mapTo(Boolean.class)
                .one();
    }

    private long rows(String schema, String table) {
        return handle.createQuery("select count(*) from " + schema + "." + table + " where " + counted(table))
                .mapTo(Long.class)
                .one();
    }

    /** A shelf that was emptied stays, and one that was never filled is not there: readers are shown neither. */
    private String counted(String table) {
        return beside.schema() == Schema.PUBLISHED && table.equals("shelf") ? "editions <> 0" : "true";
    }

    /** What tells a row from the others of its table, as a JSON array. */
    private String key(String table) {
        List<String> columns = handle.createQuery("""
                        select quote_ident(attname) from pg_index
                        join pg_attribute on attrelid = indrelid and attnum = any (indkey)
                        where indrelid = cast(:table as regclass) and indisprimary order by array_position(indkey, attnum)
                        """)
                .bind("table", beside.live() + "." + table)
                .mapTo(String.class)
                .list();
        String all = columns.isEmpty()
                ? "to_jsonb(t)"
                : columns.stream().map(each -> "t." + each).collect(joining(", "));
        return "jsonb_build_array(" + all + ")::text";
    }

    /** Which columns of these rows differ, where both stores have them. */
    private Map<String, String> columns(String table, String key, List<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        String rows = """
                select %s as key, to_jsonb(t) as row from %s.%s t where %s = any (:keys)
                """;
        Map<String, String> columns = new HashMap<>();
        handle.createQuery("""
                        select live.key, string_agg(said.key, ', ' order by said.key) as columns
                        from (%s) live join (%s) rebuilt using (key) cross join lateral jsonb_each(live.row) said
                        where said.value is distinct from rebuilt.row -> said.key group by live.key
                        """.formatted(
                                rows.formatted(key, beside.live(), table, key),
                                rows.formatted(key, beside.rebuilt(), table, key)))
                .bindArray("keys", String.class, keys)
                .map((row, _) -> Map.entry(row.getString("key"), row.getString("columns")))
                .forEach(each -> columns.put(each.getKey(), each.getValue()));
        return columns;
    }
}
