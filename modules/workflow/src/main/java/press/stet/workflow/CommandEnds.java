package press.stet.workflow;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where the commands end, and how far they have been ruled on, as the brokers say it. Safe for use by several threads. */
interface CommandEnds {

    /**
     * What the brokers answered.
     *
     * @param asked everything that had come in by then was there when they were asked
     * @param ends behind the last command of each partition; none of those of which the brokers did not tell
     * @param committed behind the last command of each partition whose ruling is committed; none of those where none is
     */
    record Answer(Instant asked, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {}

    /** The latest answer, or null if there was none yet. */
    @Nullable Answer latest();

    /** Asks anew, unless a question is under way, and does not wait for the answer. */
    void ask();
}
