package press.stet.contract.registry;

import java.net.URI;

/** The registry does not have the schema that this build writes with. */
public final class SchemaNotRegistered extends RuntimeException {

    SchemaNotRegistered(URI registry, String subject, Throwable cause) {
        super(
                "the schema registry at " + registry + " does not have this build's schema for " + subject
                        + ": register it with 'stet ops topics --apply'",
                cause);
    }
}
