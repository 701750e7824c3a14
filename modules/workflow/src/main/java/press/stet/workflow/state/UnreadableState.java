package press.stet.workflow.state;

/** A row of the workflow's own state is not what this build can read. Nothing may be ruled on without it: the instance stops. */
public final class UnreadableState extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableState(String what, Throwable cause) {
        super(what, cause);
    }

    UnreadableState(String what) {
        super(what);
    }
}
