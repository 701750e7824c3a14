package press.stet.model.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;

/**
 * A translation that was asked for and has not come.
 *
 * @param source the version handed out with the job
 * @param to who translates it, or null
 * @param deadline when it is to be there, or null
 * @param blocks of the source that are to be done; empty where all of them are
 */
public record Job(
        Source source,
        Person requestedBy,
        Instant at,
        @Nullable Person to,
        @Nullable Deadline deadline,
        List<BlockId> blocks) {

    public Job {
        blocks = List.copyOf(blocks);
    }

    static Job of(Source source, Person requestedBy, Instant at, @Nullable Deadline deadline) {
        return new Job(source, requestedBy, at, null, deadline, List.of());
    }

    /** When it is to be there, or null. */
    public @Nullable Instant due() {
        return deadline == null ? null : deadline.at();
    }

    Job assigned(@Nullable Person next, @Nullable Deadline nextDeadline) {
        return new Job(source, requestedBy, at, next, nextDeadline, blocks);
    }

    Job with(Deadline next) {
        return new Job(source, requestedBy, at, to, next, blocks);
    }

    /** Of a newer version; what was to be done as a whole still is. */
    Job of(Source newer, List<BlockId> stale) {
        return new Job(newer, requestedBy, at, to, deadline, blocks.isEmpty() ? blocks : stale);
    }
}
