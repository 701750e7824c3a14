package press.stet.newsroom.settings;

import org.jspecify.annotations.Nullable;
import press.stet.archive.database.DatabaseSettings;

/**
 * Where PostgreSQL is, and as whom this part speaks to it.
 *
 * @param url as JDBC spells it, such as {@code jdbc:postgresql://localhost:5432/stet}. TLS is asked for here too:
 *     {@code ?sslmode=verify-full&sslrootcert=/etc/stet/ca.pem}
 * @param user the role: {@code archive} owns the schemas, {@code site} only reads
 * @param password of that role; left out where the server asks for none
 */
record DatabaseKeys(String url, String user, @Nullable Secret password) {

    static final DatabaseKeys USUAL = new DatabaseKeys("", "stet", null);

    DatabaseSettings settings() {
        return new DatabaseSettings(url, user, password == null ? "" : password.text());
    }
}
