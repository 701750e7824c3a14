package press.stet.translation.handout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;

/** Sets the texts of a translation's block beside those of the source blocks that it renders. */
final class Pairing {

    private final Passages now;
    private final Passages before;

    Pairing(Passages now, Passages before) {
        this.now = now;
        this.before = before;
    }

    /** A source block that nothing renders yet, text by text. */
    static List<Segment> fresh(Block source) {
        List<Segment> segments = new ArrayList<>();
        Texts.of(source).forEach((id, text) -> {
            if (!text.isEmpty()) {
                segments.add(Segment.fresh(id, text, isShared(id)));
            }
        });
        return segments;
    }

    /** What a translation says that its source does not. */
    static List<Segment> own(Block block, Segment.State state) {
        List<Segment> segments = new ArrayList<>();
        Texts.of(block).forEach((id, text) -> {
            if (!text.isEmpty() || block instanceof Block.Points) {
                segments.add(new Segment(id, "", text, state, null, true));
            }
        });
        return segments;
    }

    /** One block as its source has become: a paragraph that was made a subheading there is one here too. */
    Block asItsSource(Block block, BlockId source) {
        Block is = now.get(source);
        Block was = before.find(source).orElse(is);
        if (block instanceof Block.Points it && is instanceof Block.Points list && was instanceof Block.Points old) {
            boolean numbered = it.numbered() == old.numbered() ? list.numbered() : it.numbered();
            return new Block.Points(it.id(), it.renders(), numbered, it.items());
        }
        return block.getClass() == was.getClass() && was.getClass() != is.getClass() ? asA(is, block) : block;
    }

    /** Of the other's type, with all that it says: what has no place of its own there stands in the first. */
    private static Block asA(Block other, Block block) {
        Map<String, String> texts = Texts.of(block);
        Set<String> places = Texts.of(other).keySet();
        boolean fits =
                texts.entrySet().stream().allMatch(text -> text.getValue().isEmpty() || places.contains(text.getKey()));
        return places.stream()
                .findFirst()
                .map(first -> Texts.in(other, fits ? texts : Map.of(first, Texts.joined(List.of(block))))
                        .as(block.id(), block.renders()))
                .orElse(block);
    }

    /** Whether its texts stand for those of its source one by one. */
    boolean isTextByText(Block block, BlockId source) {
        Block is = now.get(source);
        Block was = before.find(source).orElse(is);
        if (block instanceof Block.Points list && is instanceof Block.Points items) {
            return was instanceof Block.Points old
                    ? list.items().size() == old.items().size()
                    : list.items().size() <= items.items().size();
        }
        return block.getClass() == is.getClass();
    }

    /** A block beside the one that it renders, text by text. */
    List<Segment> textByText(Block block, BlockId source) {
        Block is = now.get(source);
        Block was = before.find(source).orElse(null);
        Map<String, String> targets = Texts.of(block);
        return is instanceof Block.Points list && was instanceof Block.Points old
                ? items(list.items(), old.items(), List.copyOf(targets.values()))
                : beside(Texts.of(is), was == null ? Map.of() : Texts.of(was), targets);
    }

    private static List<Segment> beside(Map<String, String> is, Map<String, String> was, Map<String, String> targets) {
        List<Segment> segments = new ArrayList<>();
        is.forEach((id, text) -> {
            String old = was.getOrDefault(id, "");
            String target = targets.getOrDefault(id, "");
            boolean mayBeEmpty = text.isEmpty() || isShared(id);
            if (!text.isEmpty() || !target.isEmpty()) {
                segments.add(
                        text.equals(old) || isShared(id)
                                ? stands(id, text, target, mayBeEmpty)
                                : Segment.changed(id, text, target, old, mayBeEmpty));
            }
        });
        return segments;
    }

    /** Items are the same where they say the same; what is left is a changed one where it stands at the same place. */
    private static List<Segment> items(List<String> is, List<String> was, List<String> targets) {
        Set<Integer> taken = new HashSet<>();
        int[] matches = new int[is.size()];
        for (int at = 0; at < is.size(); at++) {
            matches[at] = -1;
            for (int place = 0; place < was.size() && matches[at] < 0; place++) {
                if (is.get(at).equals(was.get(place)) && taken.add(place)) {
                    matches[at] = place;
                }
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int at = 0; at < is.size(); at++) {
            String id = Texts.item(at);
            if (matches[at] >= 0) {
                segments.add(stands(id, is.get(at), targets.get(matches[at]), false));
            } else if (at < was.size() && taken.add(at)) {
                segments.add(Segment.changed(id, is.get(at), targets.get(at), was.get(at), false));
            } else {
                segments.add(Segment.fresh(id, is.get(at), false));
            }
        }
        return segments;
    }

    /** What stands untranslated though its source is what it was is still to be done. */
    private static Segment stands(String id, String source, String target, boolean mayBeEmpty) {
        return target.isEmpty() && !mayBeEmpty
                ? Segment.fresh(id, source, false)
                : Segment.unchanged(id, source, target, mayBeEmpty);
    }

    /** A block beside all that it renders, which its first text stands for. */
    List<Segment> together(Block block, List<BlockId> rendersNow, List<BlockId> renderedBefore) {
        String source = Texts.joined(now.all(rendersNow));
        String old = Texts.joined(before.all(renderedBefore));
        boolean same =
                rendersNow.equals(renderedBefore) && rendersNow.stream().allMatch(id -> now.saysTheSameIn(id, before));
        List<Segment> segments = new ArrayList<>();
        Texts.of(block).forEach((id, text) -> {
            if (segments.isEmpty()) {
                segments.add(same ? stands(id, source, text, false) : Segment.changed(id, source, text, old, false));
            } else if (!text.isEmpty() || block instanceof Block.Points) {
                segments.add(Segment.unchanged(id, "", text, true));
            }
        });
        return segments;
    }

    private static boolean isShared(String id) {
        return id.equals(Texts.CREDIT);
    }
}
