package press.stet.workflow;

/** The registry did not come back for as long as a thread may wait. The record it was asked for is read again, nothing is lost. */
final class RegistryAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryAway(String message, Throwable cause) {
        super(message, cause);
    }
}
