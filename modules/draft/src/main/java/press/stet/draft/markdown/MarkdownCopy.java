package press.stet.draft.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/**
 * Copy as a Markdown file holds it.
 *
 * @param translates what the copy is a translation of, or null in an original
 * @param version the version that the file was made from, or null in a file that began as one
 * @param site the publication it is meant for, or null where the file does not say
 */
public record MarkdownCopy(
        Copy copy,
        @Nullable Translates translates,
        @Nullable Version version,
        @Nullable Site site) {

    /**
     * The edition that a translation is made from.
     *
     * @param version null where the file does not say
     */
    public record Translates(Language language, @Nullable Version version) {

        /**
         * Reads {@code en} or {@code en@3}.
         *
         * @throws IllegalArgumentException if the text is neither
         */
        public static Translates of(String text) {
            int at = text.indexOf('@');
            return at < 0
                    ? new Translates(Language.of(text), null)
                    : new Translates(Language.of(text.substring(0, at)), readVersion(text.substring(at + 1)));
        }

        /** As {@link #of} reads it. */
        @Override
        public String toString() {
            return version == null ? language.tag() : language + "@" + version;
        }
    }

    /**
     * What a translator is handed: the words of the source, to be written over in another language. Every block says which
     * block of the source it {@linkplain Block#renders() renders}. Shared facts are left out, so that the translation goes on
     * taking them from its source.
     */
    public static MarkdownCopy toTranslate(Copy source, Version version, Language into) {
        List<Block> body = source.body().stream().map(MarkdownCopy::toRender).toList();
        Copy copy = new Copy(into, source.headline(), source.standfirst(), List.of(), "", null, List.of(), null, body);
        return new MarkdownCopy(copy, new Translates(source.language(), version), null, null);
    }

    private static Block toRender(Block block) {
        Block rendering = block.as(BlockId.NOT_GIVEN, block.id().isGiven() ? List.of(block.id()) : null);
        return rendering instanceof Block.Photo photo
                ? new Block.Photo(photo.id(), photo.renders(), null, photo.alt(), photo.caption(), "")
                : rendering;
    }

    static Version readVersion(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("a version is a number, got '" + text + "'");
        }
        return new Version(Integer.parseInt(text));
    }
}
