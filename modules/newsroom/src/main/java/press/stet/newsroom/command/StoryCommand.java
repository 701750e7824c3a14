package press.stet.newsroom.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.newsroom.command.StoryView.EditionView;
import tools.jackson.databind.JsonNode;

/** {@code stet story}: where the stories stand. */
@Command(
        name = "story",
        description = "Look: which stories there are, where one stands, what happened to it.",
        subcommands = {StoryCommand.Stories.class, StoryCommand.Show.class, StoryCommand.History.class})
final class StoryCommand {

    @Command(name = "list", description = "The stories, the last changed first.")
    static final class Stories implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "20",
                description = "How many (default: ${DEFAULT-VALUE}).")
        private int limit = 20;

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                JsonNode stories = session.view().get("/newsroom/stories?limit=" + limit);
                Table.print(session, stories, stories.path("stories"), "There is no story yet.", StoryCommand::lines);
                return ExitStatus.DONE;
            }
        }
    }

    @Command(name = "show", description = "Where a story stands, in every language.")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY")
        private @Nullable StoryName name;

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                StoryView story = session.view().story(DraftCommand.given(name).story());
                session.out().println(session.json() ? story.json() : lines(story.json()));
                session.out().flush();
                return ExitStatus.DONE;
            }
        }
    }

    @Command(name = "history", description = "What happened to a story, and what was refused.")
    static final class History implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY")
        private @Nullable StoryName name;

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                StoryView story = session.view().story(DraftCommand.given(name).story());
                JsonNode history = session.view().get("/newsroom/stories/" + story.id() + "/history");
                Table.print(session, history, history.path("events"), "Nothing has happened.", History::event);
                if (!session.json()) {
                    history.path("refusals").valueStream().map(History::refusal).forEach(session::say);
                }
                return ExitStatus.DONE;
            }
        }

        private static String event(JsonNode event) {
            return "%4d  %s  %s  %s"
                    .formatted(
                            event.path("sequence").asLong(),
                            event.path("at").asString(),
                            event.path("actor").asString(),
                            event.path("what").asString());
        }

        private static String refusal(JsonNode refusal) {
            return "   –  %s  %s  %s refused by %s: %s"
                    .formatted(
                            refusal.path("at").asString(),
                            refusal.path("actor").asString(),
                            refusal.path("command").asString(),
                            refusal.path("rule").asString(),
                            refusal.path("reason").asString());
        }
    }

    private static String lines(JsonNode json) {
        StoryView story = StoryView.of(json);
        StringBuilder lines = new StringBuilder(story.id().shortId());
        lines.append("  ").append(story.id()).append(story.killed() ? "  killed" : "");
        story.editions().forEach(edition -> lines.append("\n  ").append(line(edition)));
        return lines.toString();
    }

    /** In the copy's own script, as browsers show it. */
    private static String readable(String path) {
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private static String line(EditionView edition) {
        return "%-6s %-9s %-11s “%s”%s"
                .formatted(
                        edition.language(),
                        edition.state().equals("none") ? "–" : edition.state(),
                        edition.live(),
                        edition.headline(),
                        edition.path() == null ? "" : "\n         " + readable(edition.path()));
    }
}
