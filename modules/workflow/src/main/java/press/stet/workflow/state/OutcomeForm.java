package press.stet.workflow.state;

import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Rule;
import press.stet.workflow.kept.KeptAccepted;
import press.stet.workflow.kept.KeptOutcome;
import press.stet.workflow.kept.KeptRefused;

/** Outcomes as they are kept. */
final class OutcomeForm {

    private OutcomeForm() {}

    static KeptOutcome toKept(Outcome outcome) {
        return new KeptOutcome(
                switch (outcome) {
                    case Outcome.Accepted accepted -> new KeptAccepted(accepted.sequence(), accepted.count());
                    case Outcome.Refused refused ->
                        new KeptRefused(refused.rule().key());
                });
    }

    static Outcome toModel(KeptOutcome kept) {
        return switch (kept.getBecame()) {
            case KeptAccepted accepted -> new Outcome.Accepted(accepted.getSequence(), accepted.getCount());
            case KeptRefused refused -> new Outcome.Refused(Rule.of(refused.getRule()));
            default -> throw new UnreadableState("no outcome is kept as " + kept.getBecame());
        };
    }
}
