package press.stet.translation.handout;

import java.util.List;

/**
 * A unit as it came back.
 *
 * @param line where it stands in its file, counted from 1
 */
public record Returned(String id, int line, List<Text> texts) {

    public Returned {
        texts = List.copyOf(texts);
    }

    /**
     * A segment as it came back.
     *
     * @param id of the segment; empty where it has none
     * @param worked whether somebody marked it as translated, reviewed or final
     * @param markup whether tags stand in its target, which cannot be taken
     */
    public record Text(String id, String source, String target, boolean worked, boolean markup) {}
}
