package press.stet.translation.handout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/**
 * Lays out a sheet. A translation whose blocks stand in the order of its source follows the source also where that was turned round; one that has an order of its
 * own keeps it. Where the source has a block that nothing renders, a new one stands behind the one that renders what stands before it there.
 */
final class Layout {

    private final Copy original;
    private final Handout.Standing standing;
    private final Passages now;
    private final Passages before;
    private final Pairing pairing;
    private final Set<String> ids = new HashSet<>(Set.of(Unit.HEADLINE, Unit.STANDFIRST));
    private final List<BlockId> leftOut = new ArrayList<>();

    /** A unit with the places in the source that it renders, or that of the unit it stands behind. */
    private record Placed(Unit unit, List<BlockId> renders) {}

    private Layout(Copy original, Handout.Standing standing) {
        this.original = original;
        this.standing = standing;
        this.now = new Passages(original);
        this.before = new Passages(standing.madeFrom());
        this.pairing = new Pairing(now, before);
    }

    /** Of a translation that has yet to be written. */
    static Sheet fresh(Copy original) {
        List<Unit> units = new ArrayList<>();
        units.add(new Unit(Unit.HEADLINE, null, freshText(original.headline())));
        if (!original.standfirst().isEmpty()) {
            units.add(new Unit(Unit.STANDFIRST, null, freshText(original.standfirst())));
        }
        original.body().forEach(block -> units.add(fresh(block)));
        return new Sheet(units, List.of());
    }

    private static List<Segment> freshText(String text) {
        return List.of(Segment.fresh(Texts.TEXT, text, false));
    }

    private static Unit fresh(Block source) {
        Block rendering = Texts.in(source, Map.of()).as(BlockId.NOT_GIVEN, List.of(source.id()));
        Block block = rendering instanceof Block.Photo photo
                ? new Block.Photo(photo.id(), photo.renders(), null, "", "", "")
                : rendering;
        return new Unit(source.id().text(), block, Pairing.fresh(source));
    }

    /** Of a translation that stands, and of what its source has become. */
    static Sheet goingOn(Copy original, Handout.Standing standing) {
        Layout layout = new Layout(original, standing);
        List<Unit> units = new ArrayList<>();
        units.addAll(layout.fixed(BlockId.HEADLINE, standing.copy().headline()));
        units.addAll(layout.fixed(BlockId.STANDFIRST, standing.copy().standfirst()));
        units.addAll(layout.body());
        return new Sheet(units, layout.leftOut);
    }

    private List<Unit> fixed(BlockId id, String text) {
        if (!now.has(id)) {
            return text.isEmpty()
                    ? List.of()
                    : List.of(new Unit(id.text(), null, List.of(Segment.unchanged(Texts.TEXT, "", text, true))));
        }
        Block block = new Block.Paragraph(id, null, text);
        return List.of(new Unit(id.text(), null, pairing.textByText(block, id)));
    }

    private List<Unit> body() {
        List<Placed> placed = inOrder(rendering());
        addMissing(placed);
        addOwn(placed);
        return placed.stream().map(Placed::unit).toList();
    }

    private List<Placed> rendering() {
        List<Placed> placed = new ArrayList<>();
        for (Block block : standing.copy().body()) {
            List<BlockId> renders = block.renders();
            if (renders == null || renders.isEmpty()) {
                continue;
            }
            List<BlockId> remaining = renders.stream().filter(now::has).toList();
            if (remaining.isEmpty()) {
                leftOut.add(block.id());
            } else {
                placed.add(new Placed(rendering(block.as(block.id(), remaining), remaining, renders), remaining));
            }
        }
        return placed;
    }

    private Unit rendering(Block block, List<BlockId> remaining, List<BlockId> renders) {
        String id = id(remaining.getFirst().text(), block);
        if (renders.size() == 1) {
            BlockId source = renders.getFirst();
            Block follows = pairing.asItsSource(block, source);
            if (pairing.isTextByText(follows, source)) {
                return new Unit(id, follows, pairing.textByText(follows, source));
            }
        }
        return new Unit(id, block, pairing.together(block, remaining, renders));
    }

    private String id(String preferred, Block block) {
        String id = ids.add(preferred) ? preferred : "own:" + block.id();
        ids.add(id);
        return id;
    }

    private List<Placed> inOrder(List<Placed> rendering) {
        Map<BlockId, Integer> was = places(standing.madeFrom());
        Map<BlockId, Integer> is = places(original);
        List<Integer> order =
                rendering.stream().map(placed -> first(placed, was)).toList();
        boolean follows = order.equals(order.stream().sorted().toList());
        return new ArrayList<>(
                follows
                        ? rendering.stream()
                                .sorted((one, other) -> Integer.compare(first(one, is), first(other, is)))
                                .toList()
                        : rendering);
    }

    private static int first(Placed placed, Map<BlockId, Integer> places) {
        return places.getOrDefault(placed.renders().getFirst(), -1);
    }

    private static Map<BlockId, Integer> places(Copy copy) {
        Map<BlockId, Integer> places = new HashMap<>();
        copy.body().forEach(block -> places.put(block.id(), places.size()));
        return places;
    }

    private void addMissing(List<Placed> placed) {
        Set<BlockId> rendered = new HashSet<>();
        placed.forEach(each -> rendered.addAll(each.renders()));
        BlockId previous = null;
        for (Block source : original.body()) {
            if (!rendered.contains(source.id())) {
                placed.add(behind(previous, placed), new Placed(missing(source), List.of(source.id())));
            }
            previous = source.id();
        }
    }

    private Unit missing(Block source) {
        Unit unit = fresh(source);
        ids.add(unit.id());
        return unit;
    }

    private static int behind(@Nullable BlockId source, List<Placed> placed) {
        for (int at = placed.size() - 1; at >= 0 && source != null; at--) {
            if (placed.get(at).renders().contains(source)) {
                return at + 1;
            }
        }
        return 0;
    }

    /** What the translation added stands behind what it stood behind. */
    private void addOwn(List<Placed> placed) {
        Set<BlockId> gone = new HashSet<>(leftOut);
        BlockId previous = null;
        for (Block block : standing.copy().body()) {
            List<BlockId> renders = block.renders();
            if (renders == null || renders.isEmpty()) {
                Segment.State state =
                        renders == null && !now.saysTheSameAs(before) ? Segment.State.CHANGED : Segment.State.FINAL;
                Unit unit = new Unit(id("own:" + block.id(), block), block, Pairing.own(block, state));
                placed.add(behindBlock(previous, placed), new Placed(unit, List.of()));
            }
            previous = gone.contains(block.id()) ? previous : block.id();
        }
    }

    private static int behindBlock(@Nullable BlockId block, List<Placed> placed) {
        for (int at = 0; at < placed.size() && block != null; at++) {
            Block stands = placed.get(at).unit().block();
            if (stands != null && stands.id().equals(block)) {
                return at + 1;
            }
        }
        return 0;
    }
}
