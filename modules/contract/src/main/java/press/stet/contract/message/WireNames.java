package press.stet.contract.message;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The full names of types in schemas, and in what was written by them. */
final class WireNames {

    private WireNames() {}

    /** Those in the schema of a writer that are not in the reader's. */
    static Set<String> unknownTo(Schema reader, Schema writer) {
        Set<String> news = new TreeSet<>();
        collect(writer, news);
        Set<String> known = new TreeSet<>();
        collect(reader, known);
        news.removeAll(known);
        return news;
    }

    private static void collect(Schema schema, Set<String> names) {
        switch (schema.getType()) {
            case RECORD -> {
                if (names.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> collect(field.schema(), names));
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, names));
            case ARRAY -> collect(schema.getElementType(), names);
            case MAP -> collect(schema.getValueType(), names);
            case ENUM, FIXED -> names.add(schema.getFullName());
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    /** Those of the records, enumerations and the like that a value is made of. There are no maps on the wire. */
    static Set<String> usedIn(Object value) {
        Set<String> names = new TreeSet<>();
        collectUsed(value, names);
        return names;
    }

    private static void collectUsed(@Nullable Object value, Set<String> names) {
        if (value instanceof Collection<?> values) {
            values.forEach(each -> collectUsed(each, names));
        } else if (value instanceof GenericContainer container) {
            names.add(container.getSchema().getFullName());
            if (container instanceof IndexedRecord record) {
                for (int at = 0; at < record.getSchema().getFields().size(); at++) {
                    collectUsed(record.get(at), names);
                }
            }
        }
    }
}
