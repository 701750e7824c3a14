package press.stet.archive.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes the log into a projection from its beginning, exactly as far as it is told, as a {@link ProjectionReader} would have taken
 * it. Used by one thread; nobody else may write that projection's schema.
 */
public final class Replay<R> implements AutoCloseable {

    /** The log cannot be taken as far as it was to be. */
    public static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(String why) {
            super(why);
        }
    }

    private static final Duration POLL = Duration.ofMillis(100);

    private final Projection<R> projection;
    private final Consumer<byte[], byte[]> consumer;
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final SideBySide writers;
    private final Map<TopicPartition, PartitionReader<R>> partitions = new HashMap<>();
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private Map<TopicPartition, Long> beginnings = Map.of();

    /**
     * A replay that has taken nothing yet.
     *
     * @param consumer of no group, that reads what is committed and has no default offset; the replay closes it
     * @param jdbi whose connections see the schema to fill
     * @param width how many partitions are written at once; as many connections are used
     */
    public Replay(
            Projection<R> projection, Consumer<byte[], byte[]> consumer, Jdbi jdbi, InstantSource clock, int width) {
        this.projection = projection;
        this.consumer = consumer;
        this.jdbi = jdbi;
        this.clock = clock;
        this.writers = new SideBySide(projection.name() + "-replay", width);
    }

    /**
     * Of these places those that the log has: where it was cut or made anew, its own beginning or end stands instead.
     *
     * @param places in any partitions of the projection's topics
     */
    public Map<TopicPartition, Long> within(Map<TopicPartition, Long> places) {
        Map<TopicPartition, Long> ends = LogEnds.of(consumer, projection.topics());
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(ends.keySet());
        Map<TopicPartition, Long> within = new HashMap<>();
        places.forEach((partition, place) -> {
            Long end = ends.get(partition);
            if (end != null) {
                within.put(partition, Math.clamp(place, begins.getOrDefault(partition, 0L), end));
            }
        });
        return within;
    }

    /** How many offsets lie between the log's beginning and these places. */
    public long distance(Map<TopicPartition, Long> ends) {
        open(ends.keySet());
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - beginning(end.getKey()))
                .sum();
    }

    /** How many offsets lie behind it. */
    public long done() {
        return partitions.entrySet().stream()
                .mapToLong(each -> next(each.getKey()) - beginning(each.getKey()))
                .sum();
    }

    /**
     * Takes every record before these places and none behind.
     *
     * @param patience how long nothing may come of the log
     * @param told how many offsets are done, now and then
     * @throws Stuck if a record cannot be taken, or nothing came for so long
     */
    public void takeTo(Map<TopicPartition, Long> ends, Duration patience, LongConsumer told) {
        open(ends.keySet());
        ends.forEach(this::goOn);
        long done = done();
        Instant last = clock.instant();
        while (!ends.entrySet().stream().allMatch(end -> next(end.getKey()) >= end.getValue())) {
            take(ends);
            long now = done();
            if (now > done) {
                done = now;
                last = clock.instant();
                told.accept(done);
            } else if (clock.instant().isAfter(last.plus(patience))) {
                throw new Stuck("nothing of the log could be taken for " + patience.toSeconds() + " s: "
                        + partitions.values().stream()
                                .map(PartitionReader::health)
                                .filter(each -> each.standing() instanceof Standing.Waiting)
                                .map(PartitionHealth::toString)
                                .findFirst()
                                .orElse("Kafka answers nothing"));
            }
        }
    }

    @Override
    public void close() {
        writers.close();
        consumer.close();
    }

    private void open(Set<TopicPartition> wanted) {
        if (partitions.keySet().containsAll(wanted)) {
            return;
        }
        consumer.assign(wanted);
        beginnings = consumer.beginningOffsets(wanted);
        wanted.forEach(each -> partitions.computeIfAbsent(
                each, fresh -> new PartitionReader<>(fresh, consumer, projection, jdbi, clock)));
    }

    /** From where it stands, since a poll may have brought more than was to be taken. */
    private void goOn(TopicPartition partition, long end) {
        if (standing(partition) instanceof Standing.Placed(long next)) {
            consumer.seek(partition, next);
            if (next < end) {
                consumer.resume(Set.of(partition));
            }
        }
    }

    private void take(Map<TopicPartition, Long> ends) {
        ends.keySet().forEach(each -> reader(each).placeIfDue());
        ends.forEach((partition, end) -> {
            if (next(partition) >= end) {
                consumer.pause(Set.of(partition));
            }
        });
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        Map<TopicPartition, Runnable> work = new HashMap<>();
        records.nextOffsets().forEach((partition, after) -> {
            long end = ends.getOrDefault(partition, 0L);
            List<ConsumerRecord<byte[], byte[]>> before = records.records(partition).stream()
                    .filter(record -> record.offset() < end)
                    .toList();
            work.put(partition, () -> reader(partition).take(before, Math.min(after.offset(), end)));
        });
        writers.run(work);
        for (TopicPartition partition : work.keySet()) {
            if (standing(partition) instanceof Standing.Stopped(long at, String why)) {
                throw new Stuck("the record at offset " + at + " of " + partition + " cannot be taken: " + why);
            }
        }
    }

    private PartitionReader<R> reader(TopicPartition partition) {
        PartitionReader<R> reader = partitions.get(partition);
        if (reader == null) {
            throw new IllegalStateException(partition + " was not opened");
        }
        return reader;
    }

    private Standing standing(TopicPartition partition) {
        return reader(partition).health().standing();
    }

    /** Where the partition is read on; one that waits for something stands where it was. */
    private long next(TopicPartition partition) {
        if (standing(partition) instanceof Standing.Placed(long next)) {
            reached.put(partition, next);
        }
        return reached.getOrDefault(partition, beginning(partition));
    }

    private long beginning(TopicPartition partition) {
        return beginnings.getOrDefault(partition, 0L);
    }
}
