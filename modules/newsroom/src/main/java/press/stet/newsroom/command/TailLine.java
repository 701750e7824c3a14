package press.stet.newsroom.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.ops.tail.Seen;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record of the log on one line. */
final class TailLine {

    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final boolean json;
    private final boolean whole;

    /**
     * Lines.
     *
     * @param whole in JSON, with all that the record says
     */
    TailLine(boolean json, boolean whole) {
        this.json = json;
        this.whole = whole;
    }

    String of(Seen seen) {
        return json ? object(seen).toString() : words(seen);
    }

    private static String words(Seen seen) {
        StringBuilder line = new StringBuilder()
                .append(TO_THE_MILLISECOND.format(seen.at()))
                .append("  ")
                .append(seen.place())
                .append("  ")
                .append(seen.type());
        if (seen.story() != null) {
            line.append("  ").append(about(seen.story(), seen.language()));
        }
        if (seen.actor() != null) {
            line.append("  ").append(seen.actor());
            if (seen.tool() != null) {
                line.append(" by ").append(seen.tool());
            }
        }
        // Tools, reasons and notes may be anything that somebody sent.
        return TerminalText.line(line.append("  ").append(seen.says()).toString());
    }

    private static String about(StoryId story, @Nullable Language language) {
        return story.shortId() + (language == null ? "" : "/" + language);
    }

    private ObjectNode object(Seen seen) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("topic", seen.place().topic())
                .put("partition", seen.place().partition())
                .put("offset", seen.place().offset())
                .put("at", seen.at().toString())
                .put("type", seen.type())
                .put("story", text(seen.story()))
                .put("language", text(seen.language()))
                .put("actor", text(seen.actor()))
                .put("tool", seen.tool())
                .put("command", text(seen.command()))
                .put("says", seen.says());
        if (whole) {
            String all = seen.whole();
            json.set(
                    "whole", all == null ? json.nullNode() : JsonMapper.shared().readTree(all));
        }
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
