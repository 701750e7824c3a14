package press.stet.archive.copy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.archive.database.StorableText;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copy as JSON and back: {@code {"language","headline","standfirst","bylines":[],"dateline","section","keywords":[],"slug",
 * "blocks":[]}}. A section or slug that the copy does not have is left out; blocks are written by {@link BlockJson}.
 */
public final class CopyJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CopyJson() {}

    public static ObjectNode write(Copy copy) {
        ObjectNode json = object();
        json.put("language", copy.language().tag());
        json.put("headline", StorableText.of(copy.headline()));
        json.put("standfirst", StorableText.of(copy.standfirst()));
        json.set("bylines", texts(copy.bylines()));
        json.put("dateline", StorableText.of(copy.dateline()));
        if (copy.section() != null) {
            json.put("section", copy.section().key());
        }
        json.set("keywords", texts(copy.keywords()));
        if (copy.slug() != null) {
            json.put("slug", copy.slug().text());
        }
        json.set("blocks", blocks(copy.body()));
        return json;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is not copy
     */
    public static Copy read(JsonNode json) {
        return new Copy(
                Language.of(text(json, "language")),
                text(json, "headline"),
                text(json, "standfirst"),
                texts(json.path("bylines")),
                text(json, "dateline"),
                section(json.path("section").asStringOpt().orElse(null)),
                texts(json.path("keywords")),
                slug(json.path("slug").asStringOpt().orElse(null)),
                blocks(json.path("blocks")));
    }

    /** The blocks of a body, as an array. */
    public static ArrayNode blocks(List<Block> body) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(body.size());
        body.forEach(block -> array.add(BlockJson.write(block)));
        return array;
    }

    /**
     * Reads an array of blocks.
     *
     * @throws IllegalArgumentException if one of them is no block
     */
    public static List<Block> blocks(JsonNode array) {
        List<Block> body = new ArrayList<>(array.size());
        array.forEach(each -> body.add(BlockJson.read(each)));
        return body;
    }

    /**
     * The tree of a JSON text.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(JsonNode json, String key) {
        return json.path(key).asStringOpt().orElse("");
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(each -> array.add(StorableText.of(each)));
        return array;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static @Nullable Section section(@Nullable String key) {
        return key == null ? null : new Section(key);
    }

    private static @Nullable Slug slug(@Nullable String text) {
        return text == null ? null : new Slug(text);
    }
}
