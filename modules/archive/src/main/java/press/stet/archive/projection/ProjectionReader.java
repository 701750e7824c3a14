package press.stet.archive.projection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log into a projection: one thread that polls, and one transaction for the records of each partition that a poll
 * brought, some of them side by side. Several readers of one projection share its partitions. All methods may be called by any thread.
 */
public final class ProjectionReader<R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionReader.class);

    /** Bounds how long a held partition waits for its next try, and how old a measured lag is. */
    private static final Duration POLL = Duration.ofMillis(100);

    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final Projection<R> projection;
    private final Consumer<byte[], byte[]> consumer;
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final boolean yields;
    private final Thread thread;
    private final Map<TopicPartition, PartitionReader<R>> partitions = new ConcurrentHashMap<>();
    private final Brokers brokers;
    private final SideBySide writers;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable String trouble = "it has not begun";
    private volatile boolean ended;
    private Duration pause = Duration.ZERO;

    /**
     * A reader that begins with {@link #start}.
     *
     * @param consumer of a group named for the projection, that reads what is committed, commits nothing itself and has no
     *     default offset; the reader closes it
     * @param jdbi whose connections see the schema of the projection
     * @param width how many partitions are written at once; as many connections are used
     * @param yields whether they are written one after the other once this is ready, so that others have the processors
     */
    public ProjectionReader(
            Projection<R> projection,
            Consumer<byte[], byte[]> consumer,
            Jdbi jdbi,
            InstantSource clock,
            int width,
            boolean yields) {
        this.projection = projection;
        this.consumer = consumer;
        this.jdbi = jdbi;
        this.clock = clock;
        this.yields = yields;
        this.brokers = new Brokers(consumer);
        this.writers = new SideBySide(projection.name(), width);
        this.thread = Thread.ofPlatform()
                .name("stet-archive-" + projection.name())
                .daemon()
                .unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Whether all that stood in the projection's topics at the start is in the database, whoever of its readers put it there. */
    public boolean isReady() {
        return ready.getCount() == 0;
    }

    /**
     * Waits until {@link #isReady}.
     *
     * @return false if that takes longer
     */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return ready.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    public ProjectionHealth health() {
        List<PartitionHealth> each = partitions.values().stream()
                .map(PartitionReader::health)
                .sorted(Comparator.comparing(PartitionHealth::topic).thenComparingInt(PartitionHealth::partition))
                .toList();
        return new ProjectionHealth(projection.name(), isReady(), ended, trouble, each);
    }

    /** Takes what it has begun to take, leaves the group, and ends; what is left is taken after the next start. */
    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(CLOSING)) {
                LOG.warn("projection {} has not ended after {}", projection.name(), CLOSING);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Map<TopicPartition, Long> ends = null;
            while (ends == null && !isClosing()) {
                ends = patiently(() -> LogEnds.of(consumer, projection.topics()));
            }
            if (ends != null) {
                consumer.subscribe(projection.topics(), new Assignments());
                follow(ends);
            }
        } catch (RuntimeException | Error end) {
            ended = true;
            trouble = "it has ended and must be started again: " + end;
            LOG.error("projection {} has ended", projection.name(), end);
        } finally {
            leave();
        }
    }

    private void follow(Map<TopicPartition, Long> ends) {
        while (!isClosing()) {
            ConsumerRecords<byte[], byte[]> records = patiently(this::poll);
            if (records != null) {
                trouble = brokers.areAway() ? "no broker of Kafka answers" : null;
                take(records);
                lookWhetherReady(ends);
            }
        }
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        partitions.values().forEach(PartitionReader::placeIfDue);
        return consumer.poll(POLL);
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, Runnable> work = new HashMap<>();
        records.nextOffsets().forEach((partition, after) -> {
            PartitionReader<R> reader = partitions.get(partition);
            if (reader != null) {
                work.put(partition, () -> reader.take(records.records(partition), after.offset()));
            }
        });
        if (yields && isReady()) {
            work.values().forEach(Runnable::run);
        } else {
            writers.run(work);
        }
        partitions.values().forEach(PartitionReader::measure);
    }

    private void lookWhetherReady(Map<TopicPartition, Long> ends) {
        if (isReady()) {
            return;
        }
        try {
            if (Progress.reached(jdbi.withHandle(Progress::all), ends)) {
                ready.countDown();
                LOG.info("projection {} is ready", projection.name());
            }
        } catch (JdbiException failure) {
            if (!Outage.isOne(failure)) {
                throw failure;
            }
            LOG.debug("projection {} cannot tell whether it is ready", projection.name(), failure);
        }
    }

    /** Does something that needs Kafka; null where Kafka is away, after a while, or where the reader is closing. */
    private <T> @Nullable T patiently(Supplier<T> work) {
        try {
            T result = work.get();
            pause = Duration.ZERO;
            return result;
        } catch (WakeupException _) {
            return null;
        } catch (FencedInstanceIdException fenced) {
            throw fenced;
        } catch (OffsetOutOfRangeException lost) {
            lost.offsetOutOfRangePartitions().forEach(this::stopAtLostOffset);
            return null;
        } catch (KafkaException away) {
            pause = Outage.longerThan(pause);
            trouble = away.toString();
            LOG.warn("projection {} waits {} for Kafka: {}", projection.name(), pause, away.toString());
            await(pause);
            return null;
        }
    }

    private void await(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private void stopAtLostOffset(TopicPartition partition, long offset) {
        PartitionReader<R> reader = partitions.get(partition);
        if (reader != null) {
            reader.stop(
                    offset,
                    "the log of " + partition + " has no offset " + offset
                            + ": it was cut or made anew; rebuild projection " + projection.name() + " from it");
        }
    }

    private void leave() {
        writers.close();
        try {
            consumer.close(CloseOptions.timeout(CLOSING)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        } catch (KafkaException failure) {
            LOG.warn("projection {} could not leave its group", projection.name(), failure);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Called within a poll, when the partitions are shared out anew. */
    private final class Assignments implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            for (TopicPartition each : assigned) {
                partitions.put(each, new PartitionReader<>(each, consumer, projection, jdbi, clock));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            partitions.keySet().removeAll(revoked);
        }
    }
}
