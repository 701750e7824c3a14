package press.stet.testkit.guarantee;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.stet.model.EditionId;
import press.stet.model.StoryId;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.testkit.log.Log;

/**
 * Guarantee 5: a killed story is never readable again: not by replay, late records, republishing or a restarted store.
 *
 * <p>Valid: published 1, killed 2, and every command after that refused.
 *
 * <p>Invalid: published 1, killed 2, published 3. Or: published 1, killed, and nothing tells readers of it.
 */
public record KilledForEver() implements Guarantee {

    @Override
    public String promise() {
        return "A killed story is never readable again.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        Map<StoryId, Entry> kills = new HashMap<>();
        Set<EditionId> shown = new HashSet<>();
        for (Entry entry : log.entries()) {
            Entry kill = kills.get(entry.story());
            findings.unless(
                    kill == null || endsWith(entry, kill),
                    entry.story(),
                    () -> "event " + entry.sequence() + " follows the kill: " + entry.event());
            if (entry.event() instanceof Event.StoryKilled) {
                kills.put(entry.story(), entry);
            }
            if (entry.event() instanceof Event.EditionPublished published) {
                shown.add(new EditionId(entry.story(), published.language()));
            }
        }
        Map<EditionId, Snapshot> latest = new HashMap<>();
        for (Snapshot snapshot : log.snapshots()) {
            Snapshot before = latest.put(snapshot.edition(), snapshot);
            findings.unless(
                    !(before instanceof Snapshot.Killed),
                    snapshot.story(),
                    () -> "readers of " + snapshot.language() + " were given another snapshot after the kill: "
                            + snapshot);
        }
        shown.stream()
                .filter(edition -> kills.containsKey(edition.story()))
                .forEach(edition -> findings.unless(
                        latest.get(edition) instanceof Snapshot.Killed,
                        edition.story(),
                        () -> "readers of " + edition.language() + " were not told of the kill"));
        return findings.breaches();
    }

    private static boolean endsWith(Entry entry, Entry kill) {
        boolean ends =
                entry.event() instanceof Event.EditionKilled || entry.event() instanceof Event.TranslationCancelled;
        return ends && entry.cause().equals(kill.cause());
    }
}
