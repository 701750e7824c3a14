package press.stet.newsroom.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.model.command.Command.Remark;
import press.stet.model.copy.BlockId;

/** {@code stet review note|answer|resolve}: what people remark on an edition. */
final class ReviewNotes {

    private ReviewNotes() {}

    @Command(name = "note", description = "Remark on a version, or on one block of it.")
    static final class Note extends EditionCommand {

        @Parameters(index = "1", paramLabel = "TEXT", description = "What there is to say.")
        private String text = "";

        @Option(names = "--block", paramLabel = "ID", description = "Of this block; stet review show has their ids.")
        private @Nullable String block;

        @Option(names = "--blocking", description = "Nothing is approved or published before it is resolved.")
        private boolean blocking;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            Remark remark = remark(block, text);
            return session.tell(
                    at.story(),
                    at.language(),
                    at.version(),
                    session.reviews().note(at.story(), at.language(), at.version(), remark, blocking));
        }
    }

    @Command(name = "answer", description = "Answer a note, which stays open.")
    static final class Answer extends EditionCommand {

        @Parameters(index = "1", paramLabel = "NOTE", description = "Its number.")
        private int note;

        @Parameters(index = "2", paramLabel = "TEXT", description = "What there is to say.")
        private String text = "";

        @Override
        int run(Named at, Session session) throws InterruptedException {
            try {
                return session.tell(
                        at.story(),
                        at.language(),
                        null,
                        session.reviews().answer(at.story(), at.language(), note, text));
            } catch (IllegalArgumentException nonsense) {
                throw new WrongUsage(String.valueOf(nonsense.getMessage()));
            }
        }
    }

    @Command(name = "resolve", description = "Say that a note has done its work.")
    static final class Resolve extends EditionCommand {

        @Parameters(index = "1", paramLabel = "NOTE", description = "Its number.")
        private int note;

        @Override
        int run(Named at, Session session) throws InterruptedException {
            return session.tell(
                    at.story(), at.language(), null, session.reviews().resolve(at.story(), at.language(), note));
        }
    }

    /** A remark as somebody typed it. */
    static Remark remark(@Nullable String block, String text) {
        try {
            return new Remark(block == null ? null : new BlockId(block), text);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }
}
