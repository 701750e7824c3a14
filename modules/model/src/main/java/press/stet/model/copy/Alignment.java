package press.stet.model.copy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which source blocks the blocks of a translation render, where its sender did not: of what is left, the n-th paragraph
 * the n-th paragraph, the n-th photo the n-th photo. A type that is not left as often in both texts is aligned only as far as
 * the order can be trusted, which is not at all; its blocks stay unaligned and count as changed whenever any source block does.
 * A block whose sender named one that the source does not have is as if nobody had said anything of it.
 */
public final class Alignment {

    private Alignment() {}

    /** The translation with what its blocks render filled in wherever that can be told. */
    public static Copy align(Copy translation, Copy source) {
        List<Block> told = told(translation, source);
        Set<BlockId> rendered = told.stream()
                .map(Block::renders)
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        Map<Class<? extends Block>, Deque<BlockId>> left = new HashMap<>();
        source.body().stream()
                .filter(block -> !rendered.contains(block.id()))
                .forEach(block -> places(left, block).add(block.id()));
        return translation.withBody(inOrder(told, left));
    }

    private static List<Block> told(Copy translation, Copy source) {
        Set<BlockId> known = new HashSet<>(Set.of(BlockId.HEADLINE, BlockId.STANDFIRST));
        source.body().forEach(block -> known.add(block.id()));
        return translation.body().stream()
                .map(block -> block.renders() == null || known.containsAll(block.renders())
                        ? block
                        : block.as(block.id(), null))
                .toList();
    }

    private static List<Block> inOrder(List<Block> told, Map<Class<? extends Block>, Deque<BlockId>> left) {
        Map<Class<? extends Block>, Integer> open = new HashMap<>();
        told.stream()
                .filter(block -> block.renders() == null)
                .forEach(block -> open.merge(block.getClass(), 1, Integer::sum));
        left.entrySet().removeIf(each -> each.getValue().size() != open.getOrDefault(each.getKey(), 0));
        return told.stream()
                .map(block -> {
                    BlockId place =
                            block.renders() == null ? places(left, block).poll() : null;
                    return place == null ? block : block.as(block.id(), List.of(place));
                })
                .toList();
    }

    /** The blocks of a translation that nobody can say the source of. */
    public static List<BlockId> unaligned(Copy translation) {
        return translation.body().stream()
                .filter(block -> block.renders() == null)
                .map(Block::id)
                .toList();
    }

    private static Deque<BlockId> places(Map<Class<? extends Block>, Deque<BlockId>> left, Block block) {
        return left.computeIfAbsent(block.getClass(), _ -> new ArrayDeque<>());
    }
}
