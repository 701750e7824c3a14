package press.stet.archive.projection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import press.stet.contract.header.Part;

/**
 * Takes the records of one partition into a projection. Used by one thread at a time: by the one that polls, or, to {@link #take},
 * while that waits, by another beside those of other partitions. {@link #health} may be asked by any.
 */
final class PartitionReader<R> {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionReader.class);

    /** A record as it was read, what it is a part of, and where the partition is read on behind it. */
    private record Taken<R>(R record, Part part, long after) {}

    /** Whoever hangs in the midst of it holds rows that the partition's next owner waits for. */
    private static final String UNLESS_IT_HANGS = "set local idle_in_transaction_session_timeout = '10s'";

    private final TopicPartition partition;
    private final Consumer<byte[], byte[]> consumer;
    private final Projection<R> projection;
    private final Jdbi jdbi;
    private final InstantSource clock;

    private volatile Standing standing;
    private volatile long lag = -1;

    /** Parts whose others have not come yet. */
    private List<ConsumerRecord<byte[], byte[]>> held = List.of();

    private Duration pause = Duration.ZERO;

    /** Starts with nothing known of the partition; it is held until {@link #placeIfDue} has placed it. */
    PartitionReader(
            TopicPartition partition,
            Consumer<byte[], byte[]> consumer,
            Projection<R> projection,
            Jdbi jdbi,
            InstantSource clock) {
        this.partition = partition;
        this.consumer = consumer;
        this.projection = projection;
        this.jdbi = jdbi;
        this.clock = clock;
        this.standing = new Standing.Waiting(clock.instant(), "it was just assigned");
        // A position of its own, since the consumer has no default and would ask for one even while it is held.
        consumer.seek(partition, 0);
        consumer.pause(Set.of(partition));
    }

    /** Reads on where the database says, once what was away may be back. */
    void placeIfDue() {
        if (!(standing instanceof Standing.Waiting waiting) || clock.instant().isBefore(waiting.until())) {
            return;
        }
        guarded(() -> {
            long beginning = consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            long next = jdbi.inTransaction(handle -> Progress.begin(handle, partition, beginning));
            consumer.seek(partition, next);
            held = List.of();
            consumer.resume(Set.of(partition));
            standing = new Standing.Placed(next);
        });
    }

    /**
     * Takes what a poll brought. What it brought in part waits for the rest: a log that loses what was replaced never loses its last
     * record, so that something comes behind it.
     *
     * @param after where the partition is read on behind these records, and behind the markers that followed them
     */
    void take(List<ConsumerRecord<byte[], byte[]>> records, long after) {
        if (standing instanceof Standing.Placed placed) {
            guarded(() -> {
                List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(held);
                all.addAll(records);
                int whole = whole(all.stream().map(projection::part).toList());
                held = List.copyOf(all.subList(whole, all.size()));
                take(
                        placed.next(),
                        all.subList(0, whole),
                        held.isEmpty() ? after : held.getFirst().offset());
            });
        }
    }

    /** How many records, from the first, can be taken without leaving out a part of what they show. */
    private static int whole(List<Part> parts) {
        int whole = parts.size();
        while (whole > 0
                && !parts.get(whole - 1).isLast()
                && (whole == parts.size() || !parts.get(whole).isFirst())) {
            whole--;
        }
        return whole;
    }

    /** How many records, from the first, are parts of the same. */
    private static int together(List<Part> parts) {
        int count = 1;
        while (count < parts.size()
                && !parts.get(count - 1).isLast()
                && !parts.get(count).isFirst()) {
            count++;
        }
        return count;
    }

    private void take(long from, List<ConsumerRecord<byte[], byte[]>> records, long after) {
        List<Taken<R>> batch = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                batch.add(new Taken<>(projection.read(record), projection.part(record), record.offset() + 1));
            } catch (RuntimeException unreadable) {
                if (Outage.isOne(unreadable)) {
                    throw unreadable;
                }
                List<Taken<R>> before =
                        batch.subList(0, whole(batch.stream().map(Taken::part).toList()));
                long next = before.size() == batch.size()
                        ? record.offset()
                        : records.get(before.size()).offset();
                if (write(from, before, next)) {
                    stop(record.offset(), unreadable);
                }
                return;
            }
        }
        write(from, batch, after);
    }

    /**
     * In one transaction; where that cannot be, one after the other, what belongs together together, so that what is at fault is found
     * and named.
     *
     * @return false if the partition was stopped at that one
     */
    private boolean write(long from, List<Taken<R>> batch, long after) {
        try {
            transact(from, batch, after);
            return true;
        } catch (Progress.Overtaken overtaken) {
            throw overtaken;
        } catch (RuntimeException failure) {
            if (Outage.isOne(failure) || batch.isEmpty()) {
                throw failure;
            }
            return writeSingly(from, batch);
        }
    }

    private boolean writeSingly(long from, List<Taken<R>> batch) {
        long next = from;
        List<Taken<R>> left = batch;
        while (!left.isEmpty()) {
            List<Taken<R>> together =
                    left.subList(0, together(left.stream().map(Taken::part).toList()));
            long after = together.getLast().after();
            try {
                transact(next, together, after);
            } catch (RuntimeException failure) {
                if (Outage.isOne(failure) || failure instanceof Progress.Overtaken) {
                    throw failure;
                }
                stop(together.getFirst().after() - 1, failure);
                return false;
            }
            next = after;
            left = left.subList(together.size(), left.size());
        }
        return true;
    }

    private void transact(long from, List<Taken<R>> batch, long after) {
        if (after > from) {
            jdbi.useTransaction(handle -> {
                handle.execute(UNLESS_IT_HANGS);
                Progress.advance(handle, partition, from, after);
                if (!batch.isEmpty()) {
                    projection.write(handle, batch.stream().map(Taken::record).toList());
                }
            });
            standing = new Standing.Placed(after);
            pause = Duration.ZERO;
        }
    }

    /** Whatever is away is waited for, and the partition is then placed anew: nothing is taken twice, and nothing left out. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (Progress.Overtaken overtaken) {
            LOG.info("projection {} is placed anew: {}", projection.name(), overtaken.getMessage());
            hold(new Standing.Waiting(clock.instant(), String.valueOf(overtaken.getMessage())));
        } catch (WakeupException closing) {
            throw closing;
        } catch (RuntimeException failure) {
            if (!Outage.isOne(failure)) {
                stop(standing instanceof Standing.Placed placed ? placed.next() : 0, failure);
                return;
            }
            LOG.atLevel(pause.isZero() ? Level.WARN : Level.DEBUG)
                    .log(
                            "projection {} waits in {} and tries again: {}",
                            projection.name(),
                            partition,
                            failure.toString());
            pause = Outage.longerThan(pause);
            hold(new Standing.Waiting(clock.instant().plus(pause), failure.toString()));
        }
    }

    private void stop(long at, RuntimeException cause) {
        LOG.error(
                "projection {} stops topic={} partition={} offset={}; the other partitions go on",
                projection.name(),
                partition.topic(),
                partition.partition(),
                at,
                cause);
        stop(at, String.valueOf(cause.getMessage()));
    }

    /** Goes no further. */
    void stop(long at, String why) {
        hold(new Standing.Stopped(at, why));
    }

    private void hold(Standing next) {
        // Others may be held at the same moment, and the consumer lets nobody in beside another.
        synchronized (consumer) {
            consumer.pause(Set.of(partition));
        }
        standing = next;
    }

    /** Looks how far the end of the partition is. */
    void measure() {
        OptionalLong behind =
                standing instanceof Standing.Placed ? consumer.currentLag(partition) : OptionalLong.empty();
        lag = behind.orElse(-1);
    }

    PartitionHealth health() {
        return new PartitionHealth(partition.topic(), partition.partition(), standing, lag);
    }
}
