package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Caption and credit, as a picture's title holds them: {@code caption | credit}. The credit stands behind the last {@code |}
 * that has no backslash before it. The caption is a block's text, the credit plain words.
 *
 * @param flaws what the newsroom does not take in either
 */
record PhotoTitle(String caption, String credit, List<InlineSource.Flaw> flaws) {

    /** What would end the title, or be another character in it. */
    private static final Pattern TO_ESCAPE = Pattern.compile("[\\\\\"]|&(?=#?[A-Za-z0-9]+;)");

    PhotoTitle {
        flaws = List.copyOf(flaws);
    }

    /** Reads a title without the quotation marks around it and the backslashes that they ask for. */
    static PhotoTitle read(@Nullable String title) {
        String whole = title == null ? "" : title;
        int bar = lastBar(whole);
        String caption = whole.substring(0, bar < 0 ? whole.length() : bar);
        List<InlineSource.Flaw> flaws = new ArrayList<>(InlineSource.flaws(InlineSource.parse(caption)));
        InlineSource.Plain credit =
                InlineSource.plain(InlineSource.parse(whole.substring(bar < 0 ? whole.length() : bar + 1)));
        flaws.addAll(credit.flaws());
        return new PhotoTitle(CanonicalText.line(caption), credit.text(), flaws);
    }

    /** With its quotation marks and a space before them; empty where there is nothing to say. */
    static String written(String caption, String credit) {
        String line = CanonicalText.line(caption);
        String source = InlineSource.saying(credit);
        String title = line;
        if (!source.isEmpty() || lastBar(line) >= 0) {
            title = (line.isEmpty() ? "|" : line + " |") + (source.isEmpty() ? "" : " " + source);
        }
        return title.isEmpty() ? "" : " \"" + TO_ESCAPE.matcher(title).replaceAll("\\\\$0") + "\"";
    }

    private static int lastBar(String title) {
        int bar = title.lastIndexOf('|');
        while (bar >= 0 && CanonicalText.isOpen(title, bar)) {
            bar = title.lastIndexOf('|', bar - 1);
        }
        return bar;
    }
}
