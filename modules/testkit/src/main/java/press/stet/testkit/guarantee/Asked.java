package press.stet.testkit.guarantee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import press.stet.model.CommandId;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.ruling.RefusedCommand;
import press.stet.testkit.log.Log;

/** Everything that became of one command id in one story. */
record Asked(StoryId story, CommandId id, List<Arrival> arrivals, List<Entry> entries, List<RefusedCommand> refusals) {

    private record Key(StoryId story, CommandId id) {}

    static Iterable<Asked> all(Log log) {
        Map<Key, Asked> asked = new LinkedHashMap<>();
        log.commands()
                .forEach(arrival -> of(
                                asked,
                                arrival.dispatch().story(),
                                arrival.dispatch().id())
                        .arrivals()
                        .add(arrival));
        log.entries().stream()
                .filter(new Commanded())
                .forEach(entry ->
                        of(asked, entry.story(), entry.cause()).entries().add(entry));
        log.refusals()
                .forEach(refused -> of(
                                asked,
                                refused.dispatch().story(),
                                refused.dispatch().id())
                        .refusals()
                        .add(refused));
        return asked.values();
    }

    private static Asked of(Map<Key, Asked> asked, StoryId story, CommandId id) {
        return asked.computeIfAbsent(
                new Key(story, id), _ -> new Asked(story, id, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    /**
     * Whether an event followed from its command when that came in, and not when what it had scheduled was due. A ruling of which something
     * goes out that waited begins with that only where nobody's command set it off.
     */
    private static final class Commanded implements Predicate<Entry> {

        private final Map<StoryId, Integer> ofATimer = new HashMap<>();

        @Override
        public boolean test(Entry entry) {
            boolean begins = isOfAMoment(entry.event()) && entry.index() == 0;
            int left = begins ? entry.count() : ofATimer.getOrDefault(entry.story(), 0);
            ofATimer.put(entry.story(), Math.max(0, left - 1));
            return left == 0;
        }

        private static boolean isOfAMoment(Event event) {
            return event instanceof Event.ScheduleFired
                    || event instanceof Event.ScheduleRefused
                    || event instanceof Event.ReviewDueSoon
                    || event instanceof Event.ReviewOverdue
                    || event instanceof Event.TranslationDueSoon
                    || event instanceof Event.TranslationOverdue;
        }
    }

    /** How often it was accepted. */
    long acceptances() {
        return entries.stream().filter(entry -> entry.index() == 0).count();
    }
}
