package press.stet.review.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/**
 * The headline, the standfirst or a block of the body, taken apart into its texts.
 *
 * @param texts of each role that has any; only items, and what a block renders, are more than one
 */
public record Passage(BlockId id, Kind kind, Map<Role, List<String>> texts) {

    /** What stands there. */
    public enum Kind {
        HEADLINE("headline"),
        STANDFIRST("standfirst"),
        PARAGRAPH("paragraph"),
        SUBHEADING("subheading"),
        QUOTE("quote"),
        PHOTO("photo"),
        LIST("list"),
        NUMBERED_LIST("numbered list"),
        EMBED("embed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As an editor calls it. */
        public String word() {
            return word;
        }
    }

    /** Added for its readers: as Markdown files write it. */
    private static final List<String> NOTHING = List.of("-");

    /** The headline, and the standfirst where there is one. */
    static Stream<Passage> outside(Copy copy) {
        Passage headline = fixed(BlockId.HEADLINE, Kind.HEADLINE, copy.headline());
        return copy.standfirst().isEmpty()
                ? Stream.of(headline)
                : Stream.of(headline, fixed(BlockId.STANDFIRST, Kind.STANDFIRST, copy.standfirst()));
    }

    private static Passage fixed(BlockId id, Kind kind, String text) {
        return new Passage(id, kind, Map.of(Role.TEXT, List.of(text)));
    }

    static Passage of(Block block) {
        Map<Role, List<String>> texts = new EnumMap<>(Role.class);
        Kind kind = switch (block) {
            case Block.Paragraph paragraph -> {
                put(texts, Role.TEXT, paragraph.text());
                yield Kind.PARAGRAPH;
            }
            case Block.Subheading subheading -> {
                put(texts, Role.TEXT, subheading.text());
                yield Kind.SUBHEADING;
            }
            case Block.Quote quote -> {
                put(texts, Role.TEXT, quote.text());
                put(texts, Role.SPEAKER, quote.speaker());
                yield Kind.QUOTE;
            }
            case Block.Photo photo -> {
                put(texts, Role.ALT, photo.alt());
                put(texts, Role.CAPTION, photo.caption());
                put(texts, Role.CREDIT, photo.credit());
                put(
                        texts,
                        Role.ADDRESS,
                        photo.address() == null ? "" : photo.address().toString());
                yield Kind.PHOTO;
            }
            case Block.Points points -> {
                put(texts, Role.ITEM, points.items());
                yield points.numbered() ? Kind.NUMBERED_LIST : Kind.LIST;
            }
            case Block.Embed embed -> {
                put(texts, Role.TEXT, embed.text());
                put(texts, Role.ADDRESS, embed.address().toString());
                yield Kind.EMBED;
            }
        };
        List<BlockId> renders = block.renders();
        if (renders != null) {
            put(
                    texts,
                    Role.RENDERS,
                    renders.isEmpty()
                            ? NOTHING
                            : renders.stream().map(BlockId::text).toList());
        }
        return new Passage(block.id(), kind, texts);
    }

    /** Section, bylines, dateline, keywords and slug: what a copy says of itself. */
    static Map<Role, List<String>> facts(Copy copy) {
        Map<Role, List<String>> facts = new EnumMap<>(Role.class);
        put(facts, Role.SECTION, copy.section() == null ? "" : copy.section().key());
        put(facts, Role.BYLINE, copy.bylines());
        put(facts, Role.DATELINE, copy.dateline());
        put(facts, Role.KEYWORD, copy.keywords());
        put(facts, Role.SLUG, copy.slug() == null ? "" : copy.slug().text());
        return facts;
    }

    private static void put(Map<Role, List<String>> texts, Role role, String text) {
        put(texts, role, text.isEmpty() ? List.of() : List.of(text));
    }

    private static void put(Map<Role, List<String>> texts, Role role, List<String> all) {
        if (!all.isEmpty()) {
            texts.put(role, all);
        }
    }
}
