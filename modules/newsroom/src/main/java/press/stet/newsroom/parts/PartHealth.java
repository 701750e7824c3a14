package press.stet.newsroom.parts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a part is.
 *
 * @param waitsFor what it waits for, a sentence each
 * @param alarms what an operator has to see to, oldest first; it may be ready all the same
 */
public record PartHealth(State state, List<String> waitsFor, List<Alarm> alarms) {

    /**
     * Something that an operator has to see to.
     *
     * @param about what it is about, such as {@code registry} or {@code stet.events-3}
     * @param message what is wrong and what to do
     * @param since when; null where nobody noted it
     */
    public record Alarm(
            String about, String message, @Nullable Instant since) {}

    /** Where a part is between start and end. */
    public enum State {
        /** Something that it needs is not there yet, or it takes over what it has to do. */
        WAITING,
        /** It does what it is for. */
        READY,
        /** It was asked to stop. */
        STOPPING,
        /** It cannot go on; the alarms say why. */
        FAILED
    }

    public PartHealth {
        waitsFor = List.copyOf(waitsFor);
        alarms = List.copyOf(alarms);
    }

    /** A part that waits for one thing. */
    static PartHealth waiting(String what) {
        return new PartHealth(State.WAITING, List.of(what), List.of());
    }

    /** Of parts that are one newsroom: ready when all are, and lost when one is. */
    public static PartHealth together(List<PartHealth> parts) {
        Set<State> states = parts.stream().map(PartHealth::state).collect(Collectors.toSet());
        State state = states.equals(Set.of(State.READY))
                ? State.READY
                : Stream.of(State.FAILED, State.STOPPING)
                        .filter(states::contains)
                        .findFirst()
                        .orElse(State.WAITING);
        return new PartHealth(
                state,
                parts.stream().flatMap(part -> part.waitsFor().stream()).toList(),
                parts.stream().flatMap(part -> part.alarms().stream()).toList());
    }

    public boolean isReady() {
        return state == State.READY;
    }

    /** Whether there is sense in leaving it alone. */
    boolean isLive() {
        return state != State.FAILED;
    }

    /** As {@code /health} tells it. */
    String json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("state", state.name().toLowerCase(Locale.ROOT));
        ArrayNode waits = json.putArray("waitsFor");
        waitsFor.forEach(waits::add);
        ArrayNode raised = json.putArray("alarms");
        alarms.forEach(alarm -> raised.addObject()
                .put("about", alarm.about())
                .put("message", alarm.message())
                .put("since", alarm.since() == null ? null : alarm.since().toString()));
        return json.toString();
    }
}
