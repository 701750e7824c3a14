package press.stet.testkit.guarantee;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Rule;
import press.stet.testkit.log.Log;

/**
 * Guarantee 8: the same command id never has two outcomes within the window of seven days; after it, {@code too-old}, which changes
 * nothing.
 *
 * <p>Valid: accepted on Monday, repeated on Tuesday with the outcome of Monday, too old on Tuesday a week later.
 *
 * <p>Invalid: accepted on Monday and again on Tuesday. Or: refused by four-eyes on Monday and repeated on Tuesday as accepted.
 */
public record NoSecondOutcome() implements Guarantee {

    private static final Duration WINDOW = Duration.ofDays(7);

    @Override
    public String promise() {
        return "The same command never has two outcomes within seven days, and none after that.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        for (Asked asked : Asked.all(log)) {
            Instant end = asked.id().mintedAt().plus(WINDOW);
            List<RefusedCommand> first = asked.refusals().stream()
                    .filter(refused -> !isRepeatedOrTooOld(refused.refusal().rule()))
                    .toList();
            findings.unless(
                    asked.acceptances() + first.size() <= 1,
                    asked.story(),
                    () -> "command " + asked.id() + " was accepted " + asked.acceptances() + " times and refused "
                            + first.size() + " times");
            findings.unless(
                    asked.entries().isEmpty()
                            || asked.arrivals().stream()
                                    .anyMatch(arrival -> !arrival.at().isAfter(end)),
                    asked.story(),
                    () -> "command " + asked.id() + " was accepted when it was too old");
            for (RefusedCommand refused : asked.refusals()) {
                boolean old = refused.at().isAfter(end);
                findings.unless(
                        old == (refused.refusal().rule() == Rule.TOO_OLD),
                        asked.story(),
                        () -> "command " + asked.id() + " was refused by "
                                + refused.refusal().rule() + " at " + refused.at());
                findings.unless(
                        refused.refusal().rule() != Rule.REPEATED
                                || (refused.first() != null && isOf(refused.first(), asked.entries(), first)),
                        asked.story(),
                        () -> "command " + asked.id() + " was repeated and pointed to " + refused.first());
            }
        }
        return findings.breaches();
    }

    private static boolean isRepeatedOrTooOld(Rule rule) {
        return rule == Rule.REPEATED || rule == Rule.TOO_OLD;
    }

    private static boolean isOf(Outcome outcome, List<Entry> entries, List<RefusedCommand> refusals) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                !entries.isEmpty()
                        && accepted.sequence() == entries.getFirst().sequence()
                        && accepted.count() == entries.size();
            case Outcome.Refused refused ->
                !refusals.isEmpty() && refusals.getFirst().refusal().rule() == refused.rule();
        };
    }
}
