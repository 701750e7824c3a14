package press.stet.testkit.guarantee;

import java.util.List;
import press.stet.model.event.Entry;
import press.stet.testkit.log.Log;

/**
 * Guarantee 7: every accepted command id gives at least one event, every other exactly one refusal with a rule's name. Told of a log
 * in which every command that came in has been ruled on.
 *
 * <p>Valid: three commands; one gave two events that say 1 of 2 and 2 of 2, two gave a refusal each.
 *
 * <p>Invalid: a command that gave nothing; one that gave an event and a refusal; one that gave event 1 of 2 and not 2 of 2; an event of
 * a command that nobody sent.
 */
public record AnOutcomeForEveryCommand() implements Guarantee {

    @Override
    public String promise() {
        return "Every accepted command gives at least one event, every other exactly one refusal.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        for (Asked asked : Asked.all(log)) {
            long outcomes = asked.acceptances() + asked.refusals().size();
            findings.unless(
                    outcomes == asked.arrivals().size(),
                    asked.story(),
                    () -> "command " + asked.id() + " came in "
                            + asked.arrivals().size() + " times and has " + outcomes + " outcomes");
            findings.unless(
                    areWhole(asked.entries()),
                    asked.story(),
                    () -> "the events of command " + asked.id() + " are not whole: " + asked.entries());
        }
        return findings.breaches();
    }

    /** One after the other, and as many as they say they are. */
    private static boolean areWhole(List<Entry> entries) {
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            if (entry.index() != at
                    || entry.count() != entries.size()
                    || entry.sequence() != entries.getFirst().sequence() + at) {
                return false;
            }
        }
        return true;
    }
}
