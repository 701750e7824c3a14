package press.stet.newsroom.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet review queue}: what waits for a check, whoever sees to it first. */
@Command(
        name = "queue",
        description = "What waits for a check: what you see to, what nobody does, what others do, and what is owed.")
final class ReviewQueue implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Override
    public Integer call() {
        try (Session session = common.open()) {
            JsonNode queue = session.view().get("/newsroom/review/queue");
            JsonNode owed = session.view().get("/newsroom/review/owed");
            if (session.json()) {
                session.out().println(((ObjectNode) queue).set("owed", owed.path("editions")));
            } else {
                lines(queue, owed, session.saysWho() ? session.person().account() : "")
                        .forEach(session.out()::println);
            }
            session.out().flush();
            return ExitStatus.DONE;
        }
    }

    /** Where nobody says who asks, nothing is theirs. */
    private static List<String> lines(JsonNode queue, JsonNode owed, String person) {
        List<JsonNode> waiting = queue.path("editions").valueStream().toList();
        List<String> lines = new ArrayList<>();
        add(lines, "You see to", waiting, row -> isClaimedBy(row, person));
        add(lines, "Nobody sees to", waiting, row -> !isClaimedBy(row, person) && isUnclaimed(row));
        add(lines, "Others see to", waiting, row -> !isClaimedBy(row, person) && !isUnclaimed(row));
        if (!owed.path("editions").isEmpty()) {
            lines.add("Owed to what readers see");
            owed.path("editions")
                    .valueStream()
                    .map(row -> "  " + edition(row) + "  needs " + Table.words(row.path("missing")) + headline(row))
                    .forEach(lines::add);
        }
        return lines.isEmpty() ? List.of("Nothing waits for a review.") : lines;
    }

    private static void add(List<String> lines, String title, List<JsonNode> waiting, Predicate<JsonNode> which) {
        List<JsonNode> rows = waiting.stream().filter(which).toList();
        if (!rows.isEmpty()) {
            lines.add(title);
            rows.stream().map(ReviewQueue::line).forEach(lines::add);
        }
    }

    private static boolean isClaimedBy(JsonNode row, String person) {
        return row.path("claims")
                .valueStream()
                .anyMatch(claim -> claim.path("by").asString().equals(person));
    }

    /** Whether there is a missing check that nobody sees to. */
    private static boolean isUnclaimed(JsonNode row) {
        return row.path("missing")
                .valueStream()
                .anyMatch(check -> row.path("claims")
                        .valueStream()
                        .noneMatch(claim -> claim.path("check").asString().equals(check.asString())));
    }

    private static String line(JsonNode row) {
        String claims = row.path("claims")
                .valueStream()
                .map(claim ->
                        claim.path("by").asString() + " (" + claim.path("check").asString() + ")")
                .collect(Collectors.joining(", "));
        int notes = row.path("blockingNotes").asInt();
        return "  " + edition(row) + "  needs " + Table.words(row.path("missing"))
                + "  waits " + age(Instant.parse(row.path("since").asString()))
                + (row.path("due").isNull()
                        ? ""
                        : (row.path("overdue").asBoolean() ? "  OVERDUE since " : "  due ")
                                + row.path("due").asString())
                + (claims.isEmpty() ? "" : "  " + claims)
                + (notes == 0 ? "" : "  " + notes + (notes == 1 ? " note" : " notes") + " to resolve")
                + headline(row);
    }

    private static String edition(JsonNode row) {
        return row.path("shortId").asString() + "/" + row.path("language").asString() + "@"
                + row.path("version").asInt();
    }

    private static String headline(JsonNode row) {
        return "  “" + row.path("headline").asString() + "” by "
                + row.path("writer").asString();
    }

    /** In the one unit that says enough. */
    private static String age(Instant since) {
        Duration age = Duration.between(since, Instant.now());
        if (age.toMinutes() < 1) {
            return "less than a minute";
        }
        if (age.toHours() < 2) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
    }
}
