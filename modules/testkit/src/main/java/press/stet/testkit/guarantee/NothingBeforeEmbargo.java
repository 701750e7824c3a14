package press.stet.testkit.guarantee;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.model.StoryId;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.testkit.log.Log;

/**
 * Guarantee 3, its first half: nothing is public in any language before the embargo.
 *
 * <p>Valid: an embargo until noon is set, published at noon. Or: an embargo is set, lifted, published.
 *
 * <p>Invalid: an embargo until noon is set, published a second before noon, in whatever language. Or: published at noon, and the snapshot
 * says nothing of the embargo to the doors that it goes through.
 */
public record NothingBeforeEmbargo() implements Guarantee {

    @Override
    public String promise() {
        return "Nothing is public, in any language, before the embargo.";
    }

    /** Nothing before then. */
    private record Closed(@Nullable Instant until) {
        boolean at(Instant moment) {
            return until == null || moment.isBefore(until);
        }
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        Map<StoryId, Map<Long, Closed>> closed = new HashMap<>();
        Map<StoryId, Map<Long, Optional<Closed>>> told = new HashMap<>();
        Map<StoryId, Closed> now = new HashMap<>();
        for (Entry entry : log.entries()) {
            if (entry.event() instanceof Event.EmbargoSet set) {
                now.put(entry.story(), new Closed(set.until()));
            } else if (entry.event() instanceof Event.EmbargoLifted) {
                now.remove(entry.story());
            }
            Closed embargo = now.get(entry.story());
            told.computeIfAbsent(entry.story(), _ -> new HashMap<>())
                    .put(entry.sequence(), Optional.ofNullable(embargo));
            if (embargo != null && embargo.at(entry.at())) {
                closed.computeIfAbsent(entry.story(), _ -> new HashMap<>()).put(entry.sequence(), embargo);
                findings.unless(
                        !(entry.event() instanceof Event.EditionPublished),
                        entry.story(),
                        () -> "event " + entry.sequence() + " at " + entry.at() + " published it, embargoed until "
                                + embargo.until());
            }
        }
        for (Snapshot snapshot : log.snapshots()) {
            boolean early = closed.getOrDefault(snapshot.story(), Map.of()).containsKey(snapshot.sequence());
            findings.unless(
                    !early || !(snapshot instanceof Snapshot.Live),
                    snapshot.story(),
                    () -> "readers of " + snapshot.language() + " were shown number " + snapshot.number()
                            + " during the embargo");
            findings.unless(
                    !(snapshot instanceof Snapshot.Live live)
                            || Objects.equals(live.notBefore(), notBefore(told.get(live.story()), live.sequence())),
                    snapshot.story(),
                    () -> "number " + snapshot.number() + " in " + snapshot.language()
                            + " does not say what embargo there is: " + snapshot);
        }
        return findings.breaches();
    }

    private static @Nullable Instant notBefore(@Nullable Map<Long, Optional<Closed>> told, long sequence) {
        Closed embargo = told == null
                ? null
                : told.getOrDefault(sequence, Optional.empty()).orElse(null);
        if (embargo == null) {
            return null;
        }
        return embargo.until() == null ? Snapshot.NEVER : embargo.until();
    }
}
