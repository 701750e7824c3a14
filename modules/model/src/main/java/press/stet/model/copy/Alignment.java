package press.stet.model.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which source blocks the blocks of a translation render, where its sender did not: the n-th paragraph the n-th
 * paragraph, the n-th photo the n-th photo. A type that does not come as often in both texts is aligned only as far as the
 * order can be trusted, which is not at all; its blocks stay unaligned and count as changed whenever any source block does.
 */
public final class Alignment {

    private Alignment() {}

    /** The translation with what its blocks render filled in wherever that can be told. */
    public static Copy align(Copy translation, Copy source) {
        Map<Class<? extends Block>, List<BlockId>> places = new HashMap<>();
        source.body().forEach(block -> places(places, block).add(block.id()));
        Map<Class<? extends Block>, Integer> counts = new HashMap<>();
        translation.body().forEach(block -> counts.merge(block.getClass(), 1, Integer::sum));
        Map<Class<? extends Block>, Integer> next = new HashMap<>();
        List<Block> aligned = new ArrayList<>(translation.body().size());
        for (Block block : translation.body()) {
            List<BlockId> ofItsType = places(places, block);
            int place = next.merge(block.getClass(), 1, Integer::sum) - 1;
            boolean told = block.renders() != null || ofItsType.size() != counts.getOrDefault(block.getClass(), 0);
            aligned.add(told ? block : block.as(block.id(), List.of(ofItsType.get(place))));
        }
        return translation.withBody(aligned);
    }

    /** The blocks of a translation that nobody can say the source of. */
    public static List<BlockId> unaligned(Copy translation) {
        return translation.body().stream()
                .filter(block -> block.renders() == null)
                .map(Block::id)
                .toList();
    }

    private static List<BlockId> places(Map<Class<? extends Block>, List<BlockId>> places, Block block) {
        return places.computeIfAbsent(block.getClass(), _ -> new ArrayList<>());
    }
}
