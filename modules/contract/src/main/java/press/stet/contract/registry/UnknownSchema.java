package press.stet.contract.registry;

/** No Avro schema has this id in the registry. */
public final class UnknownSchema extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSchema(int id, Throwable cause) {
        super("the schema registry has no Avro schema " + id, cause);
    }
}
