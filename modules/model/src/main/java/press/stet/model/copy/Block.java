package press.stet.model.copy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an edition's body. Text in it is CommonMark inline text.
 *
 * <p>In a translation, {@link #renders} says which blocks of the source it stands for: one, several (merged), or none (added
 * for its readers). Null means that nobody said; such a block counts as changed whenever any source block does.
 */
public sealed interface Block {

    BlockId id();

    @Nullable List<BlockId> renders();

    /** The same block under another name, rendering other blocks. */
    Block as(BlockId id, @Nullable List<BlockId> renders);

    /** A paragraph of running text. */
    record Paragraph(BlockId id, @Nullable List<BlockId> renders, String text) implements Block {
        public Paragraph {
            renders = copied(renders);
        }

        @Override
        public Paragraph as(BlockId id, @Nullable List<BlockId> renders) {
            return new Paragraph(id, renders, text);
        }
    }

    /** A heading between paragraphs. */
    record Subheading(BlockId id, @Nullable List<BlockId> renders, String text) implements Block {
        public Subheading {
            renders = copied(renders);
        }

        @Override
        public Subheading as(BlockId id, @Nullable List<BlockId> renders) {
            return new Subheading(id, renders, text);
        }
    }

    /**
     * Somebody's words, set apart.
     *
     * @param text its paragraphs, an empty line between them
     * @param speaker who said it; empty where the copy does not name them
     */
    record Quote(BlockId id, @Nullable List<BlockId> renders, String text, String speaker) implements Block {
        public Quote {
            renders = copied(renders);
        }

        @Override
        public Quote as(BlockId id, @Nullable List<BlockId> renders) {
            return new Quote(id, renders, text, speaker);
        }
    }

    /**
     * A picture. Address and credit are facts that translations share.
     *
     * @param address an {@code https} address; null in a translation that takes it from its source
     * @param alt what the picture shows, for those who do not see it
     */
    record Photo(
            BlockId id,
            @Nullable List<BlockId> renders,
            @Nullable URI address,
            String alt,
            String caption,
            String credit)
            implements Block {
        public Photo {
            renders = copied(renders);
            if (address != null && !"https".equals(address.getScheme())) {
                throw new IllegalArgumentException("a picture has an https address, got '" + address + "'");
            }
        }

        @Override
        public Photo as(BlockId id, @Nullable List<BlockId> renders) {
            return new Photo(id, renders, address, alt, caption, credit);
        }
    }

    /** A list of points. */
    record Points(BlockId id, @Nullable List<BlockId> renders, boolean numbered, List<String> items) implements Block {
        public Points {
            renders = copied(renders);
            items = List.copyOf(items);
        }

        @Override
        public Points as(BlockId id, @Nullable List<BlockId> renders) {
            return new Points(id, renders, numbered, items);
        }
    }

    /**
     * Something that stands elsewhere: a film, a post, a map.
     *
     * @param address an {@code https} address
     * @param text what readers see who cannot or will not load it
     */
    record Embed(BlockId id, @Nullable List<BlockId> renders, URI address, String text) implements Block {
        public Embed {
            renders = copied(renders);
            if (!"https".equals(address.getScheme())) {
                throw new IllegalArgumentException("an embed has an https address, got '" + address + "'");
            }
        }

        @Override
        public Embed as(BlockId id, @Nullable List<BlockId> renders) {
            return new Embed(id, renders, address, text);
        }
    }

    private static @Nullable List<BlockId> copied(@Nullable List<BlockId> renders) {
        return renders == null ? null : List.copyOf(renders);
    }
}
