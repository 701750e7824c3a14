package press.stet.newsroom.command;

import java.time.ZonedDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.model.Digest;
import press.stet.model.StoryId;
import press.stet.model.command.PublicationKind;
import press.stet.model.event.Event;
import press.stet.model.house.Notice;

/** {@code stet publish}: what readers see. */
@Command(
        name = "publish",
        description = "Publish: show an edition to readers, correct it, withdraw it, embargo or kill its story.",
        subcommands = {
            PublishCommand.Now.class,
            PublishCommand.Correct.class,
            PublishCommand.At.class,
            PublishCommand.Unschedule.class,
            PublishCommand.Withdraw.class,
            PublishCommand.Kill.class,
            PublishCommand.Embargo.class,
            PublishCommand.Lift.class,
            PublishCommand.Resend.class
        })
final class PublishCommand {

    @Command(name = "now", description = "Show the approved version to readers: as new, or as an update.")
    static final class Now extends EditionCommand {

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Option(names = "--minor", description = "Spelling and the like: the readers' date stays.")
        private boolean minor;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            PublicationKind kind = minor
                    ? PublicationKind.MINOR
                    : at.edition().isLive() ? PublicationKind.UPDATE : PublicationKind.FIRST;
            return publish(at, kind, Notice.NONE, confirmation, session);
        }
    }

    @Command(name = "correct", description = "Show the approved version to readers as a correction, with a note.")
    static final class Correct extends EditionCommand {

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Option(
                names = "--note",
                required = true,
                paramLabel = "TEXT",
                description = "What readers are told was put right.")
        private String note = "";

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return publish(at, PublicationKind.CORRECTION, notice(note), confirmation, session);
        }
    }

    @Command(
            name = "at",
            description = "Show the approved version to readers at a moment; every rule is asked again then.")
    static final class At extends EditionCommand {

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Parameters(index = "1", paramLabel = "INSTANT", description = "When, such as 2026-12-01T08:00+05:00.")
        private String due = "";

        @Option(names = "--minor", description = "Spelling and the like: the readers' date stays.")
        private boolean minor;

        @Option(
                names = "--note",
                paramLabel = "TEXT",
                description = "A correction, and what readers are told was put right.")
        private @Nullable String note;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            if (minor && note != null) {
                throw new WrongUsage("a correction is not minor: leave --minor or --note out");
            }
            ZonedDateTime moment = WholeStoryCommand.zoned(due);
            PublicationKind kind = note != null
                    ? PublicationKind.CORRECTION
                    : minor
                            ? PublicationKind.MINOR
                            : at.edition().isLive() ? PublicationKind.UPDATE : PublicationKind.FIRST;
            Digest digest = at.digest(session);
            confirmation.ask("Publish at " + moment, at.edition(), session);
            session.say("version " + at.version() + ", " + digest + ", at " + moment);
            Answer answer = session.publications()
                    .schedule(
                            at.story(),
                            at.language(),
                            at.version(),
                            digest,
                            moment.toInstant(),
                            moment.getZone(),
                            kind,
                            note == null ? Notice.NONE : notice(note));
            return session.tell(at.story(), at.language(), at.version(), answer);
        }
    }

    @Command(name = "unschedule", description = "Have what was scheduled not go out; it stays approved.")
    static final class Unschedule extends EditionCommand {

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tell(
                    at.story(), at.language(), null, session.publications().unschedule(at.story(), at.language()));
        }
    }

    @Command(name = "withdraw", description = "Take one edition from the public; its address answers with the notice.")
    static final class Withdraw extends EditionCommand {

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Option(names = "--notice", required = true, paramLabel = "TEXT", description = "What readers are told.")
        private String notice = "";

        @Override
        int run(Named at, Session session) throws InterruptedException {
            confirmation.ask("Withdraw", at.edition(), session);
            Answer answer = session.publications()
                    .withdraw(at.story(), at.language(), at.edition().number(), notice(notice));
            return session.tellInForce(at.story(), at.language(), null, answer);
        }
    }

    @Command(name = "kill", description = "Recall the story in every language, for good.")
    static final class Kill implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY")
        private @Nullable StoryName name;

        @Option(names = "--notice", required = true, paramLabel = "TEXT", description = "What readers are told.")
        private String notice = "";

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                confirmation.ask("Kill, in every language and for good", story.edition(null), session);
                Answer answer = session.publications().kill(story.id(), notice(notice));
                return session.tellInForce(story.id(), null, null, answer);
            }
        }
    }

    @Command(name = "embargo", description = "Keep a story from the public, in every language.")
    static final class Embargo extends WholeStoryCommand {

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "INSTANT",
                description = "Before this moment; until it is lifted without one.")
        private @Nullable String until;

        @Override
        Answer send(StoryId story, Session session) throws InterruptedException {
            return session.publications().embargo(story, until == null ? null : moment(until));
        }
    }

    @Command(name = "lift", description = "End an embargo. Nothing is published by that.")
    static final class Lift extends WholeStoryCommand {

        @Override
        Answer send(StoryId story, Session session) throws InterruptedException {
            return session.publications().liftEmbargo(story);
        }
    }

    @Command(name = "resend", description = "Give those who take what readers see the same once more.")
    static final class Resend extends EditionCommand {

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tellInForce(
                    at.story(), at.language(), null, session.publications().resend(at.story(), at.language()));
        }
    }

    private static int publish(
            EditionCommand.Named at, PublicationKind kind, Notice note, Confirmation confirmation, Session session)
            throws InterruptedException {
        Digest digest = at.digest(session);
        confirmation.ask("Publish", at.edition(), session);
        session.say("version " + at.version() + ", " + digest);
        Answer answer = session.publications().publish(at.story(), at.language(), at.version(), digest, kind, note);
        int status = session.tellInForce(at.story(), at.language(), at.version(), answer);
        if (answer instanceof Answer.Accepted accepted
                && accepted.events().getLast().event() instanceof Event.PublicationScheduled waiting) {
            session.say("It waits for the story's other languages, at the latest until " + waiting.due() + ".");
        }
        return status;
    }

    private static Notice notice(String text) {
        try {
            return Notice.of(text);
        } catch (IllegalArgumentException tooLong) {
            throw new WrongUsage(String.valueOf(tooLong.getMessage()));
        }
    }
}
