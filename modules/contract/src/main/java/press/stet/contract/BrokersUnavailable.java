package press.stet.contract;

/** Kafka does not answer, or does not do what it is asked. The message says what was asked; it may be asked again. */
public final class BrokersUnavailable extends RuntimeException {

    public BrokersUnavailable(String asked, Throwable cause) {
        super(
                "Kafka did not " + asked + " (" + cause.getMessage()
                        + "): check that the newsroom runs and can be reached",
                cause);
    }
}
