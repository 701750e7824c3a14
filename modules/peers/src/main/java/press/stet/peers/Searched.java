package press.stet.peers;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A table for rows that a sink brings, made before it comes: a trigger finds the words in each row that readers search for, and an
 * index has them, as in the table that the archive fills. It is what a house would have to add to a sink for its readers to search.
 */
final class Searched {

    private Searched() {}

    /** Makes one where {@link press.stet.bench.ground.Store#connect} leads to, with these columns and the words. */
    static void create(Connection connection, String table, List<Column> columns) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table public.%s (%s, search tsvector, primary key (%s))"
                    .formatted(
                            table,
                            columns.stream()
                                    .map(column -> column.name() + (column.isWhole() ? " bigint" : " text"))
                                    .collect(joining(", ")),
                            String.join(", ", Rows.KEYS)));
            statement.execute("create index on public.%s using gin (search) where status = 'live'".formatted(table));
            statement.execute("""
                    create or replace function public.find_words() returns trigger language plpgsql as $$
                    begin
                      new.search := published.words_of('english', lower(concat_ws(E'\\n',
                        new.headline, new.standfirst, new.dateline,
                        array_to_string(cast(new.bylines as text[]), E'\\n'),
                        array_to_string(cast(new.keywords as text[]), E'\\n'),
                        (select string_agg(concat_ws(E'\\n', block ->> 'text', block ->> 'alt', block ->> 'caption',
                           block ->> 'credit'), E'\\n' order by place)
                         from jsonb_array_elements(cast(new.blocks as jsonb)) with ordinality as body (block, place)))));
                      return new;
                    end $$
                    """);
            statement.execute("""
                    create trigger find_words before insert or update on public.%s
                    for each row execute function public.find_words()
                    """.formatted(table));
        }
    }

    /** Stands for the words of all rows of a table. */
    static String digest(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet digest = statement.executeQuery(
                        "select sum(hashtextextended(story || ' ' || cast(search as text), 0)) from " + table)) {
            digest.next();
            return digest.getString(1);
        }
    }
}
