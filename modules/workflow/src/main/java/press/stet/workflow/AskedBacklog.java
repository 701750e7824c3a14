package press.stet.workflow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import press.stet.contract.topic.Topic;

/**
 * Asks the brokers where the commands of a task end, and has seen to everything before that when it was ruled on. What had been
 * ruled on before the task came here is known by what its group has committed.
 */
final class AskedBacklog implements Backlog {

    private final Admin admin;
    private final String group;
    private final List<Topic> inputs;
    private final InstantSource clock;

    /** Behind the last command of each partition that was ruled on here. */
    private final Map<TopicPartition, Long> ruled = new HashMap<>();

    private @Nullable Question open;
    private Instant done = Instant.MIN;

    /** Where everything ended, and what had been ruled on, at a moment. */
    private record Question(Instant asked, ListOffsetsResult ends, ListConsumerGroupOffsetsResult committed) {}

    AskedBacklog(Admin admin, String group, List<Topic> inputs, InstantSource clock) {
        this.admin = admin;
        this.group = group;
        this.inputs = inputs;
        this.clock = clock;
    }

    @Override
    public void ruledOn(String topic, int partition, long offset) {
        ruled.merge(new TopicPartition(topic, partition), offset + 1, Math::max);
    }

    @Override
    public Instant doneBy(Instant moment, int partition) {
        Question question = open;
        if (question != null && answered(question)) {
            if (isDone(question)) {
                done = question.asked();
                open = null;
            }
        }
        if (open == null && done.isBefore(moment)) {
            open = ask(partition);
        }
        return done;
    }

    private Question ask(int partition) {
        Map<TopicPartition, OffsetSpec> asked = inputs.stream()
                .collect(Collectors.toMap(
                        topic -> new TopicPartition(topic.name(), partition), _ -> OffsetSpec.latest()));
        Instant now = clock.instant();
        return new Question(now, admin.listOffsets(asked), admin.listConsumerGroupOffsets(group));
    }

    private boolean answered(Question question) {
        return question.ends().all().isDone()
                && question.committed().partitionsToOffsetAndMetadata().isDone();
    }

    /** A question that the brokers did not answer is asked again. */
    private boolean isDone(Question question) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    question.committed().partitionsToOffsetAndMetadata().get();
            for (var end : question.ends().all().get().entrySet()) {
                OffsetAndMetadata before = committed.get(end.getKey());
                long behind = Math.max(before == null ? 0 : before.offset(), ruled.getOrDefault(end.getKey(), 0L));
                if (behind < end.getValue().offset()) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException failed) {
            open = null;
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
