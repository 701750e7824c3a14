package press.stet.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import press.stet.contract.topic.Topic;

/** Asks for all tasks of an instance at once, so that it costs as much as for one. Once closed it asks no more. */
final class AskedEnds implements CommandEnds, AutoCloseable {

    /** So long a partition without a leader keeps the timers of the others waiting. */
    private static final int PATIENCE_MILLIS = 2_000;

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
        Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
        ListOffsetsResult told = admin.listOffsets(inputs, new ListOffsetsOptions().timeoutMs(PATIENCE_MILLIS));
        // A partition that has no leader is left out, so that the timers of the others go on.
        CompletableFuture<?>[] each = inputs.keySet().stream()
                .map(input -> told.partitionResult(input)
                        .toCompletionStage()
                        .thenAccept(end -> ends.put(input, end.offset()))
                        .handle((_, failure) -> failure == null)
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        var committed = admin.listConsumerGroupOffsets(
                        group, new ListConsumerGroupOffsetsOptions().timeoutMs(PATIENCE_MILLIS))
                .partitionsToOffsetAndMetadata()
                .toCompletionStage();
        var _ = CompletableFuture.allOf(each)
                .thenCombine(committed, (_, done) -> new Answer(asked, Map.copyOf(ends), offsets(done)))
                .whenComplete((answer, failure) -> {
                    // A question that the brokers do not answer is asked again by whoever still wants to know.
                    if (failure == null) {
                        latest = answer;
                    }
                    underWay.set(false);
                });
    }

    /** Where a group has committed nothing, Kafka says null. */
    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetAndMetadata> told) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        told.forEach((partition, said) -> {
            if (said != null) {
                offsets.put(partition, said.offset());
            }
        });
        return offsets;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
