package press.stet.archive.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody that PostgreSQL knows by name in a newsroom on many machines, beside the owner, who alone makes and changes tables.
 * Whatever is not here is forbidden.
 */
public enum Role {
    /** Brings what was ruled into the database. */
    ARCHIVE,
    /** Shows readers what they may see. */
    SITE;

    /** The history of migrations, by which a part knows whether the tables are those of its build. */
    private static final String HISTORY = "flyway_schema_history";

    private static final Set<String> READ = Set.of("SELECT");
    private static final Set<String> CHANGE = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

    /** Its name in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it may do with the rows of the tables of a schema; nothing in one that it may not even look into. */
    public Set<String> rows(Schema schema) {
        return switch (this) {
            case ARCHIVE -> new TreeSet<>(CHANGE);
            case SITE ->
                switch (schema) {
                    case PUBLISHED -> new TreeSet<>(READ);
                    case NEWSROOM -> Set.of();
                };
        };
    }

    /** The same for one table. */
    Set<String> rows(Schema schema, String table) {
        Set<String> rows = new TreeSet<>(rows(schema));
        if (table.equals(HISTORY)) {
            rows.retainAll(READ);
        }
        return rows;
    }

    /** The schemas that it may look into. */
    List<Schema> schemas() {
        return Arrays.stream(Schema.values())
                .filter(schema -> !rows(schema).isEmpty())
                .toList();
    }

    /** Whether its transactions only read, unless they say otherwise, so that it writes nothing by mistake either. */
    public boolean onlyReads() {
        return Arrays.stream(Schema.values()).allMatch(schema -> READ.containsAll(rows(schema)));
    }

    @Override
    public String toString() {
        return key();
    }
}
