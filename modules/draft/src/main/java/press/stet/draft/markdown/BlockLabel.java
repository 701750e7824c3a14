package press.stet.draft.markdown;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;

/**
 * What a file says of a block without readers or writers seeing it, in a comment on the line above:
 * {@code <!-- block: v1-3; renders: v1-2, v1-3 -->}. An added block renders {@code -}. A paragraph that is the text of an embed
 * says so here: {@code <!-- embed: https://example.org/map -->}.
 */
record BlockLabel(
        BlockId id,
        @Nullable List<BlockId> renders,
        @Nullable URI embed) {

    static final BlockLabel NONE = new BlockLabel(BlockId.NOT_GIVEN, null, null);

    private static final String NOTHING = "-";
    private static final Pattern BEGINS_AS_LABEL = Pattern.compile("\\s*(?:block|renders|embed)\\s*:");
    private static final Pattern BETWEEN_IDS = Pattern.compile("[\\s,]+");

    BlockLabel {
        renders = renders == null ? null : List.copyOf(renders);
    }

    static BlockLabel of(Block block) {
        return new BlockLabel(block.id(), block.renders(), block instanceof Block.Embed embed ? embed.address() : null);
    }

    /** Whether a comment is meant as a label; any other is its writer's own. */
    static boolean isMeant(String comment) {
        return BEGINS_AS_LABEL.matcher(comment).lookingAt();
    }

    /**
     * Reads what stands between {@code <!--} and {@code -->}.
     *
     * @throws IllegalArgumentException if it is no label
     */
    static BlockLabel read(String comment) {
        BlockLabel label = NONE;
        String rest = comment.strip();
        while (!rest.isEmpty()) {
            int colon = rest.indexOf(':');
            String word = colon < 0 ? rest : rest.substring(0, colon).strip();
            int end = word.equals("embed") || rest.indexOf(';') < 0 ? rest.length() : rest.indexOf(';');
            label = label.with(
                    word, rest.substring(Math.min(colon + 1, end), end).strip());
            rest = rest.substring(Math.min(end + 1, rest.length())).strip();
        }
        return label;
    }

    /** An address may have a semicolon in it, and is therefore the last thing that a label says. */
    private BlockLabel with(String word, String value) {
        return switch (word) {
            case "block" -> new BlockLabel(given(value), renders, embed);
            case "renders" -> new BlockLabel(id, value.equals(NOTHING) ? List.of() : ids(value), embed);
            case "embed" -> new BlockLabel(id, renders, HttpsAddress.of(value));
            default -> throw new IllegalArgumentException("got " + Problems.quoted(word));
        };
    }

    private static List<BlockId> ids(String text) {
        return Arrays.stream(BETWEEN_IDS.split(text, 0)).map(BlockLabel::given).toList();
    }

    private static BlockId given(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a block id is missing");
        }
        return new BlockId(text);
    }

    /** The comment, on a line of its own; empty where there is nothing to say. */
    String line() {
        StringBuilder parts = new StringBuilder();
        if (id.isGiven()) {
            parts.append("; block: ").append(id);
        }
        if (renders != null) {
            String ids =
                    renders.stream().filter(BlockId::isGiven).map(BlockId::text).collect(Collectors.joining(", "));
            parts.append("; renders: ").append(ids.isEmpty() ? NOTHING : ids);
        }
        if (embed != null) {
            parts.append("; embed: ").append(embed);
        }
        return parts.isEmpty() ? "" : "<!-- " + parts.substring(2) + " -->\n";
    }
}
