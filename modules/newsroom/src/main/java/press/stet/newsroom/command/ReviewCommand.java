package press.stet.newsroom.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.stet.model.Digest;
import press.stet.model.house.Check;
import tools.jackson.databind.JsonNode;

/** {@code stet review}: what waits for a judgement, and giving one. */
@Command(
        name = "review",
        description = "Judge: see what waits, read it, approve it or send it back.",
        subcommands = {
            ReviewCommand.Queue.class,
            ReviewCommand.Show.class,
            ReviewDiffCommand.class,
            ReviewCommand.Approve.class,
            ReviewCommand.Changes.class
        })
final class ReviewCommand {

    @Command(name = "queue", description = "What waits for a check, longest first.")
    static final class Queue implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                JsonNode queue = session.view().get("/newsroom/review/queue");
                Table.print(
                        session,
                        queue,
                        queue.path("editions"),
                        "Nothing waits for a review.",
                        row -> row.path("shortId").asString()
                                + "/" + row.path("language").asString() + "@"
                                + row.path("version").asInt() + "  needs "
                                + Table.words(row.path("missing")) + "  since "
                                + row.path("since").asString() + "  “"
                                + row.path("headline").asString() + "” by "
                                + row.path("writer").asString());
                return ExitStatus.DONE;
            }
        }
    }

    @Command(name = "show", description = "Read the version in review.")
    static final class Show extends EditionCommand {

        @Override
        int run(Named at, Session session) {
            Table.printText(session, at.text(session));
            return ExitStatus.DONE;
        }
    }

    @Command(name = "approve", description = "Give a check to the version in review.")
    static final class Approve extends EditionCommand {

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Option(names = "--check", paramLabel = "C", defaultValue = "editor", description = "Which (default: editor).")
        private String check = Check.EDITOR.name();

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Digest digest = at.digest(session);
            confirmation.ask("Approve", at.edition(), session);
            session.say("version " + at.version() + ", " + digest);
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.reviews().approve(at.story(), at.language(), at.version(), digest, check(check)));
        }
    }

    @Command(name = "changes", description = "Send the version in review back to its writer.")
    static final class Changes extends EditionCommand {

        @Option(names = "--note", required = true, paramLabel = "TEXT", description = "What is to change.")
        private String note = "";

        @Option(
                names = "--check",
                paramLabel = "C",
                defaultValue = "editor",
                description = "In whose name (default: editor).")
        private String check = Check.EDITOR.name();

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.reviews().requestChanges(at.story(), at.language(), at.version(), check(check), note));
        }
    }

    private static Check check(String name) {
        try {
            return new Check(name);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }
}
