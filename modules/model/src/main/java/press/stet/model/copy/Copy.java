package press.stet.model.copy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;

/**
 * What an edition says.
 *
 * @param standfirst empty where there is none
 * @param bylines whose work readers are told it is; empty where the copy says nothing (a translation then takes its source's)
 * @param dateline empty where there is none
 * @param section null in a draft that has none yet, and in a translation that takes its source's
 * @param slug null where it is to be made from the headline
 * @param body at most {@value #MOST_BLOCKS} blocks, no two of one id
 */
public record Copy(
        Language language,
        String headline,
        String standfirst,
        List<String> bylines,
        String dateline,
        @Nullable Section section,
        List<String> keywords,
        @Nullable Slug slug,
        List<Block> body) {

    public static final int MOST_BLOCKS = 2_000;

    public Copy {
        bylines = List.copyOf(bylines);
        keywords = List.copyOf(keywords);
        body = List.copyOf(body);
        if (body.size() > MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    "copy has at most " + MOST_BLOCKS + " blocks, this one has " + body.size());
        }
        Set<BlockId> seen = new HashSet<>(Set.of(BlockId.HEADLINE, BlockId.STANDFIRST));
        for (Block block : body) {
            if (block.id().isGiven() && !seen.add(block.id())) {
                throw new IllegalArgumentException("block id '" + block.id() + "' stands twice in the copy");
            }
        }
    }

    /** The slug given, else the one that the headline makes. */
    public Slug address() {
        return slug == null ? Slug.fromHeadline(headline, language) : slug;
    }

    public Copy withBody(List<Block> blocks) {
        return new Copy(language, headline, standfirst, bylines, dateline, section, keywords, slug, blocks);
    }
}
