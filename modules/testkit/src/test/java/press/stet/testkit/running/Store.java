package press.stet.testkit.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import press.stet.archive.database.DatabaseSettings;

/** The archive's database, as its owner may look into it and lay hands on it. */
final class Store {

    private final DatabaseSettings settings;

    Store(DatabaseSettings settings) {
        this.settings = settings;
    }

    void change(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    long count(String from) throws SQLException {
        return Long.parseLong(texts("select count(*) from " + from).getFirst());
    }

    /** The first column of every row. */
    List<String> texts(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }
}
