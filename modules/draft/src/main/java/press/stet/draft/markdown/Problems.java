package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, collected while it is read. */
final class Problems {

    /** A file with more is not copy with mistakes, but something else. */
    private static final int MOST = 1_000;

    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST = 500;

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();

    Problems(SourceText source) {
        this.source = source;
    }

    void add(Place place, String what) {
        if (problems.size() < MOST) {
            problems.add(new Problem(place.line(), place.column(), cut(what, LONGEST)));
        }
    }

    /** Adds what is wrong at a character of the text. */
    void add(int index, String what) {
        if (problems.size() < MOST) {
            add(source.place(index), what);
        }
    }

    int count() {
        return problems.size();
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    MarkdownRefused refusal(String file) {
        return new MarkdownRefused(file, problems);
    }

    /** A piece of the file, as a message quotes it. */
    static String quoted(String text) {
        return "'" + cut(text.replace('\n', ' '), LONGEST_QUOTE) + "'";
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
