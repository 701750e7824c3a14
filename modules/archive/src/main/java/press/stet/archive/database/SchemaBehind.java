package press.stet.archive.database;

/** A schema has not the tables of this build yet, and whoever found that may not make them. */
public final class SchemaBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaBehind(DatabaseSettings database, Schema schema, String version) {
        super("schema " + schema.key() + " is not at version " + version + " yet, and " + database
                + " may not bring it there: run 'stet ops topics --apply' as the owner of the database");
    }
}
