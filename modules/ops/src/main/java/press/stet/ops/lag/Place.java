package press.stet.ops.lag;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where a follower is in a partition.
 *
 * @param next the offset that it reads on from
 * @param end the first offset that is not committed yet
 * @param waiting offsets from one to the other, which count ends of transactions too; 0 where no record is left between, whatever
 *     ends of transactions are
 * @param lost offsets behind {@code next} that the partition does not have any more: they were never read
 * @param oldest the time of the first record that waits; null where none does
 */
public record Place(
        TopicPartition partition,
        long next,
        long end,
        long waiting,
        long lost,
        @Nullable Instant oldest) {}
