package press.stet.archive.database;

/**
 * Where the archive's database is.
 *
 * @param url a JDBC address such as {@code jdbc:postgresql://localhost:5432/stet}
 * @param password may be empty; never printed
 */
public record DatabaseSettings(String url, String user, String password) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "database.url must be a JDBC address of PostgreSQL such as jdbc:postgresql://localhost:5432/stet, got '"
                            + url + "'");
        }
    }

    /** Where and as whom, without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
