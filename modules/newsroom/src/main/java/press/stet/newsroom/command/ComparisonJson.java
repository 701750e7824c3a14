package press.stet.newsroom.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.StoryId;
import press.stet.review.comparison.Comparison;
import press.stet.review.comparison.PassageComparison;
import press.stet.review.comparison.Piece;
import press.stet.review.comparison.TextComparison;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A comparison for tools: {@code {"story","language","from":{},"to":{},"same","facts":[],"blocks":[]}}. Every block is there, with its {@code change} and its
 * texts in pieces, each of which is {@code {"kept"}}, {@code {"removed"}} or {@code {"added"}}.
 */
final class ComparisonJson {

    private ComparisonJson() {}

    static ObjectNode of(StoryId story, Comparison comparison, JsonNode earlier, JsonNode later) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("story", story.toString())
                .put("language", comparison.language().tag());
        json.set("from", version(earlier));
        json.set("to", version(later));
        json.put("same", comparison.findsNothing());
        json.set(
                "facts",
                texts(comparison.facts().stream()
                        .filter(TextComparison::isChanged)
                        .toList()));
        ArrayNode blocks = json.putArray("blocks");
        comparison.passages().forEach(compared -> blocks.add(block(compared)));
        return json;
    }

    private static ObjectNode version(JsonNode text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("version", "digest", "writer", "at")) {
            json.set(key, text.path(key));
        }
        return json;
    }

    private static ObjectNode block(PassageComparison compared) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", compared.passage().id().text());
        json.put("type", compared.passage().kind().word());
        switch (compared) {
            case PassageComparison.Same same ->
                move(json.put("change", same.move() == null ? "none" : "moved"), same.move());
            case PassageComparison.Changed changed ->
                move(
                        json.put("change", "changed")
                                .put("was", changed.before().kind().word()),
                        changed.move());
            case PassageComparison.Added _ -> json.put("change", "added");
            case PassageComparison.Removed _ -> json.put("change", "removed");
        }
        json.set("texts", texts(compared.texts()));
        return json;
    }

    private static void move(ObjectNode json, PassageComparison.@Nullable Move move) {
        if (move != null) {
            json.putObject("moved").put("from", move.from()).put("to", move.to());
        }
    }

    private static ArrayNode texts(List<TextComparison> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (TextComparison text : texts) {
            ObjectNode json = array.addObject().put("role", text.role().word());
            ArrayNode pieces = json.putArray("pieces");
            text.pieces().forEach(piece -> pieces.addObject().put(key(piece), piece.text()));
        }
        return array;
    }

    private static String key(Piece piece) {
        return switch (piece) {
            case Piece.Kept _ -> "kept";
            case Piece.Removed _ -> "removed";
            case Piece.Added _ -> "added";
        };
    }
}
