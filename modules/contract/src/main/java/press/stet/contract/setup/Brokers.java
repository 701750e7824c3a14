package press.stet.contract.setup;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import press.stet.contract.BrokersUnavailable;

/** Waits for what brokers answer to whoever sets them up. */
public final class Brokers {

    private Brokers() {}

    /**
     * The answer.
     *
     * @param asked what was asked, as it follows on "Kafka did not"
     * @throws BrokersUnavailable if there is none, or it is a refusal
     */
    public static <T> T answer(String asked, KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new BrokersUnavailable(asked, failure.getCause() == null ? failure : failure.getCause());
        }
    }
}
