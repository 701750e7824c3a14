package press.stet.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import press.stet.contract.topic.Topic;

/** Asks for all tasks of an instance at once, so that it costs as much as for one. Once closed it asks no more. */
final class AskedEnds implements CommandEnds, AutoCloseable {

    private final Admin admin;
    private final String group;
    private final Map<TopicPartition, OffsetSpec> inputs = new HashMap<>();
    private final InstantSource clock;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile @Nullable Answer latest;

    /**
     * Asks nothing yet.
     *
     * @param admin closed with this
     */
    AskedEnds(Admin admin, String group, List<Topic> inputs, int partitions, InstantSource clock) {
        this.admin = admin;
        this.group = group;
        this.clock = clock;
        for (Topic topic : inputs) {
            IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .forEach(input -> this.inputs.put(input, OffsetSpec.latest()));
        }
    }

    @Override
    public @Nullable Answer latest() {
        return latest;
    }

    @Override
    public void ask() {
        if (!underWay.compareAndSet(false, true)) {
            return;
        }
        Instant asked = clock.instant();
        var ends = admin.listOffsets(inputs).all().toCompletionStage();
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .toCompletionStage();
        ends.thenCombine(
                        committed,
                        (end, done) -> new Answer(
                                asked,
                                offsets(end, ListOffsetsResultInfo::offset),
                                offsets(done, OffsetAndMetadata::offset)))
                .whenComplete((answer, failure) -> {
                    // A question that the brokers do not answer is asked again by whoever still wants to know.
                    if (failure == null) {
                        latest = answer;
                    }
                    underWay.set(false);
                });
    }

    /** Where a group has committed nothing, Kafka says null. */
    private static <T> Map<TopicPartition, Long> offsets(Map<TopicPartition, T> told, ToLongFunction<T> offset) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        told.forEach((partition, said) -> {
            if (said != null) {
                offsets.put(partition, offset.applyAsLong(said));
            }
        });
        return offsets;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
