package press.stet.newsroom.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.model.StoryId;

/** A command about a story in all its languages. */
abstract class WholeStoryCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(index = "0", paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY")
    private @Nullable StoryName name;

    @Override
    public final Integer call() throws InterruptedException {
        try (Session session = common.open()) {
            StoryId story =
                    session.view().story(DraftCommand.given(name).story()).id();
            return session.tell(story, null, null, send(story, session));
        }
    }

    /** Sends it. */
    abstract Answer send(StoryId story, Session session) throws InterruptedException;

    /** A moment as people write it: with a zone or an offset, to the millisecond. */
    static Instant moment(String text) {
        return zoned(text).toInstant();
    }

    /** The same with its zone. */
    static ZonedDateTime zoned(String text) {
        try {
            return ZonedDateTime.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException nonsense) {
            throw new WrongUsage("'" + text
                    + "' is no moment: write date, time and zone, such as 2026-12-01T08:00Z, 2026-12-01T08:00+05:00 or"
                    + " 2026-12-01T08:00+05:00[Asia/Almaty]");
        }
    }
}
