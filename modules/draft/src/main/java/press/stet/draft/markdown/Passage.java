package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.SourceSpan;

/** Running text of a file without the signs of the quote or list around it, and where in the file each of its lines stands. */
record Passage(List<Line> lines) {

    /** A line without its leading white space. */
    record Line(int start, String text) {}

    Passage {
        lines = List.copyOf(lines);
    }

    /**
     * The passage at some places of a text.
     *
     * @param offset where in the text the places are counted from
     */
    static Passage of(List<SourceSpan> spans, String text, int offset) {
        return new Passage(spans.stream().map(span -> line(span, text, offset)).toList());
    }

    private static Line line(SourceSpan span, String text, int offset) {
        int start = offset + span.getInputIndex();
        int end = start + span.getLength();
        while (start < end && CanonicalText.isSpace(text.charAt(start))) {
            start++;
        }
        return new Line(start, text.substring(start, end));
    }

    String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Where in the file a character of {@link #text} stands. */
    int inFile(int index) {
        int left = index;
        for (Line line : lines) {
            if (left <= line.text().length()) {
                return line.start() + left;
            }
            left -= line.text().length() + 1;
        }
        return lines.getLast().start() + lines.getLast().text().length();
    }

    /** The first lines of the passage. */
    Passage first(int count) {
        return new Passage(lines.subList(0, count));
    }

    /** The passage with another text in its last line. */
    Passage endingWith(String text) {
        List<Line> changed = new ArrayList<>(lines);
        changed.add(new Line(changed.removeLast().start(), text));
        return new Passage(changed);
    }
}
