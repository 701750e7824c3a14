package press.stet.newsroom.command;

/** A command that does not say enough, or says it wrong. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
