package press.stet.bench.projection;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.bench.ground.Store;

/**
 * The rows of a filled store, and one statement that brings each into another where nothing newer stands: no more than a table of
 * editions that is read from a log cannot do without. They are in memory, as the driver sends them, before the clock runs; the words
 * for the search are sent as text and taken apart by the database, as those of the product are.
 */
final class GuardedUpsert {

    /** As many as the archive takes from one poll into one transaction. */
    private static final int ROWS = 500;

    private static final String SEARCH = "search";

    /** A column, and how PostgreSQL calls its type. */
    private record Column(String name, String type) {

        String parameter() {
            return name.equals(SEARCH) ? "words_of('english', ?)" : "cast(? as " + type + ")";
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<@Nullable String[]> rows = new ArrayList<>();

    /** Those of this store. */
    static GuardedUpsert of(Store filled) throws SQLException {
        GuardedUpsert upsert = new GuardedUpsert();
        try (Connection connection = filled.connect()) {
            upsert.readColumns(connection);
            upsert.readRows(connection);
        }
        return upsert;
    }

    /** Brings all of them in, by one connection. */
    void into(Store empty) throws SQLException {
        try (Connection connection = empty.connect();
                PreparedStatement statement = connection.prepareStatement(statement())) {
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += ROWS) {
                for (@Nullable String[] row : rows.subList(from, Math.min(from + ROWS, rows.size()))) {
                    for (int at = 0; at < row.length; at++) {
                        statement.setString(at + 1, row[at]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            }
        }
    }

    private String statement() {
        return """
                insert into edition as standing (%s) values (%s)
                on conflict (story, language) do update set %s
                where standing.sequence < excluded.sequence and standing.status <> 'killed'
                """.formatted(
                        columns.stream().map(Column::name).collect(joining(", ")),
                        columns.stream().map(Column::parameter).collect(joining(", ")),
                        columns.stream()
                                .map(Column::name)
                                .filter(name -> !name.equals("story") && !name.equals("language"))
                                .map(name -> name + " = excluded." + name)
                                .collect(joining(", ")));
    }

    private void readColumns(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select attname, format_type(atttypid, atttypmod) from pg_attribute
                        where attrelid = 'edition'::regclass and attnum > 0 and not attisdropped order by attnum
                        """)) {
            while (found.next()) {
                columns.add(new Column(found.getString(1), found.getString(2)));
            }
        }
    }

    private void readRows(Connection connection) throws SQLException {
        String texts = columns.stream()
                .map(column -> column.name().equals(SEARCH) ? words() : "cast(%s as text)".formatted(column.name()))
                .collect(joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select " + texts + " from edition")) {
            while (found.next()) {
                @Nullable String[] row = new String[columns.size()];
                for (int at = 0; at < row.length; at++) {
                    row[at] = found.getString(at + 1);
                }
                rows.add(row);
            }
        }
    }

    /** All that readers may search for, in the order that the archive gives it in. */
    private static String words() {
        return """
                lower(concat_ws(E'\\n', headline, standfirst, dateline, array_to_string(bylines, E'\\n'),
                  array_to_string(keywords, E'\\n'),
                  (select string_agg(concat_ws(E'\\n', block ->> 'text', block ->> 'alt', block ->> 'caption', block ->> 'credit'),
                     E'\\n' order by place)
                   from jsonb_array_elements(blocks) with ordinality as body (block, place))))
                """;
    }
}
