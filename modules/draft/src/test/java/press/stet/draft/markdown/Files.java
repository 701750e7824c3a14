package press.stet.draft.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/** Files of copy, as their writers would type them. */
final class Files {

    static final String NAME = "floods.md";

    private Files() {}

    /** A file with these lines below the least front matter there is, which has four lines. */
    static String below(String... lines) {
        return "---\nlanguage: en\nheadline: Floods recede\n---\n" + String.join("\n", lines) + "\n";
    }

    static MarkdownCopy read(String text) {
        return MarkdownReader.read(NAME, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Block> blocks(String... lines) {
        return read(below(lines)).copy().body();
    }

    static MarkdownCopy copyWith(Block... blocks) {
        return new MarkdownCopy(
                new Copy(Language.of("en"), "Floods recede", "", List.of(), "", null, List.of(), null, List.of(blocks)),
                null,
                null,
                null);
    }

    static Block paragraph(String text) {
        return new Block.Paragraph(BlockId.NOT_GIVEN, null, text);
    }
}
