package press.stet.draft.markdown;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;

/** What Markdown has and copy has not, by the name that its writer knows it by, and what to do instead. */
final class NotTaken {

    private NotTaken() {}

    /**
     * Says why a node is refused.
     *
     * @param where empty, or such as {@code " in a quote"}
     */
    static String what(Node node, String where) {
        return switch (node) {
            case Heading heading when where.isEmpty() -> heading(heading);
            case Heading _ -> "a heading" + where + ": take it out, or end the quote or list before it";
            case ListBlock _ ->
                "a list" + where + ": a list stands by itself, and in one level"
                        + (where.contains("quote") ? " (a speaker's line begins with an em dash: — Speaker)" : "");
            case BlockQuote _ -> "a quote" + where + ": a quote stands by itself, and in one level";
            case IndentedCodeBlock _ -> "a code block" + where + ": take away the four spaces before the text";
            case FencedCodeBlock _ -> "a code block" + where + ": write it as a paragraph";
            case HtmlBlock html ->
                "HTML (" + Problems.quoted(html.getLiteral()) + ")" + where
                        + ": use Markdown, or write \\< for a less-than sign";
            case ThematicBreak _ ->
                "a line between paragraphs" + where + ": use a subheading (## …), or write \\--- for hyphens";
            case LinkReferenceDefinition _ -> "an address apart from its link" + where + ": write [text](address)";
            default -> node.getClass().getSimpleName() + where + ": write it as a paragraph";
        };
    }

    private static String heading(Heading heading) {
        return switch (heading.getLevel()) {
            case 1 -> "a first heading: the headline stands in the front matter; a subheading is written ## …";
            case 2 ->
                "a heading underlined with ---: write ## before it, or put an empty line between text and hyphens";
            default -> "a heading of level " + heading.getLevel() + ": subheadings have one level, written ## …";
        };
    }
}
