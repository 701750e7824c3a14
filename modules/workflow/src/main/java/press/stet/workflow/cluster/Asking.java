package press.stet.workflow.cluster;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Waits for what the cluster answers. */
final class Asking {

    /** A cluster that starts at the same time is there by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Asking() {}

    /**
     * The answer.
     *
     * @param what was asked for, as an error names it
     * @throws UnfitCluster if there is none
     */
    static <T> T answer(String what, KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new UnfitCluster("Kafka did not say " + what + ": " + cause.getMessage(), cause);
        } catch (TimeoutException late) {
            throw new UnfitCluster(
                    "Kafka did not say " + what + " within " + PATIENCE.toSeconds()
                            + " s; check that it runs and can be reached",
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnfitCluster("interrupted while asking Kafka " + what, interrupted);
        }
    }

    /** The answer, or null if what was asked about is not there. */
    static <T> @Nullable T unlessUnknown(String what, KafkaFuture<T> future) {
        try {
            return answer(what, future);
        } catch (UnfitCluster failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw failure;
        }
    }
}
