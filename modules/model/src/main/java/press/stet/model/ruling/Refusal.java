package press.stet.model.ruling;

import java.util.List;

/**
 * Why a command was refused.
 *
 * @param reason a sentence for the sender: what stands against it, and who may or what comes next
 * @param violations everything that the copy lacks, where that is the reason
 */
public record Refusal(Rule rule, String reason, List<Violation> violations) {
    public Refusal {
        violations = List.copyOf(violations);
    }

    static Refusal of(Rule rule, String reason) {
        return new Refusal(rule, reason, List.of());
    }
}
