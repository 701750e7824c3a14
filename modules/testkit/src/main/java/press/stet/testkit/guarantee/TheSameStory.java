package press.stet.testkit.guarantee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.EditionId;
import press.stet.model.StoryId;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.story.BrokenHistory;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.testkit.log.Log;

/**
 * Guarantee 9: replaying a story's events gives the same story; a store rebuilt from the log equals the live one.
 *
 * <p>Valid: events 1, 2, 3 make the story that the store holds; each version they name has its text; the last snapshot of each edition shows
 * what the story says is live.
 *
 * <p>Invalid: events 1, 3. Or: events 1, 2, 3, and a store that holds the story as of event 2.
 */
public record TheSameStory() implements Guarantee {

    @Override
    public String promise() {
        return "Replaying a story's events gives the same story, and everything kept of it.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        Map<StoryId, List<Entry>> histories = new LinkedHashMap<>();
        log.entries()
                .forEach(entry -> histories
                        .computeIfAbsent(entry.story(), _ -> new ArrayList<>())
                        .add(entry));
        Map<String, FiledCopy> texts = new HashMap<>();
        log.texts().forEach(text -> texts.put(text.key(), text));
        Map<EditionId, Snapshot> latest = new HashMap<>();
        log.snapshots().forEach(snapshot -> latest.put(snapshot.edition(), snapshot));
        histories.forEach((id, history) -> {
            try {
                Rebuilt rebuilt = Rebuilt.of(history);
                compare(rebuilt, log, findings);
                history.forEach(entry -> text(entry, texts, findings));
                rebuilt.story()
                        .editions()
                        .values()
                        .forEach(edition -> findings.unless(
                                shows(latest.get(new EditionId(id, edition.language())), edition),
                                id,
                                () -> edition.language() + " is " + edition.live() + ", but readers were given "
                                        + latest.get(new EditionId(id, edition.language()))));
            } catch (BrokenHistory broken) {
                findings.unless(false, id, () -> "the history is broken: " + broken.getMessage());
            }
        });
        return findings.breaches();
    }

    private static void compare(Rebuilt rebuilt, Log log, Findings findings) {
        StoryId id = rebuilt.story().id();
        Story kept = log.stories().get(id);
        findings.unless(
                kept == null || kept.equals(rebuilt.story()),
                id,
                () -> "the store holds " + kept + ", but its history tells " + rebuilt.story());
        Set<Source> atHand = log.textsAtHand().get(id);
        findings.unless(
                atHand == null || atHand.equals(rebuilt.texts()),
                id,
                () -> "the texts " + atHand + " are at hand, but should be " + rebuilt.texts());
    }

    /** A version without its text is one whose text was erased by law, or it is lost: the test that erases says so. */
    private static void text(Entry entry, Map<String, FiledCopy> texts, Findings findings) {
        Stamp stamp = entry.event().stamp();
        if (stamp == null || entry.event().language() == null) {
            return;
        }
        FiledCopy text = texts.get(entry.story() + "/" + entry.event().language() + "/" + stamp.version());
        findings.unless(
                text != null
                        && text.digest().equals(stamp.digest())
                        && text.sequence() == entry.sequence()
                        && text.by().equals(entry.actor()),
                entry.story(),
                () -> "the text of version " + stamp.version() + " in "
                        + entry.event().language() + " is " + text);
    }

    private static boolean shows(@Nullable Snapshot snapshot, Edition edition) {
        return switch (edition.live()) {
            case Live.Unpublished _ -> snapshot == null;
            case Live.Published published ->
                snapshot instanceof Snapshot.Live live
                        && live.number() == published.number()
                        && live.version().equals(published.version())
                        && live.publishedAt().equals(published.publishedAt())
                        && live.updatedAt().equals(published.updatedAt());
            case Live.Withdrawn withdrawn ->
                snapshot instanceof Snapshot.Withdrawn && snapshot.number() == withdrawn.number();
            case Live.Killed killed -> snapshot instanceof Snapshot.Killed && snapshot.number() == killed.number();
        };
    }

    /** What a store holds that was filled from the log alone. */
    private record Rebuilt(Story story, Set<Source> texts) {

        static Rebuilt of(List<Entry> history) {
            @Nullable Story story = null;
            Set<Source> texts = new HashSet<>();
            Set<Source> before = new HashSet<>();
            for (Entry entry : history) {
                story = story == null ? Story.begin(entry) : story.evolve(entry);
                texts.addAll(filed(entry));
                if (entry.index() == entry.count() - 1) {
                    before.removeAll(story.textsAtHand());
                    texts.removeAll(before);
                    before = new HashSet<>(story.textsAtHand());
                }
            }
            return new Rebuilt(Objects.requireNonNull(story, "a history has an event"), texts);
        }

        private static Set<Source> filed(Entry entry) {
            Stamp stamp = entry.event().stamp();
            return stamp == null || entry.event().language() == null
                    ? Set.of()
                    : Set.of(new Source(entry.event().language(), stamp.version()));
        }
    }
}
