package press.stet.archive.rebuild;

/** A store could not be rebuilt. What is live is as it was. */
public final class CannotRebuild extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRebuild(String why) {
        super(why);
    }

    CannotRebuild(String why, Throwable cause) {
        super(why, cause);
    }
}
