package press.stet.archive.database;

/**
 * That a role may do something with something.
 *
 * @param role as it is written in a statement; {@link #EVERYBODY} for all of them
 * @param may such as SELECT
 * @param on such as {@code table published.edition}, as it is written in a statement; {@code tables in schema published} for
 *     those that a schema will have
 */
record Privilege(String role, String may, String on) {

    static final String EVERYBODY = "public";

    private static final String LATER = "tables in schema ";

    static Privilege onDatabase(Role role, String database) {
        return new Privilege(role.key(), "CONNECT", "database " + database);
    }

    static Privilege onSchema(Role role, Schema schema) {
        return new Privilege(role.key(), "USAGE", "schema " + schema.key());
    }

    static Privilege onTable(Role role, String may, Schema schema, String table) {
        return new Privilege(role.key(), may, "table " + schema.key() + "." + table);
    }

    static Privilege onLaterTables(Role role, String may, Schema schema) {
        return new Privilege(role.key(), may, LATER + schema.key());
    }

    /** The statement that gives it. */
    String grant() {
        return isLater()
                ? "alter default privileges in schema %s grant %s on tables to %s".formatted(schema(), may, role)
                : "grant %s on %s to %s".formatted(may, on, role);
    }

    /** The statement that takes it. */
    String revoke() {
        return isLater()
                ? "alter default privileges in schema %s revoke %s on tables from %s".formatted(schema(), may, role)
                : "revoke %s on %s from %s".formatted(may, on, role);
    }

    private boolean isLater() {
        return on.startsWith(LATER);
    }

    private String schema() {
        return on.substring(LATER.length());
    }
}
