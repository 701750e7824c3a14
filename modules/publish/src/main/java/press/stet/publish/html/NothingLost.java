package press.stet.publish.html;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Shows what the usual renderer would drop or load: the definition of a link as it was written, and a picture within a line as
 * a link with the picture's text.
 */
final class NothingLost implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final String text;

    /** @param text that the rendered nodes were parsed from, with their places in it */
    NothingLost(HtmlNodeRendererContext context, String text) {
        this.context = context;
        this.html = context.getWriter();
        this.text = text;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class, LinkReferenceDefinition.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Image picture) {
            link(picture);
        } else {
            asWritten(node);
        }
    }

    private void link(Image picture) {
        boolean linked = isWithinLink(picture);
        if (!linked) {
            String address = context.urlSanitizer().sanitizeLinkUrl(picture.getDestination());
            html.tag("a", Map.of("href", context.encodeUrl(address)));
        }
        for (Node part = picture.getFirstChild(); part != null; part = part.getNext()) {
            context.render(part);
        }
        if (picture.getFirstChild() == null) {
            html.text(picture.getDestination());
        }
        if (!linked) {
            html.tag("/a");
        }
    }

    private static boolean isWithinLink(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Link || above instanceof Image) {
                return true;
            }
        }
        return false;
    }

    private void asWritten(Node node) {
        for (SourceSpan span : node.getSourceSpans()) {
            html.text(text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()));
            html.text("\n");
        }
    }
}
