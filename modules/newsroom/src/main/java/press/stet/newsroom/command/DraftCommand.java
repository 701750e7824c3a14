package press.stet.newsroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.Ids;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.draft.markdown.MarkdownReader;
import press.stet.draft.markdown.MarkdownWriter;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.newsroom.command.StoryView.EditionView;

/** {@code stet draft}: copy on its way into the newsroom. */
@Command(
        name = "draft",
        description = "Write: file, fetch, revise and submit copy; hold, spike and hand out stories.",
        subcommands = {
            DraftCommand.File.class,
            DraftCommand.Get.class,
            DraftCommand.Revise.class,
            DraftCommand.BringBack.class,
            DraftCommand.Submit.class,
            DraftCommand.Recall.class,
            DraftCommand.Discard.class,
            DraftCommand.TakeUp.class,
            DraftCommand.Spike.class,
            DraftCommand.Restore.class,
            DraftCommand.Hold.class,
            DraftCommand.Resume.class,
            DraftCommand.Assign.class
        })
final class DraftCommand {

    /** The site of copy that names none. */
    static final Site DEFAULT_SITE = new Site("main");

    @Command(name = "file", description = "Start a story from a Markdown file.")
    static final class File implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(paramLabel = "FILE.md", description = "The copy.")
        private Path file = Path.of("");

        @Option(
                names = "--story",
                paramLabel = "STORY",
                converter = StoryName.Reader.class,
                description = "Begin this story anew in another language: a second original.")
        private @Nullable StoryName anew;

        @Override
        public Integer call() throws InterruptedException {
            MarkdownCopy copy = read(file);
            if (copy.translates() != null) {
                throw new WrongUsage(file + " translates " + copy.translates()
                        + "; deliver it with stet translation deliver STORY " + file);
            }
            try (Session session = common.open()) {
                if (anew != null) {
                    StoryId story = session.view().story(anew.story()).id();
                    return session.tell(
                            story,
                            copy.copy().language(),
                            Version.FIRST,
                            session.drafts().fileAnew(story, copy.copy()));
                }
                StoryId story = Ids.story();
                Site site = copy.site() == null ? DEFAULT_SITE : copy.site();
                Answer answer = session.drafts().file(story, site, copy.copy());
                int status = session.tell(story, copy.copy().language(), Version.FIRST, answer);
                if (status == ExitStatus.DONE) {
                    session.say("story " + story + ", short id " + story.shortId() + ", slug "
                            + copy.copy().address());
                }
                return status;
            }
        }
    }

    @Command(name = "get", description = "Write an edition's copy to a Markdown file, to be revised.")
    static final class Get extends EditionCommand {

        @Parameters(index = "1", paramLabel = "FILE.md", description = "Where to.")
        private Path file = Path.of("");

        @Override
        int run(Named at, Session session) {
            NewsroomView.VersionText text = session.view().text(at.story(), at.language(), at.named());
            MarkdownCopy.Translates translates = text.source() == null
                    ? null
                    : new MarkdownCopy.Translates(
                            text.source().language(), text.source().version());
            write(file, new MarkdownCopy(text.copy(), translates, text.version(), text.site()));
            session.say(file + " holds version " + text.version() + " in " + at.language());
            return ExitStatus.DONE;
        }
    }

    @Command(name = "revise", description = "Send new copy of an edition.")
    static final class Revise implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(
                index = "0",
                paramLabel = "STORY",
                converter = StoryName.Reader.class,
                description = "STORY[/LANGUAGE][@N]")
        private @Nullable StoryName name;

        @Parameters(index = "1", paramLabel = "FILE.md", description = "The copy.")
        private Path file = Path.of("");

        @Option(names = "--submit", description = "Put it in review at once.")
        private boolean submit;

        @Option(
                names = "--from-live",
                description = "It is made from the live version while other work is in hand, which is set aside.")
        private boolean fromLive;

        @Option(
                names = "--overrule",
                paramLabel = "BLOCK",
                description = "This block, which was changed for readers meanwhile, is to stand as it is here.")
        private List<String> overruled = List.of();

        @Override
        public Integer call() throws InterruptedException {
            MarkdownCopy copy = read(file);
            try (Session session = common.open()) {
                StoryName named = given(name);
                StoryView story = session.view().story(named.story());
                EditionView edition =
                        story.edition(named.language() == null ? copy.copy().language() : named.language());
                if (!edition.language().equals(copy.copy().language())) {
                    throw new WrongUsage(file + " is in " + copy.copy().language() + ", not in " + edition.language());
                }
                Version basedOn = basedOn(named, copy, edition, session);
                Answer answer =
                        session.drafts().revise(story.id(), basedOn, copy.copy(), submit, fromLive, blocks(overruled));
                return session.tell(story.id(), edition.language(), basedOn, answer);
            }
        }

        private static List<BlockId> blocks(List<String> names) {
            try {
                return names.stream().map(BlockId::new).toList();
            } catch (IllegalArgumentException nonsense) {
                throw new WrongUsage(String.valueOf(nonsense.getMessage()));
            }
        }

        /** Nobody overwrites a version they have not seen: without a number, only the writer of the newest goes on from it. */
        private static Version basedOn(StoryName named, MarkdownCopy copy, EditionView edition, Session session) {
            if (named.version() != null) {
                return named.version();
            }
            if (copy.version() != null) {
                return copy.version();
            }
            if (edition.version() == null
                    || !edition.writer().equals(session.person().account())) {
                throw new WrongUsage(
                        "say which version this was made from, with STORY@N or 'version' in the file; version "
                                + edition.version() + " was sent by " + edition.writer() + " at " + edition.at());
            }
            return edition.version();
        }
    }

    @Command(
            name = "bring-back",
            description = "Send an earlier version again, as a new one: STORY@N. It needs every check anew.")
    static final class BringBack extends EditionCommand {

        @Option(
                names = "--over",
                paramLabel = "M",
                description = "The newest version, which it replaces; without it, PERSON must have sent that.")
        private @Nullable Integer over;

        @Option(names = "--submit", description = "Put it in review at once.")
        private boolean submit;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Version earlier = at.named();
            if (earlier == null) {
                throw new WrongUsage("say which version to bring back, with STORY@N behind");
            }
            Version newest = newest(at.edition(), session);
            NewsroomView.VersionText text = session.view().text(at.story(), at.language(), earlier);
            if (!Objects.equals(
                    text.source(),
                    session.view().text(at.story(), at.language(), newest).source())) {
                throw new CannotBeDone("version " + earlier + " was translated from " + text.source()
                        + " and not from what version " + newest + " was: write it to a file with 'stet draft get' and"
                        + " deliver that, so that it is known what it has seen");
            }
            return session.tell(
                    at.story(),
                    at.language(),
                    newest,
                    session.drafts().revise(at.story(), newest, text.copy(), submit, false, List.of()));
        }

        /** As with new copy: nobody goes over a version that they have not seen. */
        private Version newest(EditionView edition, Session session) {
            if (over != null) {
                return new Version(over);
            }
            if (edition.version() == null
                    || !edition.writer().equals(session.person().account())) {
                throw new WrongUsage("say with --over which version it replaces; version " + edition.version()
                        + " was sent by " + edition.writer() + " at " + edition.at());
            }
            return edition.version();
        }
    }

    @Command(name = "submit", description = "Put a draft in review.")
    static final class Submit extends EditionCommand {

        @Option(
                names = "--due",
                paramLabel = "INSTANT",
                description = "When it is to be judged (default: as the house rules say).")
        private @Nullable String due;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.drafts()
                            .submit(
                                    at.story(),
                                    at.language(),
                                    at.version(),
                                    due == null ? null : WholeStoryCommand.moment(due)));
        }
    }

    @Command(name = "recall", description = "Take a version back out of review.")
    static final class Recall extends EditionCommand {

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.drafts().recall(at.story(), at.language(), at.version()));
        }
    }

    @Command(name = "take-up", description = "Have work in hand again that was set aside.")
    static final class TakeUp extends EditionCommand {

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Version version = at.named() == null ? latestAside(at, session) : at.named();
            return session.tell(
                    at.story(), at.language(), version, session.drafts().takeUp(at.story(), at.language(), version));
        }

        private static Version latestAside(Named at, Session session) {
            return session.view()
                    .get("/newsroom/stories/" + at.story())
                    .path("editions")
                    .valueStream()
                    .filter(each -> each.path("language")
                            .asString()
                            .equals(at.language().tag()))
                    .flatMap(each -> each.path("aside").valueStream())
                    .map(number -> new Version(number.asInt()))
                    .reduce((_, last) -> last)
                    .orElseThrow(() -> new CannotBeDone("nothing was set aside in " + at.language()));
        }
    }

    @Command(
            name = "discard",
            description = "Drop the version in hand, or one that was set aside. What readers see stays.")
    static final class Discard extends EditionCommand {

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.drafts().discard(at.story(), at.language(), at.version()));
        }
    }

    @Command(name = "spike", description = "Drop a story that was never public, in every language.")
    static final class Spike extends WholeStoryCommand {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Override
        Answer send(StoryId story, Session session) throws InterruptedException {
            return session.drafts().spike(story, reason);
        }
    }

    @Command(name = "restore", description = "Take a spiked story up again: each edition is a draft.")
    static final class Restore extends WholeStoryCommand {

        @Override
        Answer send(StoryId story, Session session) throws InterruptedException {
            return session.drafts().restore(story);
        }
    }

    @Command(name = "hold", description = "Stop submission, approval and publication until the story is resumed.")
    static final class Hold extends WholeStoryCommand {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Override
        Answer send(StoryId story, Session session) throws InterruptedException {
            return session.drafts().hold(story, reason);
        }
    }

    @Command(name = "resume", description = "End a hold. Nothing is published by that.")
    static final class Resume extends WholeStoryCommand {

        @Override
        Answer send(StoryId story, Session session) throws InterruptedException {
            return session.drafts().resume(story);
        }
    }

    @Command(name = "assign", description = "Say whose a story is.")
    static final class Assign extends WholeStoryCommand {

        @Parameters(index = "1", arity = "0..1", paramLabel = "PERSON", description = "Whose; nobody's without a name.")
        private @Nullable String to;

        @Option(names = "--due", paramLabel = "INSTANT", description = "When it is to be there.")
        private @Nullable String due;

        @Override
        Answer send(StoryId story, Session session) throws InterruptedException {
            return session.drafts()
                    .assign(story, to == null ? null : Session.named(to), due == null ? null : moment(due));
        }
    }

    static StoryName given(@Nullable StoryName name) {
        if (name == null) {
            throw new WrongUsage("which story?");
        }
        return name;
    }

    static MarkdownCopy read(Path file) {
        try {
            return MarkdownReader.read(file);
        } catch (IOException unreadable) {
            throw new CannotBeDone(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    static void write(Path file, MarkdownCopy copy) {
        try {
            Files.writeString(file, MarkdownWriter.write(copy));
        } catch (IOException unwritable) {
            throw new CannotBeDone(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
