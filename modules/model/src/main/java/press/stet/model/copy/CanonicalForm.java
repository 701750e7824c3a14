package press.stet.model.copy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;

/**
 * The bytes that a digest of copy is taken over: JSON with keys in order, no white space and the fewest escapes (as RFC 8785
 * writes it), in UTF-8. What is empty is left out, so that a later optional field changes no digest taken before it. What a
 * block {@linkplain Block#renders() renders} is not part of it: readers do not see it, and the history names it apart.
 */
public final class CanonicalForm {

    /** The largest copy the newsroom takes, in bytes of this form. */
    public static final int LARGEST = 1 << 20;

    private static final String COPY = "c1";
    private static final String BLOCK = "b1";

    private CanonicalForm() {}

    /**
     * The canonical bytes of a copy.
     *
     * @throws IllegalArgumentException if a text in it is not Unicode: it holds half of a surrogate pair
     */
    public static byte[] of(Copy copy) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("language", copy.language().tag());
        put(fields, "headline", copy.headline());
        put(fields, "standfirst", copy.standfirst());
        put(fields, "bylines", copy.bylines());
        put(fields, "dateline", copy.dateline());
        put(fields, "section", copy.section() == null ? "" : copy.section().key());
        put(fields, "keywords", copy.keywords());
        put(fields, "slug", copy.slug() == null ? "" : copy.slug().text());
        put(fields, "body", copy.body().stream().map(CanonicalForm::fields).toList());
        return bytes(fields);
    }

    public static Digest digest(Copy copy) {
        return Digest.of(COPY, of(copy));
    }

    /** Over what a translator works on: a photo's address and credit are shared facts and do not count, nor does the id. */
    static Digest digest(Block block) {
        SortedMap<String, Object> fields = fields(block);
        fields.remove("id");
        if (block instanceof Block.Photo) {
            fields.keySet().removeAll(List.of("address", "credit"));
        }
        return Digest.shortOf(BLOCK, bytes(fields));
    }

    static Digest digest(String text) {
        return Digest.shortOf(BLOCK, bytes(new TreeMap<>(java.util.Map.of("text", text))));
    }

    private static SortedMap<String, Object> fields(Block block) {
        SortedMap<String, Object> fields = new TreeMap<>();
        put(fields, "id", block.id().text());
        switch (block) {
            case Block.Paragraph paragraph -> {
                fields.put("type", "paragraph");
                put(fields, "text", paragraph.text());
            }
            case Block.Subheading subheading -> {
                fields.put("type", "subheading");
                put(fields, "text", subheading.text());
            }
            case Block.Quote quote -> {
                fields.put("type", "quote");
                put(fields, "text", quote.text());
                put(fields, "speaker", quote.speaker());
            }
            case Block.Photo photo -> {
                fields.put("type", "photo");
                put(
                        fields,
                        "address",
                        photo.address() == null ? "" : photo.address().toString());
                put(fields, "alt", photo.alt());
                put(fields, "caption", photo.caption());
                put(fields, "credit", photo.credit());
            }
            case Block.Points points -> {
                fields.put("type", points.numbered() ? "numbered" : "points");
                put(fields, "items", points.items());
            }
            case Block.Embed embed -> {
                fields.put("type", "embed");
                put(fields, "address", embed.address().toString());
                put(fields, "text", embed.text());
            }
        }
        return fields;
    }

    private static void put(SortedMap<String, Object> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.put(key, value);
        }
    }

    private static void put(SortedMap<String, Object> fields, String key, List<?> values) {
        if (!values.isEmpty()) {
            fields.put(key, values);
        }
    }

    private static byte[] bytes(SortedMap<String, Object> fields) {
        StringBuilder json = new StringBuilder(1024);
        write(json, fields);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder json, Object value) {
        switch (value) {
            case SortedMap<?, ?> fields -> {
                char before = '{';
                for (var field : fields.entrySet()) {
                    json.append(before);
                    write(json, field.getKey());
                    json.append(':');
                    write(json, field.getValue());
                    before = ',';
                }
                json.append('}');
            }
            case List<?> values -> {
                char before = '[';
                for (Object each : values) {
                    json.append(before);
                    write(json, each);
                    before = ',';
                }
                json.append(values.isEmpty() ? "[]" : "]");
            }
            default -> quote(json, value.toString());
        }
    }

    private static void quote(StringBuilder json, String text) {
        whole(text);
        json.append('"');
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            String escaped = escaped(text.charAt(at));
            if (escaped != null) {
                json.append(text, written, at).append(escaped);
                written = at + 1;
            }
        }
        json.append(text, written, text.length()).append('"');
    }

    /** What stands for a character that cannot stand for itself; null for one that can. */
    private static @Nullable String escaped(char character) {
        if (character >= ' ' && character != '"' && character != '\\') {
            return null;
        }
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) character);
        };
    }

    /** Half of a surrogate pair has no bytes in UTF-8: written as anything else, what was approved would not be what is shown. */
    private static void whole(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (Character.isSurrogate(character)) {
                if (Character.isLowSurrogate(character)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    throw new IllegalArgumentException(
                            "a text of %d characters holds half of a character, U+%04X; send it whole"
                                    .formatted(text.length(), (int) character));
                }
                at++;
            }
        }
    }
}
