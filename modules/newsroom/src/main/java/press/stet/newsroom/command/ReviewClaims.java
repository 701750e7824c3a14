package press.stet.newsroom.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import press.stet.model.Person;

/** {@code stet review claim|release}: who sees to which check, so that nobody else need. */
final class ReviewClaims {

    private ReviewClaims() {}

    @Command(name = "claim", description = "See to a check, or say who does.")
    static final class Claim extends EditionCommand {

        @Option(names = "--check", paramLabel = "C", defaultValue = "editor", description = "Which (default: editor).")
        private String check = "";

        @Option(names = "--for", paramLabel = "PERSON", description = "Who sees to it (default: whoever asks).")
        private @Nullable String to;

        @Option(names = "--from", paramLabel = "PERSON", description = "In the place of this person.")
        private @Nullable String from;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Person person = to == null ? session.person() : Session.named(to);
            return session.tell(
                    at.story(),
                    at.language(),
                    null,
                    session.reviews()
                            .claim(
                                    at.story(),
                                    at.language(),
                                    ReviewCommand.check(check),
                                    from == null ? null : Session.named(from),
                                    person));
        }
    }

    @Command(name = "release", description = "See to a check no more.")
    static final class Release extends EditionCommand {

        @Option(names = "--check", paramLabel = "C", defaultValue = "editor", description = "Which (default: editor).")
        private String check = "";

        @Option(names = "--from", paramLabel = "PERSON", description = "Whose it is (default: whoever asks).")
        private @Nullable String from;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Person person = from == null ? session.person() : Session.named(from);
            return session.tell(
                    at.story(),
                    at.language(),
                    null,
                    session.reviews().claim(at.story(), at.language(), ReviewCommand.check(check), person, null));
        }
    }
}
