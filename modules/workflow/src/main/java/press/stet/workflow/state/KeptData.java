package press.stet.workflow.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;

/**
 * Finds the classes of rows. Avro loads none that the whole process was not told to trust; the schemas of rows are compiled into
 * this module and never come from elsewhere, so that no such telling is needed.
 */
final class KeptData extends SpecificData {

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    KeptData() {
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    @Override
    @SuppressWarnings("rawtypes") // as Avro has it
    public Class getClass(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                ? classes.computeIfAbsent(schema.getFullName(), KeptData::compiled)
                : super.getClass(schema);
    }

    private static Class<?> compiled(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("the schemas of rows and their classes are made together", absent);
        }
    }
}
