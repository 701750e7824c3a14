package press.stet.draft.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a quote, {@code — Speaker}. Words must stand before it: a quote of one line is words, also where a script
 * begins what somebody says with a dash. A dash with nothing behind it says that the last line before it is no speaker.
 *
 * @param passage where the name stands
 */
record SpeakerLine(Passage passage, InlineSource.Plain name) {

    /** Em dash, en dash, horizontal bar, or two hyphens; a no-break space may follow. */
    private static final Pattern LINE = Pattern.compile("(?:—|–|―|--)(?:[ \\t\\u00A0](.*))?", Pattern.DOTALL);

    private static final Passage NOWHERE = new Passage(List.of(new Passage.Line(0, "")));

    /** Takes the speaker's line from the end of a quote's paragraphs, if they end with one. */
    static SpeakerLine takenFrom(List<Passage> paragraphs) {
        Passage last = paragraphs.getLast();
        int before = last.lines().size() - 1;
        Passage.Line line = last.lines().getLast();
        Matcher matcher = LINE.matcher(line.text());
        if (!matcher.matches() || (before == 0 && paragraphs.size() == 1)) {
            return new SpeakerLine(NOWHERE, new InlineSource.Plain("", List.of()));
        }
        paragraphs.removeLast();
        if (before > 0) {
            paragraphs.add(withoutLastBreak(last.first(before)));
        }
        int start = matcher.group(1) == null ? line.text().length() : matcher.start(1);
        Passage name = new Passage(
                List.of(new Passage.Line(line.start() + start, line.text().substring(start))));
        return new SpeakerLine(name, InlineSource.plain(InlineSource.parse(name.text())));
    }

    /** The line as it is written, without a line end; empty where a quote that ends so needs none. */
    static String written(String text, String speaker) {
        String name = InlineSource.saying(speaker);
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return name.isEmpty() && !LINE.matcher(last).matches() ? "" : ("— " + name).strip();
    }

    /** A backslash that broke the line before the speaker breaks nothing once the speaker is gone. */
    private static Passage withoutLastBreak(Passage passage) {
        Passage.Line last = passage.lines().getLast();
        int end = last.text().length();
        return CanonicalText.isOpen(last.text(), end)
                ? passage.endingWith(last.text().substring(0, end - 1))
                : passage;
    }
}
