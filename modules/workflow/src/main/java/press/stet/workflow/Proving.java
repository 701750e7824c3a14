package press.stet.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.contract.proof.ProofReader;
import press.stet.contract.proof.Token;
import press.stet.model.command.Proof;
import press.stet.model.house.Staff;

/** What is known of who sent a command. One for a whole instance, asked by all its threads. */
@FunctionalInterface
interface Proving {

    /**
     * Of a command that came at a time.
     *
     * @param token what it brought, or null
     * @param staff the list that it is ruled on by
     */
    Proof of(@Nullable Token token, Instant at, Staff staff);

    /** As an instance is set up. */
    static Proving by(WorkflowSettings.Actors actors) {
        return switch (actors) {
            case TAKEN_AT_THEIR_WORD -> (_, _, _) -> new Proof.TheirWord();
            case PROVEN -> by(new ProofReader());
        };
    }

    /** By tokens alone. */
    static Proving by(ProofReader reader) {
        return (token, at, staff) -> reader.read(token, at, staff.issuers());
    }
}
