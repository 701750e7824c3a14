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
        subcommands = {StoryCommand.Stories.class, StoryCommand.Show.class, StoryHistoryCommand.class})
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

        @Option(
                names = "--at",
                paramLabel = "INSTANT",
                description =
                        "As it was then, such as 2026-11-26T18:00:00Z: states, checks given, and what readers saw.")
        private @Nullable String at;

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                StoryView story = session.view().story(DraftCommand.given(name).story());
                if (at != null) {
                    return StoryThen.tell(story, WholeStoryCommand.moment(at), session);
                }
                session.out().println(session.json() ? story.json() : lines(story.json()));
                session.out().flush();
                return ExitStatus.DONE;
            }
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
