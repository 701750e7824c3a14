package press.stet.model.ruling;

import java.util.List;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;

/** What a chapter of the rule book decides on a command, before it has its place in the history. */
sealed interface Decision {

    /**
     * These things happen.
     *
     * @param texts the text of each new version
     */
    record Accept(List<Event> events, List<NewText> texts) implements Decision {}

    /** The text of a new version, with its stamp. */
    record NewText(Stamp stamp, Copy copy) {}

    /** Nothing happens. */
    record Refuse(Refusal refusal) implements Decision {}

    static Decision accept(Event... events) {
        return new Accept(List.of(events), List.of());
    }

    static Decision accept(List<Event> events, NewText text) {
        return new Accept(List.copyOf(events), List.of(text));
    }

    static Decision refuse(Rule rule, String reason) {
        return new Refuse(Refusal.of(rule, reason));
    }
}
