package press.stet.draft.markdown;

import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** What readers see of a block's text, told by the library alone. */
final class InlineMeaning {

    private static final Parser PARSER =
            Parser.builder().enabledBlockTypes(Set.of()).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak(" ").build();

    private InlineMeaning() {}

    /** As a page shows it; paragraphs become line breaks, and what separates ideographs is not told. */
    static String of(String text) {
        String tidy = text.replace("\r\n", "\n")
                .replaceAll("[ \t]*\n(?:[ \t]*\n)+", "  \n")
                .replaceAll("\\A[ \t\n]+|[ \t\n]+\\z", "");
        return RENDERER.render(PARSER.parse("x\n" + tidy))
                .replaceAll("\\s+", " ")
                .replace(" <br />", "<br />")
                .replaceAll("(?<=[\\p{IsHan}\\p{IsKatakana}。]) (?=[\\p{IsHan}\\p{IsKatakana}。])", "");
    }

    /** Whether the text holds what a file may not, so that its escapes show. */
    static boolean isRefused(String text) {
        return InlineSource.nodes(InlineSource.parse(CanonicalText.words(text))).stream()
                .anyMatch(node -> node instanceof HtmlInline || node instanceof Image || node instanceof Link);
    }
}
