package press.stet.model.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Version;

/**
 * Names the blocks of new copy so that a block keeps its name through the versions of its edition.
 *
 * <p>A block that names itself keeps that name. One without a name takes the name of the block before that says the same,
 * wherever it stood; then that of a block of its type that stood between the same neighbours. What is left is new and is named
 * after its version, so that a name is never used again.
 */
public final class BlockNames {

    private static final int NONE = -1;

    private final List<Block> before;
    private final List<Block> after;
    private final boolean[] taken;
    private final int[] match;

    private BlockNames(List<Block> before, List<Block> after) {
        this.before = before;
        this.after = after;
        this.taken = new boolean[before.size()];
        this.match = new int[after.size()];
    }

    /** The copy with every block named, by the copy it is based on where there is one. */
    public static Copy name(Copy copy, @Nullable Copy basedOn, Version version) {
        return copy.withBody(new BlockNames(basedOn == null ? List.of() : basedOn.body(), copy.body()).named(version));
    }

    private List<Block> named(Version version) {
        matchNames();
        matchWords();
        matchPlaces();
        Set<BlockId> names = new HashSet<>();
        after.forEach(block -> names.add(block.id()));
        before.forEach(block -> names.add(block.id()));
        List<Block> named = new ArrayList<>(after.size());
        for (int at = 0; at < after.size(); at++) {
            Block block = after.get(at);
            Block earlier = match[at] == NONE ? null : before.get(match[at]);
            BlockId id = block.id();
            if (!id.isGiven()) {
                id = earlier == null ? fresh(version, at + 1, names) : earlier.id();
            }
            named.add(block.as(id, block.renders() == null && earlier != null ? earlier.renders() : block.renders()));
        }
        return named;
    }

    private void matchNames() {
        Map<BlockId, Integer> places = new HashMap<>();
        for (int at = 0; at < before.size(); at++) {
            places.put(before.get(at).id(), at);
        }
        for (int at = 0; at < after.size(); at++) {
            Integer place = places.get(after.get(at).id());
            match[at] = place == null ? NONE : place;
            if (place != null) {
                taken[place] = true;
            }
        }
    }

    private void matchWords() {
        Map<Digest, Deque<Integer>> places = new HashMap<>();
        for (int at = 0; at < before.size(); at++) {
            if (!taken[at]) {
                places.computeIfAbsent(CanonicalForm.digest(before.get(at)), _ -> new ArrayDeque<>())
                        .add(at);
            }
        }
        for (int at = 0; at < after.size(); at++) {
            Deque<Integer> same = isOpen(at) ? places.get(CanonicalForm.digest(after.get(at))) : null;
            Integer place = same == null ? null : same.poll();
            if (place != null) {
                take(at, place);
            }
        }
    }

    private void matchPlaces() {
        int left = NONE;
        for (int at = 0; at < after.size(); at++) {
            if (isOpen(at)) {
                int place = firstOfItsType(after.get(at), left + 1, nextMatchAfter(at));
                if (place != NONE) {
                    take(at, place);
                }
            }
            left = match[at] == NONE ? left : match[at];
        }
    }

    private int firstOfItsType(Block block, int from, int to) {
        for (int place = from; place < to; place++) {
            if (!taken[place] && before.get(place).getClass() == block.getClass()) {
                return place;
            }
        }
        return NONE;
    }

    private int nextMatchAfter(int at) {
        for (int next = at + 1; next < match.length; next++) {
            if (match[next] != NONE) {
                return match[next];
            }
        }
        return before.size();
    }

    private boolean isOpen(int at) {
        return match[at] == NONE && !after.get(at).id().isGiven();
    }

    private void take(int at, int place) {
        match[at] = place;
        taken[place] = true;
    }

    /** {@code v2-5}: the fifth block of version 2, unless a sender has already used that name. */
    private static BlockId fresh(Version version, int place, Set<BlockId> names) {
        String name = "v" + version + "-" + place;
        BlockId id = new BlockId(name);
        for (int more = 2; !names.add(id); more++) {
            id = new BlockId(name + "." + more);
        }
        return id;
    }
}
