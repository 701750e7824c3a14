package press.stet.newsroom.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.stet.model.Digest;
import press.stet.model.command.Command.Remark;
import press.stet.model.house.Check;

/** {@code stet review}: what waits for a judgement, and giving one. */
@Command(
        name = "review",
        description = "Judge: see what waits, read it, approve it or send it back.",
        subcommands = {
            ReviewQueue.class,
            ReviewShow.class,
            ReviewDiffCommand.class,
            ReviewClaims.Claim.class,
            ReviewClaims.Release.class,
            ReviewCommand.Approve.class,
            ReviewCommand.Waive.class,
            ReviewCommand.Changes.class,
            ReviewNotes.Note.class,
            ReviewNotes.Answer.class,
            ReviewNotes.Resolve.class
        })
final class ReviewCommand {

    @Command(name = "approve", description = "Give a check to the version in review.")
    static final class Approve extends EditionCommand {

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Option(names = "--check", paramLabel = "C", defaultValue = "editor", description = "Which (default: editor).")
        private String check = Check.EDITOR.name();

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Digest digest = at.digest(session);
            confirmation.ask("Approve", at.edition(), session);
            session.say("version " + at.version() + ", " + digest);
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.reviews().approve(at.story(), at.language(), at.version(), digest, check(check)));
        }
    }

    @Command(name = "waive", description = "Leave a check out for once. It is owed after publication.")
    static final class Waive extends EditionCommand {

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Option(names = "--check", required = true, paramLabel = "C", description = "Which.")
        private String check = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why there is no time for it.")
        private String reason = "";

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Digest digest = at.digest(session);
            confirmation.ask("Leave the " + check + " check out of", at.edition(), session);
            session.say("version " + at.version() + ", " + digest);
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.reviews().waive(at.story(), at.language(), at.version(), digest, check(check), reason));
        }
    }

    @Command(name = "changes", description = "Send the version in review back to its writer.")
    static final class Changes extends EditionCommand {

        @Option(names = "--note", required = true, paramLabel = "TEXT", description = "What is to change.")
        private String note = "";

        @Option(
                names = "--check",
                paramLabel = "C",
                defaultValue = "editor",
                description = "In whose name (default: editor).")
        private String check = Check.EDITOR.name();

        @Option(
                names = "--on",
                paramLabel = "BLOCK=TEXT",
                description =
                        "A note on a block, to be resolved before anything is approved; as often as there are some.")
        private Map<String, String> remarks = Map.of();

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.reviews()
                            .requestChanges(at.story(), at.language(), at.version(), check(check), note, notes()));
        }

        private List<Remark> notes() {
            return remarks.entrySet().stream()
                    .map(each -> ReviewNotes.remark(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    static Check check(String name) {
        try {
            return new Check(name);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }
}
