package press.stet.draft.markdown;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;

/** Reads one block of a file. What the newsroom has no block for is refused by its name. */
final class BlockReader {

    private final String text;
    private final int bodyStart;
    private final boolean translation;
    private final Problems problems;

    /**
     * Reads blocks of a text that was parsed from an index on.
     *
     * @param translation whether the copy may take the addresses of its pictures from its source
     */
    BlockReader(String text, int bodyStart, boolean translation, Problems problems) {
        this.text = text;
        this.bodyStart = bodyStart;
        this.translation = translation;
        this.problems = problems;
    }

    /** The block that a node stands for, or null if it stands for none or something is wrong with it. */
    @Nullable Block read(Node node, BlockLabel label) {
        int before = problems.count();
        if (label.embed() != null && !(node instanceof Paragraph)) {
            problems.add(start(node), "the comment above belongs to an embed, whose text is a paragraph");
        }
        Block block = switch (node) {
            case Paragraph paragraph -> paragraph(paragraph, label);
            case Heading heading -> subheading(heading, label);
            case BlockQuote quote -> quote(quote, label);
            case BulletList list -> new Block.Points(label.id(), label.renders(), false, items(list));
            case OrderedList list -> numbered(list, label);
            default -> refuse(node);
        };
        return problems.count() == before ? block : null;
    }

    /** Where in the text a node begins, behind its indentation. */
    int start(Node node) {
        int start = bodyStart + node.getSourceSpans().getFirst().getInputIndex();
        while (start < text.length() && CanonicalText.isSpace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    @Nullable Block refuse(Node node) {
        return refuse(node, "");
    }

    private @Nullable Block refuse(Node node, String where) {
        problems.add(start(node), NotTaken.what(node, where));
        return null;
    }

    private Block paragraph(Paragraph paragraph, BlockLabel label) {
        Passage passage = passage(paragraph);
        URI embed = label.embed();
        if (embed != null) {
            return new Block.Embed(label.id(), label.renders(), embed, text(passage));
        }
        return InlineSource.parse(passage.text()) instanceof Image picture && picture.getNext() == null
                ? photo(picture, passage, label)
                : new Block.Paragraph(label.id(), label.renders(), text(passage));
    }

    private Block photo(Image picture, Passage passage, BlockLabel label) {
        InlineSource.Plain alt = InlineSource.plain(picture.getFirstChild());
        tell(alt.flaws(), passage);
        PhotoTitle title = PhotoTitle.read(picture.getTitle());
        title.flaws().forEach(flaw -> problems.add(passage.inFile(0), "in the caption or credit: " + flaw.what()));
        URI address = null;
        try {
            address = address(picture.getDestination());
        } catch (IllegalArgumentException refused) {
            problems.add(passage.inFile(0), "a picture: " + refused.getMessage());
        }
        return new Block.Photo(label.id(), label.renders(), address, alt.text(), title.caption(), title.credit());
    }

    private @Nullable URI address(String destination) {
        if (!destination.isEmpty()) {
            return HttpsAddress.of(destination);
        }
        if (translation) {
            return null;
        }
        throw new IllegalArgumentException("its address is missing; only a translation takes it from its source");
    }

    private @Nullable Block subheading(Heading heading, BlockLabel label) {
        Passage line = passage(heading);
        boolean isUnderlined = line.lines().size() > 1;
        if (heading.getLevel() != 2 || isUnderlined) {
            return refuse(heading);
        }
        Passage words = withoutSigns(line);
        if (words.text().isEmpty()) {
            problems.add(start(heading), "a subheading without words");
        }
        tell(InlineSource.flaws(InlineSource.parse(words.text())), words);
        return new Block.Subheading(label.id(), label.renders(), CanonicalText.subheading(words.text()));
    }

    /** What stands between the number signs of a heading, those that close it being a matter of taste. */
    private static Passage withoutSigns(Passage line) {
        String words = CanonicalText.trimmed(line.text());
        int start = 2;
        while (start < words.length() && CanonicalText.isSpace(words.charAt(start))) {
            start++;
        }
        int closing = words.length();
        while (closing > start && words.charAt(closing - 1) == '#') {
            closing--;
        }
        boolean closed = closing == start || CanonicalText.isSpace(words.charAt(closing - 1));
        String between = CanonicalText.trimmed(words.substring(start, closed ? closing : words.length()));
        return new Passage(List.of(new Passage.Line(line.inFile(start), between)));
    }

    private @Nullable Block quote(BlockQuote quote, BlockLabel label) {
        List<Passage> passages = new ArrayList<>();
        for (Node node = quote.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph paragraph) {
                passages.add(passage(paragraph));
            } else {
                refuse(node, " in a quote");
            }
        }
        if (quote.getFirstChild() == null) {
            problems.add(start(quote), "a quote without words");
        }
        if (passages.isEmpty()) {
            return null;
        }
        SpeakerLine speaker = SpeakerLine.takenFrom(passages);
        tell(speaker.name().flaws(), speaker.passage());
        String words = String.join("\n\n", passages.stream().map(this::text).toList());
        return new Block.Quote(
                label.id(), label.renders(), words, speaker.name().text());
    }

    private Block numbered(OrderedList list, BlockLabel label) {
        int first = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        if (first != 1) {
            problems.add(
                    start(list),
                    "a numbered list that begins with " + first + ": begin with 1, or if this is no list write " + first
                            + "\\" + list.getMarkerDelimiter());
        }
        return new Block.Points(label.id(), label.renders(), true, items(list));
    }

    private List<String> items(Node list) {
        List<String> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(item(item));
        }
        return items;
    }

    private String item(Node item) {
        String words = "";
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Paragraph paragraph)) {
                refuse(node, " in a list");
            } else if (words.isEmpty()) {
                words = text(passage(paragraph));
            } else {
                problems.add(start(node), "a second paragraph in the item of a list: an item has one");
            }
        }
        if (item.getFirstChild() == null) {
            problems.add(start(item), "the item of a list without words");
        }
        return words;
    }

    private Passage passage(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return Passage.of(spans, text, bodyStart);
    }

    private String text(Passage passage) {
        String source = passage.text();
        tell(InlineSource.flaws(InlineSource.parse(source)), passage);
        passage.lines().stream()
                .skip(1)
                .filter(line -> BlockSigns.isTableRule(line.text()))
                .forEach(line -> problems.add(line.start(), "a table: tables are not taken; write a list, or text"));
        return CanonicalText.paragraph(source);
    }

    private void tell(List<InlineSource.Flaw> flaws, Passage passage) {
        flaws.forEach(flaw -> problems.add(passage.inFile(flaw.index()), flaw.what()));
    }
}
