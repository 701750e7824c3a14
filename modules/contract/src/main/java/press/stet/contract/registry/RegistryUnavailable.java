package press.stet.contract.registry;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.URI;
import java.util.Set;

/** The schema registry does not answer, or not as a registry does. What was asked may be asked again. */
public final class RegistryUnavailable extends RuntimeException {

    private static final Set<Integer> FORBIDDEN = Set.of(401, 403);

    private final boolean forbidden;

    RegistryUnavailable(URI registry, String asked, Throwable cause) {
        super(
                "the schema registry at " + registry + " did not answer when asked for " + asked + " ("
                        + cause.getMessage() + "): "
                        + (isForbidden(cause)
                                ? "check registry.user and registry.password"
                                : "check that it runs and can be reached"),
                cause);
        this.forbidden = isForbidden(cause);
    }

    /** Whether the registry does not let its user in: only other settings, or other rights, can mend that. */
    public boolean isForbidden() {
        return forbidden;
    }

    private static boolean isForbidden(Throwable cause) {
        return cause instanceof RestClientException answer && FORBIDDEN.contains(answer.getStatus());
    }
}
