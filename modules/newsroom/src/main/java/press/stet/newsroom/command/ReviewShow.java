package press.stet.newsroom.command;

import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet review show}: the version in review, what its checks stand at, and what was remarked. */
@Command(name = "show", description = "Read the version in review, with its checks and notes.")
final class ReviewShow extends EditionCommand {

    @Override
    int run(Named at, Session session) {
        JsonNode text = at.text(session);
        JsonNode edition = session.view()
                .get("/newsroom/stories/" + at.story())
                .path("editions")
                .valueStream()
                .filter(each ->
                        each.path("language").asString().equals(at.language().tag()))
                .findFirst()
                .orElseThrow();
        JsonNode notes = session.view()
                .get("/newsroom/stories/" + at.story() + "/" + at.language() + "/notes")
                .path("notes");
        if (session.json()) {
            ObjectNode json = (ObjectNode) text.deepCopy();
            for (String key : new String[] {"checks", "claims", "due", "overdue", "sentBack", "owed", "aside"}) {
                json.set(key, edition.path(key));
            }
            session.out().println(json.set("notes", notes));
            session.out().flush();
            return ExitStatus.DONE;
        }
        Table.printText(session, text);
        session.out().println();
        edition.path("checks").valueStream().map(check -> check(check, edition)).forEach(session.out()::println);
        JsonNode back = edition.path("sentBack");
        if (back.isObject()) {
            session.out()
                    .println(back.path("check").asString() + ": changes requested by "
                            + back.path("by").asString() + ": "
                            + back.path("note").asString());
        }
        notes.valueStream()
                .filter(note -> !note.path("state").asString().equals("resolved"))
                .map(ReviewShow::note)
                .forEach(session.out()::println);
        session.out().flush();
        return ExitStatus.DONE;
    }

    private static String check(JsonNode check, JsonNode edition) {
        String name = check.path("check").asString();
        String given = check.path("given")
                .valueStream()
                .map(one -> one.path("by").asString())
                .collect(Collectors.joining(", "));
        long quorum = check.path("quorum").asLong();
        if (check.has("waived")) {
            JsonNode waived = check.path("waived");
            return name + ": waived by " + waived.path("by").asString() + ": "
                    + waived.path("reason").asString();
        }
        String claims = edition.path("claims")
                .valueStream()
                .filter(claim -> claim.path("check").asString().equals(name))
                .map(claim -> claim.path("by").asString())
                .collect(Collectors.joining(", "));
        boolean enough = check.path("given").size() >= quorum;
        return name + ": " + (enough ? "approved" : "pending")
                + (quorum > 1 ? " (" + check.path("given").size() + " of " + quorum + ")" : "")
                + (given.isEmpty() ? "" : " by " + given)
                + (enough || claims.isEmpty() ? "" : "; " + claims + " to see to it");
    }

    private static String note(JsonNode note) {
        String about = note.path("block").isNull()
                ? "version " + note.path("version").asInt()
                : note.path("block").asString() + " of version "
                        + note.path("version").asInt();
        String answers = note.path("answers")
                .valueStream()
                .map(answer -> "\n    " + answer.path("by").asString() + ": "
                        + answer.path("text").asString())
                .collect(Collectors.joining());
        return "note " + note.path("note").asInt() + ", " + note.path("state").asString()
                + (note.path("blocking").asBoolean() ? ", to be resolved first" : "") + ", on " + about + "\n    "
                + note.path("by").asString() + ": " + note.path("text").asString() + answers;
    }
}
