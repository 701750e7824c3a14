package press.stet.model.house;

import java.util.List;
import press.stet.model.Language;

/**
 * What readers are told of a correction, a withdrawal or a kill.
 *
 * @param worded the words per language
 * @param otherwise the words for every language that has none of its own; may be empty
 */
public record Notice(List<Worded> worded, String otherwise) {

    /** Longest text, in characters. */
    public static final int LONGEST = 2_000;

    /** Nothing of the sender's own: the house's standard sentence is used. */
    public static final Notice NONE = new Notice(List.of(), "");

    /** A notice's words in one language. */
    public record Worded(Language language, String text) {}

    public Notice {
        worded = List.copyOf(worded);
        worded.forEach(each -> bound(each.text()));
        bound(otherwise);
    }

    /** The same words for every language. */
    public static Notice of(String text) {
        return new Notice(List.of(), text);
    }

    /** The words for this language; empty where there are none. */
    public String in(Language language) {
        return worded.stream()
                .filter(each -> each.language().equals(language) && !each.text().isBlank())
                .map(Worded::text)
                .findFirst()
                .orElse(otherwise);
    }

    private static void bound(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a notice has at most " + LONGEST + " characters, this one has " + text.length());
        }
    }
}
