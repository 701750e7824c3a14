package press.stet.publish.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The text of a block, CommonMark inline text, as readers get it: emphasis, code, links and line breaks. Markup written out in
 * the text is shown as text, and a picture within a line as a link to it. Nothing in the text is left out.
 *
 * <p>Thread-safe.
 */
public final class InlineText {

    /** Deeper nesting is shown as it was written, because renderers descend by recursion and a stack has an end. */
    private static final int DEEPEST = 20;

    /** Without block syntax, so that a paragraph may begin with {@code 1.} or {@code #}. */
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of())
            .maxInlineNesting(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("em", "strong", "code", "br", "a")
            .allowAttributes("href")
            .matching((element, attribute, address) -> address.isEmpty() ? null : address)
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .toFactory();

    private InlineText() {}

    /** The text's paragraphs; an empty line parts them. Blank text has none. */
    public static List<SafeHtml> paragraphs(String text) {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .omitSingleParagraphP(true)
                .nodeRendererFactory(context -> new NothingLost(context, text))
                .build();
        List<SafeHtml> paragraphs = new ArrayList<>();
        Node parsed = PARSER.parse(text);
        for (Node paragraph = parsed.getFirstChild(); paragraph != null; paragraph = parsed.getFirstChild()) {
            Document alone = new Document();
            alone.appendChild(paragraph);
            paragraphs.add(new SafeHtml(POLICY.sanitize(renderer.render(alone).strip())));
        }
        return List.copyOf(paragraphs);
    }

    /** The text in one piece, each of its paragraphs on a line of its own. */
    public static SafeHtml line(String text) {
        return new SafeHtml(paragraphs(text).stream().map(SafeHtml::markup).collect(Collectors.joining("<br>")));
    }
}
