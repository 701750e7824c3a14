package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/** Reads what stands below the front matter: blocks, their labels, and comments of the writer's own, which nobody else sees. */
final class BodyReader {

    /** Nothing that is taken stands deeper than a paragraph in the item of a list. */
    private static final int DEEPEST = 20;

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .build();

    private static final String COMMENT_START = "<!--";
    private static final String COMMENT_END = "-->";

    private final SourceText source;
    private final int bodyStart;
    private final Problems problems;
    private final BlockReader reader;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<BlockId, Place> places = new HashMap<>();
    private BlockLabel label = BlockLabel.NONE;

    /**
     * Reads a file from an index on.
     *
     * @param translation whether the copy may take the addresses of its pictures from its source
     * @param problems to which is added what is wrong
     */
    BodyReader(SourceText source, int bodyStart, boolean translation, Problems problems) {
        this.source = source;
        this.bodyStart = bodyStart;
        this.problems = problems;
        this.reader = new BlockReader(source.text(), bodyStart, translation, problems);
    }

    List<Block> read() {
        Node document = PARSER.parse(source.text().substring(bodyStart));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlock html) {
                comments(html);
            } else {
                add(reader.read(node, label), reader.start(node));
                label = BlockLabel.NONE;
            }
        }
        return blocks;
    }

    /** A block with something wrong in it is not kept: the file is refused anyway. */
    private void add(@Nullable Block block, int start) {
        if (block == null) {
            return;
        }
        if (blocks.size() == Copy.MOST_BLOCKS) {
            problems.add(start, "copy has at most " + Copy.MOST_BLOCKS + " blocks, and this is one more");
            return;
        }
        BlockId id = block.id();
        if (id.equals(BlockId.HEADLINE) || id.equals(BlockId.STANDFIRST)) {
            problems.add(start, "'" + id + "' is the id of the " + id + ", not of a block");
        }
        Place place = source.place(start);
        Place earlier = id.isGiven() ? places.putIfAbsent(id, place) : null;
        if (earlier != null) {
            problems.add(
                    place,
                    "block id '" + id + "' stands twice, first in line " + earlier.line()
                            + ": take the comment away from the block that is new");
        }
        blocks.add(block);
    }

    private void comments(HtmlBlock html) {
        String rest = html.getLiteral().strip();
        while (rest.startsWith(COMMENT_START)) {
            int end = rest.indexOf(COMMENT_END, COMMENT_START.length());
            if (end < 0) {
                problems.add(reader.start(html), "a comment without an end: close it with -->");
                return;
            }
            comment(rest.substring(COMMENT_START.length(), end), reader.start(html));
            rest = rest.substring(end + COMMENT_END.length()).strip();
        }
        if (!rest.isEmpty()) {
            reader.refuse(html);
        }
    }

    /** Of several labels the last counts: a writer who takes a block away may leave its label behind. */
    private void comment(String comment, int start) {
        if (!BlockLabel.isMeant(comment)) {
            return;
        }
        try {
            label = BlockLabel.read(comment);
        } catch (IllegalArgumentException malformed) {
            problems.add(
                    start,
                    "a block is labelled like <!-- block: v1-3; renders: v1-2, v1-3 -->: " + malformed.getMessage());
        }
    }
}
