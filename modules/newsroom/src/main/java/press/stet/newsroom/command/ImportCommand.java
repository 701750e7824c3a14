package press.stet.newsroom.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.proof.Token;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.newsroom.command.StoryView.EditionView;
import press.stet.newsroom.importing.Desk;
import press.stet.newsroom.importing.Import;
import press.stet.newsroom.importing.ImportCount;
import press.stet.newsroom.importing.Standing;
import press.stet.newsroom.importing.StoryFolder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet import}: a folder of stories, each a folder with a file per language. */
@Command(
        name = "import",
        description = "Bring in a folder of stories. Begun again, it goes on where it stopped and does nothing twice.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "FOLDER", description = "Each sub-folder is a story, its .md files the languages.")
    private Path folder = Path.of("");

    @Option(names = "--approve-as", paramLabel = "EDITOR", description = "Take each through review to its readers.")
    private @Nullable String approver;

    @Option(
            names = "--approve-token-file",
            paramLabel = "FILE",
            description = "A file with the token that proves who EDITOR is.")
    private @Nullable Path approversToken;

    @Override
    public Integer call() throws InterruptedException {
        List<Path> stories = stories();
        try (Session session = common.open()) {
            return tell(bringIn(stories, session), session);
        }
    }

    private ImportCount bringIn(List<Path> stories, Session session) throws InterruptedException {
        try (ProgressBar progress = progress(stories.size(), session)) {
            return new Import(desk(session), id -> standing(id, session), DraftCommand.DEFAULT_SITE, progress::step)
                    .run(stories);
        }
    }

    private List<Path> stories() {
        try {
            return StoryFolder.in(folder);
        } catch (IOException unreadable) {
            throw new CannotBeDone(folder + " cannot be listed: " + unreadable.getMessage(), unreadable);
        }
    }

    private Desk desk(Session session) {
        if (approver == null) {
            return new Desk(session.drafts(), session.translations(), null, null);
        }
        Person editor = editor(approver, session);
        return new Desk(
                session.drafts(), session.translations(), session.reviews(editor), session.publications(editor));
    }

    private Person editor(String approver, Session session) {
        Person editor = Session.named(approver);
        Token token = approversToken == null ? null : Bearer.token(approversToken);
        if (token != null && !session.bearerOf(token).equals(editor)) {
            throw new WrongUsage("the token in " + approversToken + " is not " + editor + "'s");
        }
        return editor;
    }

    private static Optional<Standing> standing(StoryId story, Session session) {
        return session.view().findStory(story.toString()).map(view -> {
            Map<Language, Standing.Edition> editions = new HashMap<>();
            for (EditionView edition : view.editions()) {
                if (edition.version() != null && edition.digest() != null) {
                    editions.put(
                            edition.language(),
                            new Standing.Edition(
                                    state(edition), edition.isLive(), edition.version(), edition.digest()));
                }
            }
            return new Standing(editions);
        });
    }

    private static Standing.State state(EditionView edition) {
        return switch (edition.state()) {
            case "none" -> Standing.State.NONE;
            case "draft" -> Standing.State.DRAFT;
            case "in-review" -> Standing.State.IN_REVIEW;
            case "approved" -> Standing.State.APPROVED;
            default ->
                throw new CannotBeDone("this stet does not know the state '" + edition.state() + "'; upgrade it");
        };
    }

    /** Drawn on a terminal; silent in a pipe. */
    private static ProgressBar progress(int stories, Session session) {
        boolean terminal = Confirmation.terminal().isPresent() && !session.json();
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName("stories")
                .setInitialMax(stories)
                .setStyle(ProgressBarStyle.ASCII);
        if (!terminal) {
            bar.setConsumer(new Silence());
        }
        return bar.build();
    }

    private static int tell(ImportCount count, Session session) {
        if (session.json()) {
            session.out().println(json(count));
            session.out().flush();
        } else {
            count.refusals().forEach(session::say);
            count.problems().forEach(session::say);
            session.say(count.stories() + " stories with " + count.editions() + " editions: " + count.accepted()
                    + " commands accepted, " + count.refusals().size() + " refused, "
                    + count.problems().size() + " failed; " + count.already() + " editions were there already, "
                    + count.live() + " are live");
        }
        return !count.problems().isEmpty()
                ? ExitStatus.FAILED
                : count.refusals().isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static ObjectNode json(ImportCount count) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("stories", count.stories())
                .put("editions", count.editions())
                .put("accepted", count.accepted())
                .put("refused", count.refusals().size())
                .put("already", count.already())
                .put("live", count.live());
        ArrayNode refusals = json.putArray("refusals");
        count.refusals().forEach(refusals::add);
        ArrayNode problems = json.putArray("problems");
        count.problems().forEach(problems::add);
        return json;
    }
}
