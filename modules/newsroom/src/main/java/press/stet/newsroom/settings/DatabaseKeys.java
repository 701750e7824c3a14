package press.stet.newsroom.settings;

import org.jspecify.annotations.Nullable;
import press.stet.archive.database.DatabaseSettings;

/**
 * Where PostgreSQL is, and as whom this part speaks to it.
 *
 * @param url as JDBC spells it, such as {@code jdbc:postgresql://localhost:5432/stet}. TLS is asked for here too:
 *     {@code ?sslmode=verify-full&sslrootcert=/etc/stet/ca.pem}
 * @param user the role: for {@code stet ops topics --apply} one that owns the database, for the archive {@code archive}, which
 *     changes rows and no tables, for the site {@code site}, which only reads
 * @param password of that role; left out where the server asks for none
 */
record DatabaseKeys(String url, String user, @Nullable Secret password) {

    static final DatabaseKeys USUAL = new DatabaseKeys("", "stet", null);

    /** Whether anybody said where PostgreSQL is. */
    boolean areGiven() {
        return !url.isBlank();
    }

    DatabaseSettings settings() {
        return new DatabaseSettings(url, user, password == null ? "" : password.text());
    }
}
