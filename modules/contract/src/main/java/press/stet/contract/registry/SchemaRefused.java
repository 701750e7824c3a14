package press.stet.contract.registry;

/** The registry does not take a schema: it could not read what earlier ones have written. */
public final class SchemaRefused extends RuntimeException {

    SchemaRefused(String subject, Throwable cause) {
        super("the registry refuses the schema for " + subject + ": " + cause.getMessage(), cause);
    }
}
