package press.stet.draft.markdown;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The one spelling of a block's text that a file and the newsroom share. It is the source as its writer wrote it, but for white
 * space: how lines were wrapped is forgotten (between two ideographs or kana nothing is left of a wrap, elsewhere a space), and
 * the only line breaks are those that readers see, each a backslash at the end of its line.
 *
 * <p>Of text that came some other way and would mean something else in a file, the fewest characters are escaped that keep its
 * meaning: {@code 1. May} becomes {@code 1\. May}, HTML becomes the text that a page shows for it, a control character becomes
 * U+FFFD. Canonical text is its own canonical text.
 */
final class CanonicalText {

    private static final String HARD_BREAK = "\\\n";

    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n]]");
    private static final Pattern CLOSING_SIGNS = Pattern.compile("(\\A|[ \\t])(#+)\\z");

    private CanonicalText() {}

    /** Of a paragraph, or the item of a list. An empty line in it is a line break. */
    static String paragraph(String text) {
        return BlockSigns.without(inOnePiece(text));
    }

    /** Of several paragraphs, an empty line between them. */
    static String paragraphs(String text) {
        return parts(text).stream().map(CanonicalText::paragraph).collect(Collectors.joining("\n\n"));
    }

    /** Of a caption, which stands on one line. */
    static String line(String text) {
        return inOnePiece(inOnePiece(text).replace(HARD_BREAK, " "));
    }

    /** Of a subheading, which stands on one line, and would lose number signs at its end. */
    static String subheading(String text) {
        return CLOSING_SIGNS.matcher(line(text)).replaceFirst("$1\\\\$2");
    }

    /** Of plain words, such as a name or a headline, on one line. */
    static String words(String words) {
        return tidy(words)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String inOnePiece(String text) {
        return joined(escaped(String.join("  \n", parts(text))));
    }

    private static String tidy(String text) {
        return NO_TEXT.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\uFFFD");
    }

    /** What stands between empty lines. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : (Iterable<String>) (tidy(text) + "\n\n").lines()::iterator) {
            if (!isBlank(line)) {
                part.append(part.isEmpty() ? "" : "\n").append(line);
            } else if (!part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        return parts;
    }

    /** Text in which nothing is left that the newsroom does not take. */
    private static String escaped(String text) {
        String taken = text;
        List<InlineSource.Flaw> flaws = InlineSource.flaws(InlineSource.parse(taken));
        while (!flaws.isEmpty()) {
            taken = escaped(taken, flaws);
            flaws = InlineSource.flaws(InlineSource.parse(taken));
        }
        return taken;
    }

    private static String escaped(String text, List<InlineSource.Flaw> flaws) {
        StringBuilder escaped = new StringBuilder(text.length() + flaws.size());
        int from = 0;
        for (InlineSource.Flaw flaw : flaws.stream()
                .sorted(Comparator.comparingInt(InlineSource.Flaw::index))
                .toList()) {
            escaped.append(text, from, flaw.index()).append('\\');
            from = flaw.index();
        }
        return escaped.append(text, from, text.length()).toString();
    }

    private static String joined(String text) {
        BitSet unbreakable = unbreakable(text);
        BitSet literal = literal(text);
        StringBuilder joined = new StringBuilder(text.length());
        int from = indented(text, 0);
        for (int end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
            int next = indented(text, end + 1);
            String line = text.substring(from, end);
            if (unbreakable.get(end)) {
                joined.append(line).append(' ');
            } else if (isOpen(line, line.length())) {
                close(joined.append(line, 0, line.length() - 1)).append(HARD_BREAK);
            } else if (line.endsWith("  ")) {
                joined.append(withoutMarksAtEnd(trimmed(line), from, literal));
                close(joined).append(HARD_BREAK);
            } else {
                joined.append(trimmed(line)).append(areIdeographs(trimmed(line), text, next) ? "" : " ");
            }
            from = next;
        }
        return close(joined.append(text, from, text.length())).toString();
    }

    /** Line ends within code, and within the address or title of a link, are no line breaks. */
    private static BitSet unbreakable(String text) {
        BitSet unbreakable = new BitSet();
        if (text.indexOf('\n') < 0) {
            return unbreakable;
        }
        for (Node node : InlineSource.nodes(InlineSource.parse(text))) {
            if (node instanceof Code) {
                unbreakable.set(InlineSource.start(node), InlineSource.end(node));
            } else if (node instanceof Link && text.charAt(InlineSource.start(node)) == '[') {
                unbreakable.set(text.indexOf(']', endOfWords(node)), InlineSource.end(node));
            }
        }
        return unbreakable;
    }

    /** Where the text is words, and no markup. */
    private static BitSet literal(String text) {
        BitSet literal = new BitSet();
        if (text.indexOf('\n') >= 0) {
            InlineSource.nodes(InlineSource.parse(text)).stream()
                    .filter(Text.class::isInstance)
                    .forEach(node -> literal.set(InlineSource.start(node), InlineSource.end(node)));
        }
        return literal;
    }

    /** Asterisks and underscores that are words before spaces might be markup before the backslash of a line break. */
    private static String withoutMarksAtEnd(String line, int lineStart, BitSet literal) {
        int start = line.length();
        while (start > 0 && "*_".indexOf(line.charAt(start - 1)) >= 0 && literal.get(lineStart + start - 1)) {
            start--;
        }
        String before = line.substring(0, start);
        boolean escapedAlready = isOpen(before, before.length());
        return before + line.substring(start).replaceAll(escapedAlready ? "(?<=.)[*_]" : "[*_]", "\\\\$0");
    }

    private static int endOfWords(Node link) {
        return InlineSource.nodes(link.getFirstChild()).stream()
                .filter(node -> !node.getSourceSpans().isEmpty())
                .mapToInt(InlineSource::end)
                .max()
                .orElse(InlineSource.start(link));
    }

    /** Takes away white space at the end, and what a backslash there would say of what comes next. */
    private static StringBuilder close(StringBuilder text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
        return isOpen(text, end) ? text.append('\\') : text;
    }

    /** Whether what stands before an index ends with a backslash that is not itself escaped. */
    static boolean isOpen(CharSequence text, int end) {
        int backslashes = 0;
        while (backslashes < end && text.charAt(end - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** Without white space at its end. */
    static String trimmed(String line) {
        int end = line.length();
        while (end > 0 && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    private static int indented(String text, int lineStart) {
        int start = lineStart;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isBlank(String line) {
        return indented(line, 0) == line.length();
    }

    /** What Markdown takes for white space in a line; a no-break space is text. */
    static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    private static boolean areIdeographs(String before, String text, int at) {
        return !before.isEmpty()
                && at < text.length()
                && isIdeograph(before.codePointBefore(before.length()))
                && isIdeograph(text.codePointAt(at));
    }

    /** Of a script that has no spaces between words, with its punctuation (CSS Text 3, 4.1.3). */
    private static boolean isIdeograph(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
            case COMMON -> {
                UnicodeBlock block = UnicodeBlock.of(character);
                yield UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block)
                        || UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block);
            }
            default -> false;
        };
    }
}
