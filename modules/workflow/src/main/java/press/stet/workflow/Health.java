package press.stet.workflow;

import java.util.List;

/**
 * How an instance of the workflow is.
 *
 * @param alarms what an operator has to see to, oldest first; it may be ready all the same
 */
public record Health(State state, List<Alarm> alarms) {

    /** Where it is between start and end. */
    public enum State {
        /** It looks at the cluster. */
        STARTING,
        /** It reads house rules and staff, takes over partitions and restores their state. */
        RESTORING,
        /** It rules on commands. */
        READY,
        /** It was asked to stop. */
        STOPPING,
        /** It has stopped as it was asked. */
        STOPPED,
        /** It cannot go on; the alarms say why. */
        FAILED
    }

    public Health {
        alarms = List.copyOf(alarms);
    }

    /** Whether commands are ruled on. */
    public boolean isReady() {
        return state == State.READY;
    }
}
