package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Source text of CommonMark inlines, read for itself, whatever block it stands in. */
final class InlineSource {

    /** Marks nested deeper are text: nobody writes so, and whoever walks the nodes by recursion is safe. */
    private static final int DEEPEST = 20;

    /** A line put before the text: what follows it is inline whatever it looks like, also the definition of a link. */
    private static final String LEAD = "x\n";

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of())
            .maxInlineNesting(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** The schemes that readers' pages let through. */
    private static final Pattern WHOLE_ADDRESS = Pattern.compile("(?:https?|mailto):\\S", Pattern.CASE_INSENSITIVE);

    /** Written with a backslash in a name or an alt text, because they might be taken for markup, or for its end. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>&|]");

    private static final Pattern ALWAYS_ESCAPED = Pattern.compile("[\\\\`\\[\\]<|]");

    private InlineSource() {}

    /** Something in the text that the newsroom does not take, and the index of its first character. */
    record Flaw(int index, String what) {}

    /** What a text says without markup, and the markup that stood in the way. */
    record Plain(String text, List<Flaw> flaws) {}

    /** The first node of a text without empty lines, or null where it says nothing. */
    static @Nullable Node parse(String text) {
        Node lead = PARSER.parse(LEAD + text).getFirstChild().getFirstChild();
        Node lineBreak = lead.getNext();
        return lineBreak == null ? null : lineBreak.getNext();
    }

    /** Where in the text a node begins. */
    static int start(Node node) {
        return node.getSourceSpans().getFirst().getInputIndex() - LEAD.length();
    }

    /** Behind the last character of the text that belongs to a node. */
    static int end(Node node) {
        var last = node.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength() - LEAD.length();
    }

    /** This node, those after it, and all that is in them. */
    static List<Node> nodes(@Nullable Node first) {
        List<Node> nodes = new ArrayList<>();
        addSiblings(first, nodes);
        for (int at = 0; at < nodes.size(); at++) {
            addSiblings(nodes.get(at).getFirstChild(), nodes);
        }
        return nodes;
    }

    private static void addSiblings(@Nullable Node first, List<Node> nodes) {
        for (Node node = first; node != null; node = node.getNext()) {
            nodes.add(node);
        }
    }

    /** All that the newsroom does not take in the text of a block. */
    static List<Flaw> flaws(@Nullable Node first) {
        List<Flaw> flaws = new ArrayList<>();
        for (Node node : nodes(first)) {
            String what = flaw(node);
            if (what != null) {
                flaws.add(new Flaw(start(node), what));
            }
        }
        return flaws;
    }

    private static @Nullable String flaw(Node node) {
        if (node instanceof HtmlInline html) {
            return html.getLiteral().startsWith("<!--")
                    ? "a comment within text: put it on a line of its own, before the paragraph"
                    : "HTML (" + Problems.quoted(html.getLiteral())
                            + "): use Markdown, or write \\< for a less-than sign";
        }
        if (node instanceof Image) {
            return "a picture within text: a picture stands alone, with an empty line before and after it";
        }
        if (node instanceof Link link
                && !WHOLE_ADDRESS.matcher(link.getDestination()).lookingAt()) {
            return "a link to " + Problems.quoted(link.getDestination())
                    + ": a link names a whole address that begins with https:, http: or mailto:";
        }
        return null;
    }

    /** The text of nodes, for a name or an alt text, which have no markup. */
    static Plain plain(@Nullable Node first) {
        StringBuilder text = new StringBuilder();
        List<Flaw> flaws = new ArrayList<>();
        for (Node node = first; node != null; node = node.getNext()) {
            if (node instanceof Text words) {
                text.append(words.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                text.append(' ');
            } else {
                flaws.add(new Flaw(
                        start(node), "markup where only words can stand: take it out, or put a backslash before it"));
            }
        }
        return new Plain(CanonicalText.words(text.toString()), flaws);
    }

    /** Source that says just these words, on one line, wherever in a line it is put. */
    static String saying(String words) {
        String line = CanonicalText.words(words);
        boolean asItIs =
                !ALWAYS_ESCAPED.matcher(line).find() && plain(parse(line)).equals(new Plain(line, List.of()));
        return asItIs ? line : MARKUP.matcher(line).replaceAll("\\\\$0");
    }
}
