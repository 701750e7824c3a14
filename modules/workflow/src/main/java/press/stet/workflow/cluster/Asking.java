package press.stet.workflow.cluster;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import press.stet.contract.BrokersUnavailable;

/** Waits for what the cluster answers. */
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Asking() {}

    /**
     * The answer.
     *
     * @param what was asked for, as an error names it
     * @throws BrokersUnavailable if there is none yet
     * @throws UnfitCluster if there can be none
     */
    static <T> T answer(String what, KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw mayHeal(cause)
                    ? new BrokersUnavailable("say " + what, cause)
                    : new UnfitCluster("Kafka did not say " + what + ": " + cause.getMessage(), cause);
        } catch (TimeoutException late) {
            throw new BrokersUnavailable("say " + what + " within " + PATIENCE.toSeconds() + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnfitCluster("interrupted while asking Kafka " + what, interrupted);
        }
    }

    /** The answer, or null if what was asked about is not there. */
    static <T> @Nullable T unlessUnknown(String what, KafkaFuture<T> future) {
        try {
            return answer(what, future);
        } catch (BrokersUnavailable failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw failure;
        }
    }

    /** What passes by itself, or when somebody gives the workflow a right that it lacks. */
    private static boolean mayHeal(Throwable cause) {
        return cause instanceof RetriableException || cause instanceof AuthorizationException;
    }
}
