package press.stet.review.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/** The passages of two versions. Where most of them stand in the same order nothing has moved; what stands elsewhere has. */
final class PassagesSideBySide implements SideBySide<BlockId> {

    private final Language language;
    private final Map<BlockId, Passage> before;
    private final Map<BlockId, Passage> after;
    private final Map<BlockId, PassageComparison.Move> moves;
    private final List<PassageComparison> compared = new ArrayList<>();

    private PassagesSideBySide(Copy before, Copy after) {
        this.language = after.language();
        this.before = byId(before);
        this.after = byId(after);
        this.moves = moves(before, after);
    }

    static List<PassageComparison> of(Copy before, Copy after) {
        PassagesSideBySide sides = new PassagesSideBySide(before, after);
        SideBySide.walk(List.copyOf(sides.before.keySet()), List.copyOf(sides.after.keySet()), sides);
        return sides.compared;
    }

    @Override
    public void same(List<BlockId> both) {
        both.forEach(id -> compared.add(met(id, null)));
    }

    @Override
    public void different(List<BlockId> old, List<BlockId> now) {
        old.stream().filter(id -> !after.containsKey(id)).forEach(id -> compared.add(removed(passage(before, id))));
        now.forEach(id -> compared.add(before.containsKey(id) ? met(id, moves.get(id)) : added(passage(after, id))));
    }

    private PassageComparison met(BlockId id, PassageComparison.@Nullable Move move) {
        Passage old = passage(before, id);
        Passage now = passage(after, id);
        List<TextComparison> texts = TextComparison.of(old.texts(), now.texts(), language);
        return old.kind() == now.kind() && texts.stream().noneMatch(TextComparison::isChanged)
                ? new PassageComparison.Same(now, move, texts)
                : new PassageComparison.Changed(old, now, move, texts);
    }

    private PassageComparison added(Passage passage) {
        return new PassageComparison.Added(passage, TextComparison.of(Map.of(), passage.texts(), language));
    }

    private PassageComparison removed(Passage passage) {
        return new PassageComparison.Removed(passage, TextComparison.of(passage.texts(), Map.of(), language));
    }

    private static Passage passage(Map<BlockId, Passage> passages, BlockId id) {
        return Objects.requireNonNull(passages.get(id), "a version has the blocks that it has");
    }

    private static Map<BlockId, Passage> byId(Copy copy) {
        Map<BlockId, Passage> passages = new LinkedHashMap<>();
        Stream.concat(Passage.outside(copy), copy.body().stream().map(Passage::of))
                .forEach(passage -> passages.put(passage.id(), passage));
        return passages;
    }

    /** What a move of each block that both have would be. */
    private static Map<BlockId, PassageComparison.Move> moves(Copy before, Copy after) {
        Map<BlockId, Integer> places = new HashMap<>();
        before.body().forEach(block -> places.put(block.id(), places.size() + 1));
        Map<BlockId, PassageComparison.Move> moves = new HashMap<>();
        for (int at = 0; at < after.body().size(); at++) {
            BlockId id = after.body().get(at).id();
            Integer place = places.get(id);
            if (place != null) {
                moves.put(id, new PassageComparison.Move(place, at + 1));
            }
        }
        return moves;
    }
}
