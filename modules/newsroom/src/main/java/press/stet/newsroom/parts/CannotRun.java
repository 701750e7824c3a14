package press.stet.newsroom.parts;

/** A part cannot run, and waiting does not help. The message says what is wrong and what to do. */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String message) {
        super(message);
    }

    CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
