package press.stet.translation.handout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import press.stet.model.copy.Block;

/** The texts of a block, by what they are in it. */
final class Texts {

    static final String TEXT = "text";
    static final String SPEAKER = "speaker";
    static final String ALT = "alt";
    static final String CAPTION = "caption";
    static final String CREDIT = "credit";
    private static final String ITEM = "item-";

    private Texts() {}

    /** All that a block of its type may have, in the order of reading, empty ones too. */
    static Map<String, String> of(Block block) {
        Map<String, String> texts = new LinkedHashMap<>();
        switch (block) {
            case Block.Paragraph paragraph -> texts.put(TEXT, paragraph.text());
            case Block.Subheading subheading -> texts.put(TEXT, subheading.text());
            case Block.Quote quote -> {
                texts.put(TEXT, quote.text());
                texts.put(SPEAKER, quote.speaker());
            }
            case Block.Photo photo -> {
                texts.put(ALT, photo.alt());
                texts.put(CAPTION, photo.caption());
                texts.put(CREDIT, photo.credit());
            }
            case Block.Points points ->
                IntStream.range(0, points.items().size())
                        .forEach(at -> texts.put(item(at), points.items().get(at)));
            case Block.Embed embed -> texts.put(TEXT, embed.text());
        }
        return texts;
    }

    static String item(int at) {
        return ITEM + (at + 1);
    }

    /** The block with other texts; what is not among them is empty, and a list has as many items as there are texts. */
    static Block in(Block block, Map<String, String> texts) {
        return switch (block) {
            case Block.Paragraph it -> new Block.Paragraph(it.id(), it.renders(), text(texts, TEXT));
            case Block.Subheading it -> new Block.Subheading(it.id(), it.renders(), text(texts, TEXT));
            case Block.Quote it -> new Block.Quote(it.id(), it.renders(), text(texts, TEXT), text(texts, SPEAKER));
            case Block.Photo it ->
                new Block.Photo(
                        it.id(),
                        it.renders(),
                        it.address(),
                        text(texts, ALT),
                        text(texts, CAPTION),
                        text(texts, CREDIT));
            case Block.Points it -> new Block.Points(it.id(), it.renders(), it.numbered(), List.copyOf(texts.values()));
            case Block.Embed it -> new Block.Embed(it.id(), it.renders(), it.address(), text(texts, TEXT));
        };
    }

    private static String text(Map<String, String> texts, String id) {
        return texts.getOrDefault(id, "");
    }

    /** All that blocks say, an empty line between two of them. */
    static String joined(List<Block> blocks) {
        return blocks.stream()
                .map(block -> of(block).values().stream()
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }
}
