package press.stet.newsroom.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.sending.Answer;
import press.stet.model.Digest;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.house.Notice;
import press.stet.newsroom.command.StoryView.EditionView;

/** {@code stet publish}: what readers see. */
@Command(
        name = "publish",
        description = "Publish: show an edition to readers, correct it, withdraw it, kill its story.",
        subcommands = {
            PublishCommand.Now.class,
            PublishCommand.Correct.class,
            PublishCommand.Withdraw.class,
            PublishCommand.Kill.class
        })
final class PublishCommand {

    @Command(name = "now", description = "Show the approved version to readers: as new, or as an update.")
    static final class Now implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY[/LANGUAGE][@N]")
        private @Nullable StoryName name;

        @Option(names = "--minor", description = "Spelling and the like: the readers' date stays.")
        private boolean minor;

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                EditionView edition = story.edition(named.language());
                PublicationKind kind = minor
                        ? PublicationKind.MINOR
                        : edition.isLive() ? PublicationKind.UPDATE : PublicationKind.FIRST;
                return publish(named, story, edition, kind, Notice.NONE, confirmation, session);
            }
        }
    }

    @Command(name = "correct", description = "Show the approved version to readers as a correction, with a note.")
    static final class Correct implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY[/LANGUAGE][@N]")
        private @Nullable StoryName name;

        @Option(
                names = "--note",
                required = true,
                paramLabel = "TEXT",
                description = "What readers are told was put right.")
        private String note = "";

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                EditionView edition = story.edition(named.language());
                return publish(named, story, edition, PublicationKind.CORRECTION, notice(note), confirmation, session);
            }
        }
    }

    @Command(name = "withdraw", description = "Take one edition from the public; its address answers with the notice.")
    static final class Withdraw implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY[/LANGUAGE]")
        private @Nullable StoryName name;

        @Option(names = "--notice", required = true, paramLabel = "TEXT", description = "What readers are told.")
        private String notice = "";

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                StoryName named = DraftCommand.given(name);
                StoryView story = session.view().story(named.story());
                EditionView edition = story.edition(named.language());
                confirmation.ask("Withdraw", edition, session);
                Answer answer = session.publications()
                        .withdraw(story.id(), edition.language(), edition.number(), notice(notice));
                return session.tellInForce(story.id(), edition.language(), null, answer);
            }
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

    private static int publish(
            StoryName named,
            StoryView story,
            EditionView edition,
            PublicationKind kind,
            Notice note,
            Confirmation confirmation,
            Session session)
            throws InterruptedException {
        Version version = DraftCommand.atHand(named, edition);
        Digest digest = ReviewCommand.digest(story, edition, version, session);
        confirmation.ask("Publish", edition, session);
        session.say("version " + version + ", " + digest);
        Answer answer = session.publications().publish(story.id(), edition.language(), version, digest, kind, note);
        return session.tellInForce(story.id(), edition.language(), version, answer);
    }

    private static Notice notice(String text) {
        try {
            return Notice.of(text);
        } catch (IllegalArgumentException tooLong) {
            throw new WrongUsage(String.valueOf(tooLong.getMessage()));
        }
    }
}
