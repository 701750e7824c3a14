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

/** Compares every row of every table of two schemas, by a digest of all that it says. */
final class Comparing {

    /** So many differences of a table are named. */
    private static final int NAMED = 10;

    private final Handle handle;
    private final Beside beside;

    Comparing(Handle handle, Beside beside) {
        this.handle = handle;
        this.beside = beside;
    }

    Comparison compare() {
        // Enough to join the digests of a large house in memory.
        handle.execute("set local work_mem = '128MB'");
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
        String different = """
                from (%s) live full join (%s) rebuilt using (key) where live.digest is distinct from rebuilt.digest
                """.formatted(digests(beside.live(), table, key), digests(beside.rebuilt(), table, key));
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

    /** Rows with a key and a digest. Rows of a table without a primary key are their own key, and are counted. */
    private String digests(String schema, String table, String key) {
        return """
                select jsonb_build_array(%s)::text as key, string_agg(md5(t::text), ' ' order by md5(t::text)) as digest
                from %s.%s t where %s group by 1
                """.formatted(key, schema, table, counted(table));
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

    private String key(String table) {
        List<String> columns = handle.createQuery("""
                        select quote_ident(attname) from pg_index
                        join pg_attribute on attrelid = indrelid and attnum = any (indkey)
                        where indrelid = cast(:table as regclass) and indisprimary order by array_position(indkey, attnum)
                        """)
                .bind("table", beside.live() + "." + table)
                .mapTo(String.class)
                .list();
        return columns.isEmpty()
                ? "to_jsonb(t)"
                : columns.stream().map(each -> "t." + each).collect(joining(", "));
    }

    /** Which columns of these rows differ, where both stores have them. */
    private Map<String, String> columns(String table, String key, List<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        String rows = """
                select jsonb_build_array(%s)::text as key, to_jsonb(t) as row from %s.%s t
                where jsonb_build_array(%s)::text = any (:keys)
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
