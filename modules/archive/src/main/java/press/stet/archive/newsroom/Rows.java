package press.stet.archive.newsroom;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import press.stet.model.StoryId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Columns as the newsroom's JSON has them. What a row does not have is null there, never left out. */
final class Rows {

    private Rows() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static StoryId story(ResultSet row) throws SQLException {
        return new StoryId(row.getObject("story", UUID.class));
    }

    static ObjectNode named(ResultSet row) throws SQLException {
        StoryId story = story(row);
        return object().put("story", story.toString()).put("shortId", story.shortId());
    }

    static @Nullable String time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }

    static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    /** Sets {@code {"language","version"}}, or null, under a key. */
    static void setVersion(ObjectNode json, String key, ResultSet row, String language, String version)
            throws SQLException {
        if (row.getString(language) == null) {
            json.putNull(key);
        } else {
            json.putObject(key).put("language", row.getString(language)).put("version", row.getInt(version));
        }
    }

    /** A list of whole numbers. */
    static ArrayNode numbers(ResultSet row, String column) throws SQLException {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        for (Object number : (Object[]) row.getArray(column).getArray()) {
            numbers.add((Integer) number);
        }
        return numbers;
    }

    /** A list of texts, or null. */
    static JsonNode texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (Object text : (Object[]) array.getArray()) {
            texts.add(text.toString());
        }
        return texts;
    }
}
