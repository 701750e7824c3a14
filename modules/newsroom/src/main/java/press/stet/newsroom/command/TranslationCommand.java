package press.stet.newsroom.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.model.Language;
import tools.jackson.databind.JsonNode;

/** {@code stet translation}: a story on its way into another language. */
@Command(
        name = "translation",
        description = "Translate: ask for translations, fetch their source, deliver them.",
        subcommands = {
            TranslationCommand.Request.class,
            TranslationCommand.Queue.class,
            TranslationExportCommand.class,
            TranslationDeliverCommand.class
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

    static Language language(String tag) {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }
}
