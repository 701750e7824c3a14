package press.stet.newsroom.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.model.Digest;
import press.stet.model.Version;
import press.stet.model.house.Check;
import press.stet.newsroom.command.StoryView.EditionView;
import tools.jackson.databind.JsonNode;

/** {@code stet review}: what waits for a judgement, and giving one. */
@Command(
        name = "review",
        description = "Judge: see what waits, read it, approve it or send it back.",
        subcommands = {
            ReviewCommand.Queue.class,
            ReviewCommand.Show.class,
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
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY[/LANGUAGE][@N]")
        private @Nullable StoryName name;

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                EditionView edition = story.edition(named.language());
                Version version = DraftCommand.atHand(named, edition);
                JsonNode text = session.view()
                        .get("/newsroom/stories/" + story.id() + "/" + edition.language() + "/copy?version=" + version);
                Table.printText(session, text);
                return ExitStatus.DONE;
            }
        }
    }

    @Command(name = "approve", description = "Give a check to the version in review.")
    static final class Approve implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY[/LANGUAGE][@N]")
        private @Nullable StoryName name;

        @Option(names = "--check", paramLabel = "C", defaultValue = "editor", description = "Which (default: editor).")
        private String check = Check.EDITOR.name();

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                EditionView edition = story.edition(named.language());
                Version version = DraftCommand.atHand(named, edition);
                Digest digest = digest(story, edition, version, session);
                confirmation.ask("Approve", edition, session);
                session.say("version " + version + ", " + digest);
                return session.tell(
                        story.id(),
                        edition.language(),
                        version,
                        session.reviews().approve(story.id(), edition.language(), version, digest, check(check)));
            }
        }
    }

    @Command(name = "changes", description = "Send the version in review back to its writer.")
    static final class Changes implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY[/LANGUAGE][@N]")
        private @Nullable StoryName name;

        @Option(names = "--note", required = true, paramLabel = "TEXT", description = "What is to change.")
        private String note = "";

        @Option(
                names = "--check",
                paramLabel = "C",
                defaultValue = "editor",
                description = "In whose name (default: editor).")
        private String check = Check.EDITOR.name();

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                EditionView edition = story.edition(named.language());
                Version version = DraftCommand.atHand(named, edition);
                return session.tell(
                        story.id(),
                        edition.language(),
                        version,
                        session.reviews().requestChanges(story.id(), edition.language(), version, check(check), note));
            }
        }
    }

    /** The digest of the version at hand, else of the text that the number names. */
    static Digest digest(StoryView story, EditionView edition, Version version, Session session) {
        if (version.equals(edition.version()) && edition.digest() != null) {
            return edition.digest();
        }
        JsonNode text = session.view()
                .get("/newsroom/stories/" + story.id() + "/" + edition.language() + "/copy?version=" + version);
        return new Digest(text.path("digest").asString());
    }

    private static Check check(String name) {
        try {
            return new Check(name);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }
}
