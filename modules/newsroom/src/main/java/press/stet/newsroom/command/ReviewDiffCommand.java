package press.stet.newsroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import press.stet.archive.copy.CopyJson;
import press.stet.model.Version;
import press.stet.review.comparison.Comparison;
import press.stet.review.comparison.ComparisonPage;
import tools.jackson.databind.JsonNode;

/** {@code stet review diff}: what a version says that another did not. */
@Command(
        name = "diff",
        description = {
            "Compare two versions of an edition: block by block, and word by word within a block.",
            "Without numbers: what is in hand with what readers see, else with the version it was made from."
        })
final class ReviewDiffCommand extends EditionCommand {

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "The earlier version (default: the live one, else the one that the later was made from).")
    private @Nullable Integer from;

    @Option(
            names = "--to",
            paramLabel = "N",
            description = "The later version (default: the one in hand, else the live one); STORY@N says the same.")
    private @Nullable Integer to;

    @Option(
            names = "--color",
            negatable = true,
            description = "Colours and no signs (default: on a terminal, unless NO_COLOR is set).")
    private @Nullable Boolean colour;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page that any browser shows.")
    private @Nullable Path page;

    /** A version with its text, as the newsroom view gives it. */
    private record Text(Version version, JsonNode json) {

        static Text of(Named at, Version version, Session session) {
            JsonNode json = new Named(at.story(), at.edition(), version).text(session);
            return new Text(version, json);
        }

        Comparison comparedWith(Text later) {
            return Comparison.of(CopyJson.read(json.path("copy")), CopyJson.read(later.json.path("copy")));
        }

        /** {@code version 3, sent by reporter at …}. */
        String told() {
            return "version " + version + ", sent by " + json.path("writer").asString() + " at "
                    + json.path("at").asString();
        }
    }

    @Override
    int run(Named at, Session session) {
        Text later = Text.of(at, later(at), session);
        Text earlier = Text.of(at, earlier(at, later), session);
        Comparison comparison = earlier.comparedWith(later);
        String title = at.story().shortId() + "/" + at.language();
        if (page != null) {
            write(
                    page,
                    ComparisonPage.of(
                            comparison,
                            title + ": version " + later.version() + " against version " + earlier.version(),
                            earlier.told(),
                            later.told()));
        }
        if (session.json()) {
            session.out().println(ComparisonJson.of(at.story(), comparison, earlier.json(), later.json()));
        } else if (page != null) {
            session.say(page + " shows " + title + ": " + later.told() + ", against " + earlier.told());
        } else {
            session.say(title + ": " + later.told());
            session.say("against " + earlier.told());
            session.out().print(new ComparisonText(isColoured()).of(comparison));
        }
        session.out().flush();
        return ExitStatus.DONE;
    }

    private Version later(Named at) {
        if (to == null) {
            return at.version();
        }
        if (at.named() != null) {
            throw new WrongUsage(
                    "STORY@" + at.named() + " and --to " + to + " name the later version twice; leave one out");
        }
        return number("--to", to);
    }

    private Version earlier(Named at, Text later) {
        if (from != null) {
            return number("--from", from);
        }
        Version live = at.edition().liveVersion();
        if (live != null && !live.equals(later.version())) {
            return live;
        }
        Version basedOn = NewsroomView.versionOrNull(later.json().path("basedOn"));
        if (basedOn == null) {
            throw new WrongUsage("version " + later.version() + " of the " + at.language()
                    + " edition was made from none, and " + (live == null ? "no version is live" : "is the live one")
                    + "; say with --from N what to compare it with");
        }
        return basedOn;
    }

    private static Version number(String option, int number) {
        try {
            return new Version(number);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(option + ": " + nonsense.getMessage());
        }
    }

    /** As <a href="https://no-color.org">no-color.org</a> has it. */
    private boolean isColoured() {
        if (colour != null) {
            return colour;
        }
        String noColour = System.getenv("NO_COLOR");
        return (noColour == null || noColour.isEmpty())
                && !"dumb".equals(System.getenv("TERM"))
                && Confirmation.terminal().isPresent();
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException unwritable) {
            throw new CannotBeDone(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
