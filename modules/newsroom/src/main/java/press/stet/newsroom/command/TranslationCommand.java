package press.stet.newsroom.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Source;
import press.stet.model.event.Event;
import press.stet.newsroom.command.StoryView.EditionView;
import tools.jackson.databind.JsonNode;

/** {@code stet translation}: a story on its way into another language. */
@Command(
        name = "translation",
        description = "Translate: ask for translations, fetch their source, deliver them.",
        subcommands = {
            TranslationCommand.Request.class,
            TranslationCommand.Queue.class,
            TranslationCommand.Export.class,
            TranslationCommand.Deliver.class
        })
final class TranslationCommand {

    @Command(name = "request", description = "Ask for translations into one or more languages.")
    static final class Request implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(
                index = "0",
                paramLabel = "STORY",
                converter = StoryName.Reader.class,
                description = "STORY[/LANGUAGE][@N], what to translate")
        private @Nullable StoryName name;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "LANG", description = "Into which languages.")
        private List<String> languages = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                List<Language> all =
                        languages.stream().map(TranslationCommand::language).toList();
                List<Answer> answers = new ArrayList<>(all.size());
                for (Language language : all) {
                    answers.add(
                            session.translations().request(story.id(), language, named.language(), named.version()));
                }
                return session.tell(story.id(), all, answers);
            }
        }
    }

    @Command(name = "queue", description = "Translations asked for that have not come.")
    static final class Queue implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                JsonNode queue = session.view().get("/newsroom/translation/queue");
                Table.print(
                        session,
                        queue,
                        queue.path("jobs"),
                        "No translation is asked for.",
                        job -> job.path("shortId").asString()
                                + "/" + job.path("language").asString() + "  from "
                                + job.path("source").path("language").asString() + "@"
                                + job.path("source").path("version").asInt() + "  asked for by "
                                + job.path("requestedBy").asString() + " at "
                                + job.path("at").asString() + "  “"
                                + job.path("headline").asString() + "”");
                return ExitStatus.DONE;
            }
        }
    }

    @Command(name = "export", description = "Write what is to be translated to a Markdown file.")
    static final class Export implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(index = "0", paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY[@N]")
        private @Nullable StoryName name;

        @Parameters(index = "1", paramLabel = "LANG", description = "Into which language.")
        private String into = "";

        @Parameters(index = "2", paramLabel = "FILE.md", description = "Where to.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                Language language = language(into);
                StoryView story = session.view().story(named.story());
                Source job = story.has(language) ? story.edition(language).job() : null;
                Language from =
                        named.language() != null ? named.language() : job == null ? story.original() : job.language();
                Version version = named.version() != null
                                || job == null
                                || !job.language().equals(from)
                        ? named.version()
                        : job.version();
                NewsroomView.VersionText text = session.view().text(story.id(), from, version);
                DraftCommand.write(file, MarkdownCopy.toTranslate(text.copy(), text.version(), language));
                session.say(file + " holds " + from + "@" + text.version() + ", to be written over in " + language);
                return ExitStatus.DONE;
            }
        }
    }

    @Command(name = "deliver", description = "Deliver a translation from a Markdown file.")
    static final class Deliver implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(
                index = "0",
                paramLabel = "STORY",
                converter = StoryName.Reader.class,
                description = "STORY[/LANGUAGE][@N], N the version it replaces")
        private @Nullable StoryName name;

        @Parameters(index = "1", paramLabel = "FILE.md", description = "The translation.")
        private Path file = Path.of("");

        @Override
        public Integer call() throws InterruptedException {
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
                int status = session.tell(story.id(), language, replaces, answer);
                tellSource(session, answer);
                return status;
            }
        }

        /** A translator goes on from the version they sent or were handed; over somebody else's only by its number. */
        private static @Nullable Version replaces(
                MarkdownCopy copy, StoryView story, Language language, Session session) {
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

        private static void tellSource(Session session, Answer answer) {
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
        }
    }

    static Language language(String tag) {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }
}
