package press.stet.model.ruling;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.story.Story;

/** Takes down what an accepted command brings about: each event in its place, and behind it what follows from it. */
final class Minutes {

    private final @Nullable Story before;
    private final Cause cause;
    private final Instant at;
    private final List<Decision.NewText> texts;
    private final HouseRules house;
    private final Circumstances circumstances;

    private final List<Entry> taken = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private @Nullable Story story;

    Minutes(
            @Nullable Story before,
            Cause cause,
            Instant at,
            List<Decision.NewText> texts,
            HouseRules house,
            Circumstances circumstances) {
        this.before = before;
        this.story = before;
        this.cause = cause;
        this.at = at;
        this.texts = texts;
        this.house = house;
        this.circumstances = circumstances;
    }

    /** The same minutes, to be gone on with in another way. */
    Minutes copy() {
        Minutes copy = new Minutes(before, cause, at, texts, house, circumstances);
        copy.taken.addAll(taken);
        copy.snapshots.addAll(snapshots);
        copy.story = story;
        return copy;
    }

    /** The story as it is by now. */
    @Nullable Story story() {
        return story;
    }

    /** What has happened so far. */
    List<Event> happened() {
        return taken.stream().map(Entry::event).toList();
    }

    /** An event, with everything that follows from it. */
    void take(Event event) {
        Deque<Event> next = new ArrayDeque<>(List.of(event));
        while (!next.isEmpty()) {
            Event happens = next.removeFirst();
            Story earlier = story;
            Entry entry = entry(happens, taken.size(), 0);
            Story later = earlier == null ? Story.begin(entry) : earlier.evolve(entry);
            taken.add(entry);
            story = later;
            Snapshots.after(entry, later, house, this::find).ifPresent(snapshots::add);
            if (earlier != null) {
                next.addAll(Following.after(happens, earlier, later, house, this::find));
            }
        }
    }

    Ruling.Accepted ruling() {
        if (story != null) {
            Meanwhile.after(happened(), story, house, this::find).forEach(this::take);
        }
        Story after = story;
        if (after == null || taken.isEmpty()) {
            throw new IllegalStateException("command " + cause.command() + " was accepted without an event");
        }
        Set<Source> dropped = new HashSet<>(before == null ? Set.of() : before.textsAtHand());
        dropped.removeAll(after.textsAtHand());
        List<Entry> entries = taken.stream()
                .map(entry -> entry(entry.event(), entry.index(), taken.size()))
                .toList();
        return new Ruling.Accepted(
                after, entries, texts.stream().map(text -> filed(entries, text)).toList(), dropped, snapshots);
    }

    private Entry entry(Event event, int index, int count) {
        return new Entry(
                cause.story(),
                (before == null ? 0 : before.sequence()) + index + 1,
                cause.command(),
                cause.actor(),
                cause.tool(),
                at,
                house.version(),
                circumstances.staff().version(),
                index,
                count,
                event);
    }

    private static FiledCopy filed(List<Entry> entries, Decision.NewText text) {
        Entry brought = entries.stream()
                .filter(entry -> text.stamp().equals(entry.event().stamp()))
                .findFirst()
                .orElseThrow();
        return new FiledCopy(
                brought.story(),
                text.stamp().version(),
                brought.sequence(),
                brought.actor(),
                brought.at(),
                text.stamp().basedOn(),
                text.stamp().source(),
                text.stamp().digest(),
                text.copy());
    }

    /** The texts at hand, those that come with this command among them. */
    private @Nullable Copy find(Language language, Version version) {
        Optional<Copy> brought = texts.stream()
                .filter(text -> text.copy().language().equals(language)
                        && text.stamp().version().equals(version))
                .map(Decision.NewText::copy)
                .findFirst();
        return brought.isPresent() ? brought.get() : circumstances.texts().find(language, version);
    }
}
