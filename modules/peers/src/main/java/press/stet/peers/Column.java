package press.stet.peers;

import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of rows that Kafka Connect brings into a table.
 *
 * @param isWhole whether it holds a whole number, of 64 bits, else it holds text
 */
record Column(String name, boolean isWhole) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** What Kafka Connect is told of rows with these columns, each of which may be empty in a row. */
    static ObjectNode schema(List<Column> columns) {
        ObjectNode schema = JSON.createObjectNode()
                .put("type", "struct")
                .put("name", "press.stet.peers.Row")
                .put("optional", false);
        ArrayNode fields = schema.putArray("fields");
        columns.forEach(column -> fields.addObject()
                .put("field", column.name())
                .put("type", column.isWhole() ? "int64" : "string")
                .put("optional", true));
        return schema;
    }
}
