package press.stet.contract.proof;

import java.time.Duration;
import java.time.Instant;
import press.stet.model.Person;
import press.stet.model.command.Proof;

/** What a token says whatever the time is. */
sealed interface Finding {

    /** What it proves at a time. */
    Proof at(Instant time);

    /**
     * An issuer that the house trusts has said this.
     *
     * @param from when it was issued, or the later time that it holds from
     */
    record Signed(Person person, String tool, Instant from, Instant until) implements Finding {

        /** Clocks of issuers and brokers may be this far apart. */
        static final Duration LEEWAY = ProofReader.LEEWAY;

        @Override
        public Proof at(Instant time) {
            if (!time.isBefore(until.plus(LEEWAY))) {
                return new Proof.Unproven("the token expired at " + until + ", and it is " + time);
            }
            return time.plus(LEEWAY).isBefore(from)
                    ? new Proof.Unproven("the token holds from " + from + " on, and it is only " + time
                            + "; set the clock of its issuer")
                    : new Proof.Proven(person, tool);
        }
    }

    /** It will never prove anything, as long as the house trusts no others. */
    record Bad(String why) implements Finding {
        @Override
        public Proof at(Instant time) {
            return new Proof.Unproven(why);
        }
    }
}
