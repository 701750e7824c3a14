package press.stet.contract.registry;

import java.net.URI;

/** The schema registry does not answer, or not as a registry does. What was asked may be asked again. */
public final class RegistryUnavailable extends RuntimeException {

    RegistryUnavailable(URI registry, String asked, Throwable cause) {
        super(
                "the schema registry at " + registry + " did not answer when asked for " + asked + " ("
                        + cause.getMessage() + "): check that it runs and can be reached",
                cause);
    }
}
