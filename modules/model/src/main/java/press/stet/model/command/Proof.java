package press.stet.model.command;

import press.stet.model.Person;

/** What is known of who sent a command, beside what the command says itself. */
public sealed interface Proof {

    /**
     * Somebody whom the house trusts says who it is, and through which tool they act.
     *
     * @param tool without its version
     */
    record Proven(Person person, String tool) implements Proof {

        /** Whether it speaks of this tool: {@code stet} also of {@code stet/1.0}. */
        public boolean isOf(String named) {
            return named.equals(tool) || named.startsWith(tool + "/");
        }
    }

    /**
     * The house asks for a proof and there is none that holds.
     *
     * @param why in a sentence for the sender
     */
    record Unproven(String why) implements Proof {}

    /** Whoever can send a command is believed: a newsroom on one machine, for the people of that machine. */
    record TheirWord() implements Proof {}
}
