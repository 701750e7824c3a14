package press.stet.newsroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.UnreadableRecord;
import press.stet.contract.proof.TokenHeader;
import press.stet.model.command.Dispatch;
import press.stet.ops.deadletter.Content;
import press.stet.ops.deadletter.DeadLetter;
import press.stet.ops.deadletter.Fate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A dead letter, told. Whatever is in it came from outside. */
record LetterText(DeadLetter letter, Fate fate, MessageCodec codec) {

    /** Bytes on a line, as hexadecimal dumps have them. */
    private static final int WIDE = 16;

    /** More than this of a value is only printed with {@code --json}. */
    private static final int MOST = 512;

    /** Two lines: which it is and what became of it, then why. */
    String lines() {
        return TerminalText.line(name(letter) + "  " + outcome()) + "\n    " + TerminalText.line(why());
    }

    private String why() {
        String again = letter.again() == 0 ? "" : " (sent anew in vain, " + letter.again() + " times)";
        String unreadable = letter.content() instanceof Content.Illegible content
                        && !content.why().equals(letter.reason())
                ? "; this build cannot send it anew: " + content.why()
                : "";
        return letter.reason() + again + unreadable;
    }

    private String outcome() {
        return switch (fate) {
            case Fate.Open _ -> "not ruled on";
            case Fate.Accepted accepted ->
                "accepted since, at " + accepted.at() + " under " + accepted.under() + ", event " + accepted.sequence();
            case Fate.Refused refused ->
                "refused since, at " + refused.at() + " by " + refused.rule().key() + ": " + refused.reason();
        };
    }

    /** Which, when it came, where it stood and what it says. */
    static String name(DeadLetter letter) {
        String said = switch (letter.content()) {
            case Content.Legible readable -> {
                Dispatch command = readable.dispatch();
                yield command.command().getClass().getSimpleName() + " of "
                        + command.story().shortId() + " by " + command.actor();
            }
            case Content.Illegible _ ->
                letter.story() == null ? "of no story" : "of " + letter.story().shortId();
        };
        return letter.id() + "  " + letter.at() + "  " + letter.origin() + "  " + said;
    }

    /** All of it. */
    String whole() {
        StringBuilder text = new StringBuilder(lines());
        byte[] key = letter.record().key();
        text.append("\n\nkey: ").append(key == null ? "none" : TerminalText.line(new String(key, UTF_8)));
        for (Header header : letter.record().headers()) {
            if (!header.key().equals(TokenHeader.NAME)) {
                text.append('\n').append(TerminalText.line(header.key() + ": " + text(header.value())));
            }
        }
        String decoded = decoded();
        text.append("\n\n").append(decoded == null ? "What it says cannot be read." : TerminalText.of(pretty(decoded)));
        byte[] value = letter.record().value();
        return text.append("\n\n")
                .append(value == null ? "It has no value." : dump(value))
                .toString();
    }

    private @Nullable String decoded() {
        byte[] value = letter.record().value();
        if (value == null || letter.origin() == null) {
            return null;
        }
        try {
            return codec.json(letter.origin().topic(), value);
        } catch (UnreadableRecord _) {
            return null;
        }
    }

    private static String pretty(String json) {
        return JsonMapper.shared().readTree(json).toPrettyString();
    }

    private static String dump(byte[] value) {
        HexFormat hex = HexFormat.ofDelimiter(" ");
        StringBuilder dump = new StringBuilder(value.length + " bytes");
        for (int at = 0; at < Math.min(value.length, MOST); at += WIDE) {
            int end = Math.min(value.length, at + WIDE);
            StringBuilder printed = new StringBuilder();
            for (int each = at; each < end; each++) {
                printed.append(value[each] >= ' ' && value[each] < 0x7F ? (char) value[each] : '.');
            }
            dump.append(String.format(Locale.ROOT, "%n%08x  %-47s  %s", at, hex.formatHex(value, at, end), printed));
        }
        return value.length > MOST ? dump + "\n… (all of it with --json)" : dump.toString();
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, UTF_8);
    }

    static ObjectNode json(List<LetterText> letters) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode all = json.putArray("deadLetters");
        letters.forEach(letter -> all.add(letter.brief()));
        return json;
    }

    /** What the list says of it. */
    static ObjectNode object(DeadLetter letter) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", letter.id().toString())
                .put("at", letter.at().toString())
                .put("origin", letter.origin() == null ? null : letter.origin().toString())
                .put("story", letter.story() == null ? null : letter.story().toString())
                .put("reason", letter.reason())
                .put("again", letter.again());
    }

    private ObjectNode brief() {
        ObjectNode json = object(letter);
        switch (letter.content()) {
            case Content.Legible readable ->
                json.put("type", readable.dispatch().command().getClass().getSimpleName())
                        .put("command", readable.dispatch().id().toString())
                        .put("actor", readable.dispatch().actor().account())
                        .put("unreadable", (String) null);
            case Content.Illegible unreadable ->
                json.put("type", (String) null)
                        .put("command", (String) null)
                        .put("actor", (String) null)
                        .put("unreadable", unreadable.why());
        }
        return switch (fate) {
            case Fate.Open _ -> json.put("fate", "open");
            case Fate.Accepted accepted ->
                json.put("fate", "accepted")
                        .put("under", accepted.under().toString())
                        .put("sequence", accepted.sequence());
            case Fate.Refused refused ->
                json.put("fate", "refused")
                        .put("under", refused.under().toString())
                        .put("rule", refused.rule().key());
        };
    }

    /** All of it. */
    ObjectNode json() {
        ObjectNode json = brief();
        byte[] key = letter.record().key();
        json.put("key", key == null ? null : text(key));
        ObjectNode headers = json.putObject("headers");
        for (Header header : letter.record().headers()) {
            if (!header.key().equals(TokenHeader.NAME)) {
                headers.put(header.key(), text(header.value()));
            }
        }
        String decoded = decoded();
        json.set(
                "value", decoded == null ? json.nullNode() : JsonMapper.shared().readTree(decoded));
        byte[] value = letter.record().value();
        return json.put("bytes", value == null ? null : HexFormat.of().formatHex(value));
    }
}
