package press.stet.workflow;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;

/** Words and commands of a newsroom, for tests. */
public final class TestDesk {

    public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private TestDesk() {}

    public static CommandId commandAt(Instant at, int serial) {
        return new CommandId(version7(at, serial));
    }

    public static StoryId storyAt(Instant at, int serial) {
        return new StoryId(version7(at, serial));
    }

    private static UUID version7(Instant at, int serial) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L | serial * 0x9E37_79B9L);
    }

    public static Dispatch dispatch(CommandId id, StoryId story, Person actor, Command command) {
        return new Dispatch(id, story, actor, "test/1", command);
    }

    public static Copy copy(Language language, String headline, String... paragraphs) {
        List<Block> body = new ArrayList<>();
        for (String text : paragraphs) {
            body.add(new Block.Paragraph(BlockId.NOT_GIVEN, null, text));
        }
        body.add(new Block.Photo(
                BlockId.NOT_GIVEN,
                null,
                URI.create("https://pictures.example/harbour.jpg"),
                "A harbour at dawn",
                "The harbour this morning",
                "J. Doe"));
        return new Copy(
                language,
                headline,
                "What happened",
                List.of("A. Reporter"),
                "HAMBURG",
                new Section("harbour"),
                List.of("ships"),
                null,
                body);
    }

    public static Command approve(Story story, Language language) {
        Stamp stamp = current(story, language);
        return new Command.ApproveVersion(language, stamp.version(), stamp.digest(), Check.EDITOR);
    }

    public static Command publish(Story story, Language language, PublicationKind kind) {
        Stamp stamp = current(story, language);
        return new Command.PublishVersion(language, stamp.version(), stamp.digest(), kind, Notice.NONE);
    }

    public static Command submit(Story story, Language language) {
        return new Command.SubmitForReview(language, current(story, language).version(), null);
    }

    public static Command deliver(Copy copy, @Nullable Version basedOn) {
        return new Command.DeliverTranslation(null, null, basedOn, copy);
    }

    private static Stamp current(Story story, Language language) {
        Edition edition = story.edition(language);
        Stamp stamp = edition == null ? null : edition.current();
        if (stamp == null) {
            throw new AssertionError("the story has nothing in " + language);
        }
        return stamp;
    }
}
