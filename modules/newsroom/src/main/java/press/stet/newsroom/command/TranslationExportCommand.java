package press.stet.newsroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;
import press.stet.newsroom.command.NewsroomView.VersionText;
import press.stet.newsroom.command.StoryView.EditionView;
import press.stet.translation.handout.Handout;
import press.stet.translation.handout.Sheet;
import press.stet.translation.handout.Unit;
import press.stet.translation.handout.WordCount;
import press.stet.translation.xliff.XliffWriter;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet translation export}: a story on its way to a translator. */
@Command(
        name = "export",
        description = {
            "Write what is to be translated to a file: XLIFF 2.1 where its name ends in .xlf, else Markdown.",
            "XLIFF has the translation that stands beside it, and of that only what has changed is to be done."
        })
final class TranslationExportCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(
            index = "0",
            paramLabel = "STORY",
            converter = StoryName.Reader.class,
            description =
                    "STORY[/LANGUAGE][@N], what to translate (default: what was asked for, else what readers see).")
    private @Nullable StoryName name;

    @Parameters(index = "1", paramLabel = "LANG", description = "Into which language.")
    private String into = "";

    @Parameters(index = "2", paramLabel = "FILE", description = "Where to: .xlf or .md.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try (Session session = common.open()) {
            StoryName named = DraftCommand.given(name);
            Language language = TranslationCommand.language(into);
            StoryView story = session.view().story(named.story());
            EditionView edition = story.has(language) ? story.edition(language) : null;
            Language from = from(named, story, edition);
            if (from.equals(language)) {
                throw new WrongUsage("a translation into " + language + " is not made from " + language
                        + "; name its source with STORY/LANGUAGE");
            }
            VersionText source = session.view().text(story.id(), from, version(named, story, edition, from));
            if (Handouts.isXliff(file)) {
                Version stands = edition == null ? null : edition.version();
                writeXliff(Handouts.of(session, story.id(), source, language, stands), session);
            } else {
                DraftCommand.write(file, MarkdownCopy.toTranslate(source.copy(), source.version(), language));
                session.say(file + " holds " + from + "@" + source.version() + ", to be written over in " + language);
            }
            return ExitStatus.DONE;
        }
    }

    private static Language from(StoryName named, StoryView story, @Nullable EditionView edition) {
        if (named.language() != null) {
            return named.language();
        }
        Source job = edition == null ? null : edition.job();
        Source source = job == null && edition != null ? edition.source() : job;
        return source == null ? story.original() : source.language();
    }

    /** Null for what is in hand, where readers see nothing. */
    private static @Nullable Version version(
            StoryName named, StoryView story, @Nullable EditionView edition, Language from) {
        if (named.version() != null) {
            return named.version();
        }
        Source job = edition == null ? null : edition.job();
        return job != null && job.language().equals(from)
                ? job.version()
                : story.edition(from).liveVersion();
    }

    private void writeXliff(Handout handout, Session session) {
        try {
            Files.writeString(file, XliffWriter.write(handout));
        } catch (IOException unwritable) {
            throw new CannotBeDone(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        } catch (IllegalArgumentException unfit) {
            throw new CannotBeDone(handout.source() + ": " + unfit.getMessage(), unfit);
        }
        Sheet sheet = Sheet.of(handout);
        if (session.json()) {
            session.out().println(json(handout, sheet));
            session.out().flush();
        }
        tell(handout, sheet, session);
    }

    private void tell(Handout handout, Sheet sheet, Session session) {
        Language from = handout.source().language();
        session.say(file + " holds " + handout.source() + ", to be translated into " + handout.into()
                + (handout.replaces() == null ? "" : " in place of version " + handout.replaces()));
        session.say(sheet.toDo().size() + " of " + sheet.units().size() + " blocks are to do, "
                + WordCount.toDo(sheet.units(), from) + " of " + WordCount.of(sheet.units(), from) + " words");
        if (handout.replaces() != null && handout.standing() == null) {
            session.say(
                    "Version " + handout.replaces() + " was not made from " + from + ": nothing of it is in the file.");
        }
        if (!sheet.leftOut().isEmpty()) {
            session.say("Left out, since the source no longer has what they render: " + sheet.leftOut());
        }
    }

    private ObjectNode json(Handout handout, Sheet sheet) {
        Language from = handout.source().language();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("story", handout.story().toString())
                .put("language", handout.into().tag())
                .put("sourceLanguage", from.tag())
                .put("sourceVersion", handout.source().version().number())
                .put(
                        "replaces",
                        handout.replaces() == null ? null : handout.replaces().number())
                .put("file", file.toString())
                .put("blocks", sheet.units().size())
                .put("words", WordCount.of(sheet.units(), from))
                .put("wordsToDo", WordCount.toDo(sheet.units(), from));
        put(json, "toDo", sheet.toDo().stream().map(Unit::id).toList());
        put(json, "leftOut", sheet.leftOut().stream().map(BlockId::text).toList());
        return json;
    }

    private static void put(ObjectNode json, String key, List<String> ids) {
        ids.forEach(json.putArray(key)::add);
    }
}
