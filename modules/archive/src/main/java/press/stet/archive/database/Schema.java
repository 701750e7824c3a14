package press.stet.archive.database;

import java.util.Arrays;
import java.util.Locale;

/** A schema of the archive's database: one per projection, with migrations and their history of its own. */
public enum Schema {
    /** What readers see. */
    PUBLISHED,
    /** What the newsroom sees. */
    NEWSROOM;

    /** Its name in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] keys() {
        return Arrays.stream(values()).map(Schema::key).toArray(String[]::new);
    }
}
