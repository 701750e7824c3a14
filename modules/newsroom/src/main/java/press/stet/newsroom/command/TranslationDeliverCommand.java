package press.stet.newsroom.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.event.Event;
import press.stet.newsroom.command.StoryView.EditionView;
import press.stet.translation.handout.Delivery;
import press.stet.translation.handout.NotTaken;
import press.stet.translation.handout.Problem;
import press.stet.translation.xliff.Header;
import press.stet.translation.xliff.XliffFile;
import press.stet.translation.xliff.XliffReader;

/** {@code stet translation deliver}: a translation that has come. */
@Command(
        name = "deliver",
        description = {
            "Deliver a translation: XLIFF that was exported, where the file's name ends in .xlf, else Markdown.",
            "XLIFF is held against what was handed out; what does not fit is told block by block, and nothing is sent."
        })
final class TranslationDeliverCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(
            index = "0",
            paramLabel = "STORY",
            converter = StoryName.Reader.class,
            description = "STORY[/LANGUAGE][@N], N the version it replaces")
    private @Nullable StoryName name;

    @Parameters(index = "1", paramLabel = "FILE", description = "The translation: .xlf or .md.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        return Handouts.isXliff(file) ? deliverXliff() : deliverMarkdown();
    }

    private int deliverMarkdown() throws InterruptedException {
        MarkdownCopy copy = DraftCommand.read(file);
        try (Session session = common.open()) {
            StoryName named = DraftCommand.given(name);
            Language language = copy.copy().language();
            if (named.language() != null && !named.language().equals(language)) {
                throw new WrongUsage(file + " is in " + language + ", not in " + named.language());
            }
            StoryView story = session.view().story(named.story());
            Version replaces = named.version() != null ? named.version() : replaces(copy, story, language, session);
            MarkdownCopy.Translates from = copy.translates();
            Answer answer = session.translations()
                    .deliver(
                            story.id(),
                            from == null ? null : from.language(),
                            from == null ? null : from.version(),
                            replaces,
                            copy.copy());
            return tell(story, language, replaces, answer, session);
        }
    }

    /** A translator goes on from the version they sent or were handed; over somebody else's only by its number. */
    private static @Nullable Version replaces(MarkdownCopy copy, StoryView story, Language language, Session session) {
        EditionView edition = story.has(language) ? story.edition(language) : null;
        if (copy.version() != null || edition == null || edition.version() == null) {
            return copy.version();
        }
        if (edition.state().equals("none")
                || edition.writer().equals(session.person().account())) {
            return edition.version();
        }
        throw new WrongUsage("say which version this replaces, with STORY@N or 'version' in the file; version "
                + edition.version() + " was sent by " + edition.writer() + " at " + edition.at());
    }

    private int deliverXliff() throws InterruptedException {
        try (Session session = common.open()) {
            XliffFile xliff = XliffReader.read(file);
            Header header = xliff.header();
            StoryView story = session.view().story(DraftCommand.given(name).story());
            check(header, story);
            Copy copy = Delivery.take(
                    Handouts.of(session, story.id(), header.source(), header.into(), header.replaces()), xliff.units());
            Answer answer = session.translations()
                    .deliver(
                            story.id(),
                            header.source().language(),
                            header.source().version(),
                            header.replaces(),
                            copy);
            return tell(story, header.into(), header.replaces(), answer, session);
        } catch (IOException unreadable) {
            throw new CannotBeDone(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (NotTaken refused) {
            throw new CannotBeDone(told(refused), refused);
        }
    }

    private void check(Header header, StoryView story) {
        StoryName named = DraftCommand.given(name);
        if (!header.story().equals(story.id())) {
            throw new NotTaken(List.of(new Problem(
                    0, "", "it is of story " + header.story() + ", not of " + named.story() + ", " + story.id())));
        }
        if (named.language() != null && !named.language().equals(header.into())) {
            throw new NotTaken(
                    List.of(new Problem(0, "", "it is in " + header.into() + ", not in " + named.language())));
        }
        if (named.version() != null && !named.version().equals(header.replaces())) {
            throw new WrongUsage(file + " was exported with version " + header.replaces() + " of the " + header.into()
                    + " edition, not with version " + named.version() + "; export anew to go on from that");
        }
    }

    /** Every line as compilers tell it, with the name of the file. */
    private String told(NotTaken refused) {
        return refused.getMessage() == null
                ? ""
                : refused.getMessage()
                        .lines()
                        .map(line -> file + (line.matches("[0-9]+: .*") ? ":" : ": ") + line)
                        .collect(Collectors.joining("\n"));
    }

    private static int tell(
            StoryView story, Language language, @Nullable Version replaces, Answer answer, Session session) {
        int status = session.tell(story.id(), language, replaces, answer);
        if (answer instanceof Answer.Accepted accepted) {
            accepted.events().forEach(entry -> {
                if (entry.event() instanceof Event.TranslationDelivered delivered) {
                    session.say("made from " + delivered.stamp().source()
                            + (delivered.unaligned().isEmpty()
                                    ? ""
                                    : "; nobody knows what these blocks render: " + delivered.unaligned()));
                }
            });
        }
        return status;
    }
}
