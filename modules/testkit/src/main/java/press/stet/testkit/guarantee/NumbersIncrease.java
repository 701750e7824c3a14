package press.stet.testkit.guarantee;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.testkit.log.Log;

/**
 * Guarantee 6: the number of an edition strictly increases for every reader and consumer.
 *
 * <p>Valid: published 1, published 2, withdrawn 3, published 4. Or: published 1, and the same sent once more.
 *
 * <p>Invalid: published 1, withdrawn 2, published 2. Or: snapshots of number 2 and then of number 1.
 */
public record NumbersIncrease() implements Guarantee {

    private record Place(StoryId story, long sequence) {}

    @Override
    public String promise() {
        return "The number of an edition strictly increases for every reader and consumer.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        Set<Place> resent = new HashSet<>();
        Map<Place, Integer> numbers = numbers(log, resent, findings);
        Map<EditionId, Snapshot> latest = new HashMap<>();
        for (Snapshot snapshot : log.snapshots()) {
            Integer number = numbers.get(new Place(snapshot.story(), snapshot.sequence()));
            findings.unless(
                    number != null && number == snapshot.number(),
                    snapshot.story(),
                    () -> "the snapshot at event " + snapshot.sequence() + " has number " + snapshot.number()
                            + ", the event " + number);
            Snapshot before = latest.put(snapshot.edition(), snapshot);
            boolean again = resent.contains(new Place(snapshot.story(), snapshot.sequence()));
            findings.unless(
                    before == null
                            || (before.sequence() < snapshot.sequence()
                                    && (before.number() < snapshot.number() || (again && isSame(before, snapshot)))),
                    snapshot.story(),
                    () -> "readers of " + snapshot.language() + " were given number " + snapshot.number() + " after "
                            + (before == null ? "" : before.number()));
        }
        return findings.breaches();
    }

    /** Readers are shown nothing else by it. */
    private static boolean isSame(Snapshot before, Snapshot again) {
        return before instanceof Snapshot.Live was
                && again instanceof Snapshot.Live is
                && was.number() == is.number()
                && was.digest().equals(is.digest())
                && was.copy().equals(is.copy())
                && was.corrections().equals(is.corrections())
                && Objects.equals(was.stale(), is.stale())
                && was.publishedAt().equals(is.publishedAt())
                && was.updatedAt().equals(is.updatedAt());
    }

    private static Map<Place, Integer> numbers(Log log, Set<Place> resent, Findings findings) {
        Map<Place, Integer> numbers = new HashMap<>();
        Map<EditionId, Integer> last = new HashMap<>();
        for (Entry entry : log.entries()) {
            switch (entry.event()) {
                case Event.EditionPublished event ->
                    count(entry, event.language(), event.number(), numbers, last, findings);
                case Event.FactsTaken event -> count(entry, event.language(), event.number(), numbers, last, findings);
                case Event.ReadersTold event -> count(entry, event.language(), event.number(), numbers, last, findings);
                case Event.EditionWithdrawn event ->
                    count(entry, event.language(), event.number(), numbers, last, findings);
                case Event.EditionKilled event ->
                    count(entry, event.language(), event.number(), numbers, last, findings);
                case Event.EditionResent event -> {
                    Place place = new Place(entry.story(), entry.sequence());
                    resent.add(place);
                    numbers.put(place, event.number());
                }
                case Event.OfTheCopy _,
                        Event.OfTheReview _,
                        Event.OfTheTranslation _,
                        Event.OfTheStory _,
                        Event.OfTheSchedule _ -> {}
            }
        }
        return numbers;
    }

    private static void count(
            Entry entry,
            Language language,
            int number,
            Map<Place, Integer> numbers,
            Map<EditionId, Integer> last,
            Findings findings) {
        numbers.put(new Place(entry.story(), entry.sequence()), number);
        Integer before = last.put(new EditionId(entry.story(), language), number);
        findings.unless(
                number == (before == null ? 1 : before + 1),
                entry.story(),
                () -> "event " + entry.sequence() + " gives " + language + " number " + number + " after " + before);
    }
}
