package press.stet.archive.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a projection does.
 *
 * @param ready whether it has applied all that stood in the log when it started
 * @param ended whether it has ended by itself and reads nothing any more; the trouble says why
 * @param trouble what keeps it from reading any partition; null while nothing does
 * @param partitions those that this instance reads
 */
public record ProjectionHealth(
        String projection,
        boolean ready,
        boolean ended,
        @Nullable String trouble,
        List<PartitionHealth> partitions) {

    public ProjectionHealth {
        partitions = List.copyOf(partitions);
    }

    /** Whether it reads on without waiting for anything. */
    public boolean isWell() {
        return trouble == null && partitions.stream().allMatch(each -> each.standing() instanceof Standing.Placed);
    }
}
