package press.stet.testkit.guarantee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.stet.model.CommandId;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.event.Entry;
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
        log.entries()
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

    /** How often it was accepted. */
    long acceptances() {
        return entries.stream().filter(entry -> entry.index() == 0).count();
    }
}
