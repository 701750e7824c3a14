package press.stet.contract.sending;

import java.util.List;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.RefusedCommand;

/** What became of a command. */
public sealed interface Answer {

    /**
     * It was accepted.
     *
     * @param events everything that followed from it, one at least, in order
     */
    record Accepted(List<Entry> events) implements Answer {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It was refused, by a rule and for a reason. */
    record Refused(RefusedCommand refused) implements Answer {}

    /**
     * It had been ruled on when it was first sent, and that ruling stands.
     *
     * @param first what became of it then; its events stand in the story's history from that sequence on
     */
    record Repeated(Outcome first) implements Answer {}
}
