package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** The signs that make a line of a file more than running text, and how text that begins with them is told apart. */
final class BlockSigns {

    private static final Parser PARSER = Parser.builder().build();

    /** Of a heading, a quote, the item of a list, a fence and HTML. The backslash goes behind the group. */
    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile("()#{1,6}(?:[ \\t]|\\z)"),
            Pattern.compile("()>"),
            Pattern.compile("()[-+*](?:[ \\t]|\\z)"),
            Pattern.compile("(\\d{1,9})[.)](?:[ \\t]|\\z)"),
            Pattern.compile("()~~~"),
            Pattern.compile("()<(?:[!?]|/?[A-Za-z][A-Za-z0-9-]*(?:\\s|/?>|$))"));

    private static final Pattern FENCE = Pattern.compile("(`{3,})([^`]*)");

    private BlockSigns() {}

    /** Text, lines parted by hard breaks alone, so that a file has it in one paragraph whatever stands below. */
    static String without(String text) {
        return isParagraph(text) ? text : escaped(text);
    }

    /** Text of a paragraph so that it stays one behind the sign of a list: {@code - --} would be a rule. */
    static String behind(String sign, String text) {
        return !text.isEmpty() && isRule(sign + text) ? "\\" + text : text;
    }

    /** Whether a line below another would make a table of the two, in those dialects of Markdown that have tables. */
    static boolean isTableRule(String line) {
        return line.indexOf('|') >= 0 && line.indexOf('-') >= 0 && consistsOf(line, "|-:");
    }

    private static boolean isParagraph(String text) {
        Node first = PARSER.parse(text + "\nx").getFirstChild();
        return first instanceof Paragraph
                && first.getNext() == null
                && text.lines().skip(1).noneMatch(BlockSigns::isTableRule);
    }

    private static String escaped(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(isText(line, lines.isEmpty()) ? line : escapedLine(line)));
        String escaped = String.join("\n", lines);
        boolean isDefinition = escaped.startsWith("[") && !isParagraph(escaped);
        return isDefinition ? "\\" + escaped : escaped;
    }

    /** Whether a line goes on with the paragraph above, or begins one. */
    private static boolean isText(String line, boolean first) {
        return isParagraph(first ? line : "x\n" + line);
    }

    private static String escapedLine(String line) {
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
            return fence.group(1).replace("`", "&#96;") + fence.group(2);
        }
        if (isRule(line)) {
            return line.replaceAll("[*_]", "\\\\$0").replaceFirst("^[-=]", "\\\\$0");
        }
        if (isTableRule(line)) {
            return "\\" + line;
        }
        for (Pattern sign : SIGNS) {
            Matcher matcher = sign.matcher(line);
            if (matcher.lookingAt()) {
                return matcher.group(1) + "\\" + line.substring(matcher.end(1));
            }
        }
        return line;
    }

    /** A line between paragraphs, or one that makes a heading of the text above. */
    private static boolean isRule(String line) {
        return !line.isEmpty() && "-_*=".indexOf(line.charAt(0)) >= 0 && consistsOf(line, line.substring(0, 1));
    }

    private static boolean consistsOf(String line, String signs) {
        return line.chars()
                .allMatch(character -> character == ' ' || character == '\t' || signs.indexOf(character) >= 0);
    }
}
