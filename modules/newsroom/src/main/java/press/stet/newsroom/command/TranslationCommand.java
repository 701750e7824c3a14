package press.stet.newsroom.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Source;
import tools.jackson.databind.JsonNode;

/** {@code stet translation}: a story on its way into another language. */
@Command(
        name = "translation",
        description = "Translate: ask for translations, fetch their source, deliver them.",
        subcommands = {
            TranslationCommand.Request.class,
            TranslationCommand.Queue.class,
            TranslationExportCommand.class,
            TranslationDeliverCommand.class,
            TranslationCommand.Assign.class,
            TranslationCommand.Confirm.class,
            TranslationCommand.Cancel.class,
            TranslationCommand.Stale.class
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

    /** About the translation of a story into one language. */
    abstract static class OneTranslation implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(index = "0", paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY")
        private @Nullable StoryName name;

        @Parameters(index = "1", paramLabel = "LANG", description = "The translation's language.")
        private String tag = "";

        @Override
        public final Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryView story = session.view().story(DraftCommand.given(name).story());
                Language language = language(tag);
                return session.tell(story.id(), language, null, send(story, language, session));
            }
        }

        abstract Answer send(StoryView story, Language language, Session session) throws InterruptedException;
    }

    @Command(name = "assign", description = "Say who translates what was asked for.")
    static final class Assign extends OneTranslation {

        @Parameters(
                index = "2",
                arity = "0..1",
                paramLabel = "PERSON",
                description = "Who; whoever takes it up without a name.")
        private @Nullable String to;

        @Option(names = "--due", paramLabel = "INSTANT", description = "When it is to be there.")
        private @Nullable String due;

        @Override
        Answer send(StoryView story, Language language, Session session) throws InterruptedException {
            return session.translations()
                    .assign(
                            story.id(),
                            language,
                            to == null ? null : Session.named(to),
                            due == null ? null : WholeStoryCommand.moment(due));
        }
    }

    @Command(name = "confirm", description = "Say that a translation is still right although its source has changed.")
    static final class Confirm extends OneTranslation {

        @Override
        Answer send(StoryView story, Language language, Session session) throws InterruptedException {
            Source source = story.edition(language).source();
            Version live =
                    source == null ? null : story.edition(source.language()).liveVersion();
            if (source == null || live == null) {
                throw new CannotBeDone("the " + language + " edition has no source that readers see");
            }
            session.say("decided on " + source.language() + "@" + live);
            return session.translations().confirm(story.id(), language, live);
        }
    }

    @Command(name = "cancel", description = "End a translation that was asked for and has not come.")
    static final class Cancel extends OneTranslation {

        @Override
        Answer send(StoryView story, Language language, Session session) throws InterruptedException {
            return session.translations().cancel(story.id(), language);
        }
    }

    @Command(name = "stale", description = "Translations that have not seen what readers see of their source.")
    static final class Stale implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "STORY",
                converter = StoryName.Reader.class,
                description = "Of this story alone.")
        private @Nullable StoryName name;

        @Override
        public Integer call() {
            try (Session session = common.open()) {
                String of = name == null
                        ? ""
                        : "?story=" + session.view().story(name.story()).id();
                JsonNode stale = session.view().get("/newsroom/translation/stale" + of);
                Table.print(
                        session,
                        stale,
                        stale,
                        "No translation is stale.",
                        each -> StoryId.of(each.path("story").asString()).shortId() + "/"
                                + each.path("language").asString() + "  has not seen of "
                                + each.path("sourceLanguage").asString() + "@"
                                + each.path("sourceVersion").asInt() + ": " + Table.words(each.path("blocks")));
                return ExitStatus.DONE;
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
