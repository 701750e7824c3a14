package press.stet.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import press.stet.contract.topic.Topic;

/**
 * Has the brokers asked where the commands of a task end, and has seen to everything before that when it was ruled on. What had
 * been ruled on before the task came here is known by what its group has committed.
 */
final class AskedBacklog implements Backlog {

    private final CommandEnds brokers;
    private final List<Topic> inputs;

    /** Behind the last command of each partition that was ruled on here. */
    private final Map<TopicPartition, Long> ruled = new HashMap<>();

    /** Before whose ends something has not been ruled on. It is kept until all has, as newer ones would be ahead of the rulings for ever. */
    private CommandEnds.@Nullable Answer open;

    private Instant done = Instant.MIN;

    AskedBacklog(CommandEnds brokers, List<Topic> inputs) {
        this.brokers = brokers;
        this.inputs = inputs;
    }

    @Override
    public void ruledOn(String topic, int partition, long offset) {
        ruled.merge(new TopicPartition(topic, partition), offset + 1, Math::max);
    }

    @Override
    public Instant doneBy(Instant moment, int partition) {
        CommandEnds.Answer latest = brokers.latest();
        if (latest != null) {
            look(latest, partition);
        }
        if (done.isBefore(moment)) {
            brokers.ask();
        }
        return done;
    }

    private void look(CommandEnds.Answer latest, int partition) {
        if (open != null && isDone(open, latest, partition)) {
            done = open.asked();
            open = null;
        }
        if (open == null && latest.asked().isAfter(done) && tells(latest, partition)) {
            if (isDone(latest, latest, partition)) {
                done = latest.asked();
            } else {
                open = latest;
            }
        }
    }

    private boolean tells(CommandEnds.Answer answer, int partition) {
        return inputs.stream()
                .allMatch(topic -> answer.ends().containsKey(new TopicPartition(topic.name(), partition)));
    }

    /** The end of a transaction stands behind its last command: only the group's offsets go over it, and some time later. */
    private boolean isDone(CommandEnds.Answer asked, CommandEnds.Answer latest, int partition) {
        for (Topic topic : inputs) {
            TopicPartition input = new TopicPartition(topic.name(), partition);
            long behind = Math.max(latest.committed().getOrDefault(input, 0L), ruled.getOrDefault(input, 0L));
            if (behind < asked.ends().getOrDefault(input, Long.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }
}
