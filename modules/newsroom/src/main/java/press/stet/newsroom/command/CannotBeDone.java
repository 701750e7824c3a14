package press.stet.newsroom.command;

/** A command that could not be done. The message says what, where, and what to do. */
final class CannotBeDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotBeDone(String message) {
        super(message);
    }

    CannotBeDone(String message, Throwable cause) {
        super(message, cause);
    }
}
