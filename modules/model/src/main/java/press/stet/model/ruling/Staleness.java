package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockMark;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.story.Edition;
import press.stet.model.story.Stale;
import press.stet.model.story.Story;

/**
 * Says, block by block, what a translation has not seen of its source: the blocks that readers of the source see and that are
 * not those it was made from; and, where the source is itself a translation, those that render what the source has not seen.
 * What a minor change changed does not count.
 */
final class Staleness {

    private Staleness() {}

    /**
     * After its source went live.
     *
     * @param minor whether what that changed is not to be taken up
     */
    static Optional<Event> published(Edition translation, boolean minor, Story before, Story now, Texts texts) {
        Source source = translation.source();
        Edition was = source == null ? null : before.edition(source.language());
        Stamp earlier = was == null ? null : was.shown();
        Stamp shown = shown(translation, now);
        if (source == null || earlier == null || shown == null) {
            return anew(translation, now, texts);
        }
        boolean seenNewer = source.version().compareTo(earlier.version()) > 0;
        if (!seenNewer) {
            return changed(translation, now, texts, minor ? shown : earlier);
        }
        Set<BlockId> unseen = unseen(translation, shown, texts);
        if (minor) {
            Set<BlockId> left = difference(earlier.blocks(), shown.blocks());
            left.removeAll(told(translation));
            unseen.removeAll(left);
        }
        return told(translation, now, shown, unseen);
    }

    /** After its source came to be right, or stale, without a change of its text. */
    static Optional<Event> renewed(Edition translation, Story now, Texts texts) {
        Stamp shown = shown(translation, now);
        return shown == null ? Optional.empty() : changed(translation, now, texts, shown);
    }

    /** After it was itself made from a version of its source, whatever was said before. */
    static Optional<Event> anew(Edition translation, Story now, Texts texts) {
        Stamp shown = shown(translation, now);
        return shown == null ? Optional.empty() : told(translation, now, shown, unseen(translation, shown, texts));
    }

    /** Of what it has not seen, what was said before and what has changed for readers since this version of the source. */
    private static Optional<Event> changed(Edition translation, Story now, Texts texts, Stamp since) {
        Stamp shown = shown(translation, now);
        if (shown == null) {
            return Optional.empty();
        }
        Set<BlockId> counted = difference(since.blocks(), shown.blocks());
        counted.addAll(told(translation));
        Set<BlockId> unseen = unseen(translation, shown, texts);
        unseen.retainAll(counted);
        return told(translation, now, shown, unseen);
    }

    /** Whether readers of a source see blocks that were not in this version of it. */
    static boolean isBehind(Source source, Story now, Texts texts) {
        Edition from = now.edition(source.language());
        Stamp shown = from == null ? null : from.shown();
        return shown != null && !unseen(source, shown, texts).isEmpty();
    }

    /** Blocks as people are told of them. */
    static String names(List<BlockId> blocks) {
        return blocks.stream().map(BlockId::text).collect(Collectors.joining(", "));
    }

    private static Optional<Event> told(Edition translation, Story now, Stamp shown, Set<BlockId> unseen) {
        Source source = translation.source();
        if (source == null) {
            return Optional.empty();
        }
        Edition from = now.edition(source.language());
        Set<BlockId> further = new LinkedHashSet<>();
        if (from != null && from.stale() != null) {
            further.addAll(rendering(shown.blocks(), from.stale().all()));
            further.removeAll(unseen);
        }
        boolean none = unseen.isEmpty() && further.isEmpty();
        Stale stale = new Stale(
                new Source(source.language(), shown.version()), inOrder(unseen, shown), inOrder(further, shown));
        return isSame(none ? null : stale, translation.stale())
                ? Optional.empty()
                : Optional.of(new Event.TranslationStale(
                        translation.language(), stale.source(), stale.blocks(), stale.beyond()));
    }

    private static List<BlockId> told(Edition translation) {
        Stale stale = translation.stale();
        return stale == null ? List.of() : stale.blocks();
    }

    private static boolean isSame(@Nullable Stale one, @Nullable Stale other) {
        return one == null ? other == null : one.equals(other);
    }

    /** What readers see of its source, or saw before a withdrawal; null where they never saw it. */
    private static @Nullable Stamp shown(Edition translation, Story now) {
        Source source = translation.source();
        Edition from = source == null ? null : now.edition(source.language());
        return from == null ? null : from.shown();
    }

    /** What was made ahead of readers has seen everything; what nobody has the text of any more that it was made from, nothing. */
    private static Set<BlockId> unseen(Edition translation, Stamp shown, Texts texts) {
        Source source = translation.source();
        return source == null ? new LinkedHashSet<>() : unseen(source, shown, texts);
    }

    private static Set<BlockId> unseen(Source source, Stamp shown, Texts texts) {
        if (source.version().compareTo(shown.version()) >= 0) {
            return new LinkedHashSet<>();
        }
        Copy seen = texts.find(source.language(), source.version());
        return difference(
                seen == null
                        ? List.of()
                        : Stamp.of(source.version(), null, null, seen).blocks(),
                shown.blocks());
    }

    private static Set<BlockId> difference(List<BlockMark> before, List<BlockMark> after) {
        Map<BlockId, Digest> left = new HashMap<>();
        before.forEach(mark -> left.put(mark.id(), mark.digest()));
        Set<BlockId> different = new LinkedHashSet<>();
        for (BlockMark mark : after) {
            if (!mark.digest().equals(left.remove(mark.id()))) {
                different.add(mark.id());
            }
        }
        before.stream().map(BlockMark::id).filter(left::containsKey).forEach(different::add);
        return different;
    }

    /** The blocks that stand for one of these, or of which nobody knows what they stand for. */
    private static List<BlockId> rendering(List<BlockMark> blocks, Collection<BlockId> stale) {
        return blocks.stream()
                .filter(mark ->
                        mark.renders() == null || mark.renders().stream().anyMatch(stale::contains))
                .map(BlockMark::id)
                .toList();
    }

    /** As they stand in the source; what is gone from it comes last. */
    private static List<BlockId> inOrder(Set<BlockId> blocks, Stamp shown) {
        Set<BlockId> gone = new LinkedHashSet<>(blocks);
        List<BlockId> ordered = new ArrayList<>();
        for (BlockMark mark : shown.blocks()) {
            if (gone.remove(mark.id())) {
                ordered.add(mark.id());
            }
        }
        ordered.addAll(gone);
        return ordered;
    }
}
