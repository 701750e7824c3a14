package press.stet.contract.registry;

/** No Avro schema has this id in the registry. */
public final class UnknownSchema extends RuntimeException {

    UnknownSchema(int id, Throwable cause) {
        super("the schema registry has no Avro schema " + id, cause);
    }
}
