package press.stet.archive.copy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.archive.database.StorableText;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A block as JSON and back: {@code id}, {@code type}, what its type has, and {@code renders} where somebody said what it
 * renders. Types are {@code paragraph}, {@code subheading}, {@code quote}, {@code photo}, {@code list} and {@code embed}.
 */
public final class BlockJson {

    private BlockJson() {}

    public static ObjectNode write(Block block) {
        ObjectNode json = CopyJson.object();
        json.put("id", block.id().text());
        switch (block) {
            case Block.Paragraph paragraph -> typed(json, "paragraph", paragraph.text());
            case Block.Subheading subheading -> typed(json, "subheading", subheading.text());
            case Block.Quote quote ->
                typed(json, "quote", quote.text()).put("speaker", StorableText.of(quote.speaker()));
            case Block.Photo photo -> photo(json, photo);
            case Block.Points points -> {
                json.put("type", "list").put("numbered", points.numbered());
                json.set("items", CopyJson.texts(points.items()));
            }
            case Block.Embed embed ->
                typed(json, "embed", embed.text())
                        .put("address", embed.address().toString());
        }
        List<BlockId> renders = block.renders();
        if (renders != null) {
            json.set(
                    "renders",
                    CopyJson.texts(renders.stream().map(BlockId::text).toList()));
        }
        return json;
    }

    private static ObjectNode typed(ObjectNode json, String type, String text) {
        return json.put("type", type).put("text", StorableText.of(text));
    }

    private static void photo(ObjectNode json, Block.Photo photo) {
        json.put("type", "photo");
        if (photo.address() != null) {
            json.put("address", photo.address().toString());
        }
        json.put("alt", StorableText.of(photo.alt()));
        json.put("caption", StorableText.of(photo.caption()));
        json.put("credit", StorableText.of(photo.credit()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is no block
     */
    public static Block read(JsonNode json) {
        BlockId id = new BlockId(CopyJson.text(json, "id"));
        List<BlockId> renders = renders(json);
        String text = CopyJson.text(json, "text");
        String type = CopyJson.text(json, "type");
        return switch (type) {
            case "paragraph" -> new Block.Paragraph(id, renders, text);
            case "subheading" -> new Block.Subheading(id, renders, text);
            case "quote" -> new Block.Quote(id, renders, text, CopyJson.text(json, "speaker"));
            case "photo" ->
                new Block.Photo(
                        id,
                        renders,
                        json.path("address").asStringOpt().map(URI::create).orElse(null),
                        CopyJson.text(json, "alt"),
                        CopyJson.text(json, "caption"),
                        CopyJson.text(json, "credit"));
            case "list" ->
                new Block.Points(
                        id, renders, json.path("numbered").asBoolean(false), CopyJson.texts(json.path("items")));
            case "embed" -> new Block.Embed(id, renders, URI.create(CopyJson.text(json, "address")), text);
            default -> throw new IllegalArgumentException("no block is of the type '" + type + "'");
        };
    }

    private static @Nullable List<BlockId> renders(JsonNode json) {
        JsonNode renders = json.path("renders");
        return renders.isArray()
                ? CopyJson.texts(renders).stream().map(BlockId::new).toList()
                : null;
    }
}
