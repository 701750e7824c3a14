package press.stet.workflow;

import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an instance one of whose threads has failed. Its transaction was given up with it, so that nothing is half
 * done. What time may heal is begun anew from the last commit by a new thread; everything else stops the instance, since going
 * on could only do harm or fail again: a history that cannot be, state that cannot be read, lost offsets, a full disk.
 */
final class Failures implements StreamsUncaughtExceptionHandler {

    /** About this there is an alarm from the failure of a thread until all partitions are ruled on again. */
    static final String THREAD = "thread";

    /** About this there is an alarm when the instance has stopped by itself. */
    static final String WORKFLOW = "workflow";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Alarms alarms;

    Failures(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        LOG.error("A thread of the workflow has failed", failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (healsWithTime(cause)) {
                alarms.raise(THREAD, "it failed and was replaced: " + told(cause));
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
        }
        alarms.raise(WORKFLOW, "this instance has stopped and rules on nothing any more: " + told(rootOf(failure)));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean healsWithTime(Throwable cause) {
        return cause instanceof RegistryAway
                || cause instanceof RetriableException
                || cause instanceof ApplicationRecoverableException;
    }

    private static String told(Throwable cause) {
        String what = cause.getClass().getSimpleName() + ": " + message(cause);
        return cause instanceof InvalidOffsetException
                ? what
                        + "; the offsets of the commands were lost, or the commands were deleted before they were ruled on."
                        + " Every event and refusal names the topic, partition and offset of its command"
                : what;
    }

    private static @Nullable String message(Throwable cause) {
        return cause.getMessage();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
