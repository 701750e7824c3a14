package press.stet.contract;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Kafka does not answer, or does not do what it is asked. The message says what was asked; it may be asked again. */
public final class BrokersUnavailable extends RuntimeException {

    public BrokersUnavailable(String asked, Throwable cause) {
        super("Kafka did not " + asked + " (" + cause.getMessage() + "): " + advice(cause), cause);
    }

    private static String advice(Throwable cause) {
        return switch (cause) {
            case AuthenticationException _ -> "check the user and the password";
            case AuthorizationException _ -> "log in as somebody who may";
            default -> "check that the newsroom runs and can be reached";
        };
    }
}
