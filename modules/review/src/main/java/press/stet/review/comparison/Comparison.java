package press.stet.review.comparison;

import java.util.List;
import java.util.stream.Stream;
import press.stet.model.Language;
import press.stet.model.copy.Copy;

/**
 * What an editor must know of a version who knows another one: block by block, and word by word within a block. A block is the same block where its id is the
 * same, wherever it stands and whatever it says. Headline and standfirst are compared like blocks.
 *
 * @param language of both
 * @param facts section, bylines, dateline, keywords and slug, each that either version has
 * @param passages the headline, the standfirst, then the blocks as they stand now, and what was removed where it stood
 */
public record Comparison(Language language, List<TextComparison> facts, List<PassageComparison> passages) {

    public Comparison {
        facts = List.copyOf(facts);
        passages = List.copyOf(passages);
    }

    /**
     * Compares two versions of an edition.
     *
     * @throws IllegalArgumentException if they are in two languages, or a block has no id: {@link press.stet.model.copy.BlockNames} gives it one
     */
    public static Comparison of(Copy before, Copy after) {
        if (!before.language().equals(after.language())) {
            throw new IllegalArgumentException(
                    "two versions of an edition are compared, not " + before.language() + " with " + after.language());
        }
        Stream.concat(before.body().stream(), after.body().stream())
                .filter(block -> !block.id().isGiven())
                .findFirst()
                .ifPresent(block -> {
                    throw new IllegalArgumentException("a block without an id cannot be found again: " + block);
                });
        return new Comparison(
                after.language(),
                TextComparison.of(Passage.facts(before), Passage.facts(after), after.language()),
                PassagesSideBySide.of(before, after));
    }

    /** Whether both say the same, in the same order. */
    public boolean findsNothing() {
        return facts.stream().noneMatch(TextComparison::isChanged)
                && passages.stream()
                        .allMatch(each -> each instanceof PassageComparison.Same same && same.move() == null);
    }
}
