package press.stet.newsroom.command;

import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Prints what the newsroom view answers: as it came for tools, a line a row for people. */
final class Table {

    private Table() {}

    static void print(Session session, JsonNode answer, JsonNode rows, String empty, Function<JsonNode, String> line) {
        if (session.json()) {
            session.out().println(answer);
        } else if (rows.isEmpty()) {
            session.out().println(empty);
        } else {
            rows.valueStream().map(line).forEach(session.out()::println);
        }
        session.out().flush();
    }

    /** A version's text, to be read on a terminal. */
    static void printText(Session session, JsonNode text) {
        if (session.json()) {
            session.out().println(text);
        } else {
            JsonNode copy = text.path("copy");
            session.out()
                    .println("version " + text.path("version").asInt() + ", sent by "
                            + text.path("writer").asString() + " at "
                            + text.path("at").asString() + ", "
                            + text.path("digest").asString());
            session.out().println();
            session.out().println(copy.path("headline").asString());
            copy.path("standfirst").asStringOpt().ifPresent(session.out()::println);
            copy.path("blocks").valueStream().map(Table::block).forEach(block -> {
                session.out().println();
                session.out().println(block);
            });
        }
        session.out().flush();
    }

    static String words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static String block(JsonNode block) {
        String own = block.valueStream()
                .filter(JsonNode::isString)
                .skip(2)
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n"));
        String items = block.path("items")
                .valueStream()
                .map(item -> "• " + item.asString())
                .collect(Collectors.joining("\n"));
        return "[" + block.path("id").asString() + "] " + own + items;
    }
}
