package press.stet.archive.rebuild;

import java.util.List;
import org.jdbi.v3.core.Handle;
import press.stet.archive.database.Schema;

/** A live schema, and the two that stand beside it during a rebuild. */
record Beside(Schema schema) {

    /** The one that everybody reads and writes. */
    String live() {
        return schema.key();
    }

    /** The one that is filled from the log. */
    String rebuilt() {
        return live() + "_rebuilt";
    }

    /** The one that was live before a swap, until it is dropped. */
    String replaced() {
        return live() + "_replaced";
    }

    /** That nobody else rebuilds it. */
    @FunctionalInterface
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lets nobody else rebuild it, until it is let go or the connection dies.
     *
     * @throws CannotRebuild if somebody else does
     */
    Claim claim(Handle handle) {
        if (!lock(handle, "pg_try_advisory_lock")) {
            throw new CannotRebuild("another rebuild of " + live() + " is running: wait until it has ended");
        }
        // Closing the connection would do, but some moments later.
        return () -> lock(handle, "pg_advisory_unlock");
    }

    private boolean lock(Handle handle, String function) {
        return handle.createQuery("select " + function + "(hashtext('stet rebuild'), hashtext(:schema))")
                .bind("schema", live())
                .mapTo(Boolean.class)
                .one();
    }

    /** What an earlier rebuild has left that was killed or found differences. */
    void dropLeftOver(Handle handle) {
        for (String each : List.of(rebuilt(), replaced())) {
            handle.execute("drop schema if exists " + each + " cascade");
        }
    }

    /**
     * Every column of every table, so that stores of two builds are not compared.
     *
     * @throws CannotRebuild if the live store is not there, or not as this build makes it
     */
    void requireSameTables(Handle handle) {
        List<String> live = columns(handle, live());
        if (live.isEmpty()) {
            throw new CannotRebuild("there is no store " + live()
                    + " in this database: start an archive, which makes one and fills it from the log by itself");
        }
        if (!live.equals(columns(handle, rebuilt()))) {
            throw new CannotRebuild("the tables of the live store " + live()
                    + " are not those that this build makes: start this build's archive first, which upgrades them");
        }
    }

    private static List<String> columns(Handle handle, String schema) {
        return handle.createQuery("""
                        select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
                        where table_schema = :schema order by table_name, ordinal_position
                        """)
                .bind("schema", schema)
                .mapTo(String.class)
                .list();
    }

    /**
     * Drops those indexes of the rebuilt one that its writers do not need: they are made in a fraction of the time once the rows are there.
     *
     * @return the statements that make them
     */
    List<String> dropIndexesOfReaders(Handle handle) {
        return switch (schema) {
            case PUBLISHED -> dropIndexes(handle);
            // Its writers look rows up by nearly all of theirs.
            case NEWSROOM -> List.of();
        };
    }

    private List<String> dropIndexes(Handle handle) {
        record Index(String name, String made) {}
        List<Index> indexes = handle.createQuery("""
                        select cast(cast(indexrelid as regclass) as text) as name, pg_get_indexdef(indexrelid) as made
                        from pg_index join pg_class c on c.oid = indrelid
                        where relnamespace = cast(:schema as regnamespace) and not indisunique order by name
                        """)
                .bind("schema", rebuilt())
                .map((row, _) -> new Index(row.getString("name"), row.getString("made")))
                .list();
        indexes.forEach(index -> handle.execute("drop index " + index.name()));
        return indexes.stream().map(Index::made).toList();
    }

    /** Tells the database what the rebuilt one holds, so that its first questions are answered as quickly as later ones. */
    void analyze(Handle handle) {
        handle.createQuery("select quote_ident(tablename) from pg_tables where schemaname = :schema")
                .bind("schema", rebuilt())
                .mapTo(String.class)
                .list()
                .forEach(table -> handle.execute("analyze " + rebuilt() + "." + table));
    }

    /** Puts the rebuilt one in the live one's place, for whoever starts a statement after this transaction. */
    void swap(Handle handle) {
        handle.execute("alter schema " + live() + " rename to " + replaced());
        handle.execute("alter schema " + rebuilt() + " rename to " + live());
    }
}
