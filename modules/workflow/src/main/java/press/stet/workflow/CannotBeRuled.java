package press.stet.workflow;

/**
 * A command that came in rightly cannot be ruled on, and that was found out before anything was stored or sent: it goes to the
 * dead letters and the others go on. Thrown at any later moment it would leave half a ruling behind; whatever goes wrong then
 * fails the task, whose transaction is given up.
 */
final class CannotBeRuled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    CannotBeRuled(String why) {
        super(why);
        this.why = why;
    }

    CannotBeRuled(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    /** A sentence for operators. */
    String why() {
        return why;
    }
}
