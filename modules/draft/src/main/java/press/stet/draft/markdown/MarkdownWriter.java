package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;

/**
 * Writes copy as a Markdown file that {@link MarkdownReader} reads back to the same value: the same ids, renderings and words.
 *
 * <p>Words that came from a Markdown file are written as they stand. Those that came some other way and would mean something
 * else in a file (a paragraph that begins like a list, white space that nobody sees, markup in HTML) are written so that readers
 * see the same, and from then on stay as they were written. Blocks without words are left out.
 *
 * <p>Thread-safe.
 */
public final class MarkdownWriter {

    /** Parts two lists of one kind, which would be read as one. */
    private static final String APART = "<!-- -->\n";

    private MarkdownWriter() {}

    /** The text of a file, to be stored in UTF-8. */
    public static String write(MarkdownCopy copy) {
        StringBuilder file = new StringBuilder("---\n");
        file.append(frontMatter(copy)).append("---\n");
        Block before = null;
        for (Block block : copy.copy().body()) {
            String written = written(block);
            if (!written.isEmpty()) {
                file.append('\n').append(areOneList(before, block) ? APART : "");
                file.append(BlockLabel.of(block).line()).append(written).append('\n');
                before = block;
            }
        }
        return file.toString();
    }

    private static String frontMatter(MarkdownCopy markdown) {
        Copy copy = markdown.copy();
        Map<String, Object> values = new LinkedHashMap<>();
        for (FrontMatterKey key : FrontMatterKey.values()) {
            Object value = switch (key) {
                case LANGUAGE -> copy.language().tag();
                case HEADLINE -> CanonicalText.words(copy.headline());
                case STANDFIRST -> CanonicalText.words(copy.standfirst());
                case SECTION -> text(copy.section());
                case BYLINE -> oneOrMany(words(copy.bylines()));
                case DATELINE -> CanonicalText.words(copy.dateline());
                case SLUG -> text(copy.slug());
                case KEYWORDS -> words(copy.keywords());
                case TRANSLATES -> text(markdown.translates());
                case VERSION ->
                    markdown.version() == null ? "" : markdown.version().number();
                case SITE -> text(markdown.site());
            };
            if (!value.equals("") && !value.equals(List.of())) {
                values.put(key.word(), value);
            }
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSchema(new CoreSchema())
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(values);
    }

    private static Object text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<String> words(List<String> texts) {
        return texts.stream()
                .map(CanonicalText::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static Object oneOrMany(List<String> words) {
        return words.size() == 1 ? words.getFirst() : words;
    }

    private static boolean areOneList(@Nullable Block before, Block block) {
        return before instanceof Block.Points one
                && block instanceof Block.Points other
                && one.numbered() == other.numbered()
                && BlockLabel.of(block).line().isEmpty();
    }

    /** The block's lines without the last line end; empty if it has nothing to say. */
    private static String written(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> CanonicalText.paragraph(paragraph.text());
            case Block.Subheading subheading -> afterSign("## ", CanonicalText.subheading(subheading.text()));
            case Block.Quote quote -> quote(quote);
            case Block.Photo photo -> photo(photo);
            case Block.Points points -> points(points);
            case Block.Embed embed -> embed(embed);
        };
    }

    private static String afterSign(String sign, String words) {
        return words.isEmpty() ? "" : sign + words;
    }

    private static String quote(Block.Quote quote) {
        String words = CanonicalText.paragraphs(quote.text());
        String speaker = SpeakerLine.written(words, quote.speaker());
        if (words.isEmpty()) {
            words = speaker;
            speaker = SpeakerLine.written(words, "");
        }
        String lines = speaker.isEmpty() ? words : words + "\n" + speaker;
        return afterSign("> ", lines.replace("\n", "\n> ").replace("\n> \n", "\n>\n"));
    }

    private static String photo(Block.Photo photo) {
        String address =
                photo.address() == null ? "<>" : destination(photo.address().toString());
        return "![" + InlineSource.saying(photo.alt()) + "](" + address
                + PhotoTitle.written(photo.caption(), photo.credit()) + ")";
    }

    /** Between angle brackets where brackets in it might end the picture; an address has no angle brackets itself. */
    private static String destination(String address) {
        String escaped = address.replaceAll("&(?=#?[A-Za-z0-9]+;)", "\\\\&");
        return escaped.indexOf('(') >= 0 || escaped.indexOf(')') >= 0 ? "<" + escaped + ">" : escaped;
    }

    private static String points(Block.Points points) {
        List<String> lines = new ArrayList<>();
        for (String item : points.items()) {
            String sign = points.numbered() ? lines.size() + 1 + ". " : "- ";
            String words = BlockSigns.behind(sign, CanonicalText.paragraph(item));
            if (!words.isEmpty()) {
                lines.add(sign + words.replace("\n", "\n" + " ".repeat(sign.length())));
            }
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static String embed(Block.Embed embed) {
        String words = CanonicalText.paragraph(embed.text());
        return words.isEmpty() ? "<" + embed.address() + ">" : words;
    }
}
