package press.stet.testkit.running;

import java.net.URI;
import java.util.List;
import press.stet.contract.sending.Answer;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;

/** Copy to send, and the steps that a story goes. */
final class Stories {

    static final Language EN = Language.of("en");
    static final Language RU = Language.of("ru");

    private Stories() {}

    static Copy english(String headline) {
        return new Copy(
                EN,
                headline,
                "A standfirst.",
                List.of("Nora Lind"),
                "Harbour",
                new Section("city"),
                List.of("bells"),
                null,
                List.of(
                        new Block.Paragraph(BlockId.NOT_GIVEN, null, "The bell rings again."),
                        new Block.Photo(
                                BlockId.NOT_GIVEN,
                                null,
                                URI.create("https://pictures.example/bell.jpg"),
                                "A bell",
                                "The bell",
                                "N. Lind")));
    }

    static Copy russian(String headline) {
        return new Copy(
                RU,
                headline,
                "",
                List.of(),
                "",
                null,
                List.of(),
                null,
                List.of(
                        new Block.Paragraph(BlockId.NOT_GIVEN, null, "Колокол снова звонит."),
                        new Block.Photo(BlockId.NOT_GIVEN, null, null, "Колокол", "Колокол", "")));
    }

    /** What must have been accepted. */
    static Answer.Accepted accepted(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("it was not accepted: " + answer);
    }

    /** The stamp of the version that came with it. */
    static Stamp stamp(Answer answer) {
        return accepted(answer).events().stream()
                .map(entry -> entry.event().stamp())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Takes a draft through review to its readers, and says at which event they see it. */
    static long publish(RunningNewsroom newsroom, StoryId story, Language language, Stamp stamp, PublicationKind kind)
            throws InterruptedException {
        accepted(newsroom.drafts("reporter").submit(story, language, stamp.version(), null));
        accepted(newsroom.reviews("editor").approve(story, language, stamp.version(), stamp.digest(), Check.EDITOR));
        Notice note = kind == PublicationKind.CORRECTION ? Notice.of("The bell weighs a ton.") : Notice.NONE;
        Answer.Accepted out = accepted(
                newsroom.publications("chief").publish(story, language, stamp.version(), stamp.digest(), kind, note));
        return out.events().stream()
                .filter(entry -> entry.event() instanceof Event.EditionPublished)
                .findFirst()
                .orElseThrow()
                .sequence();
    }
}
