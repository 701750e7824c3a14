package press.stet.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

final class CommitWhenDrainedTest {

    private static final Duration LONG = Duration.ofMillis(100);

    private final CommitWhenDrained commits = new CommitWhenDrained();
    private final MockProcessorContext<byte[], byte[]> first = new MockProcessorContext<>();
    private final MockProcessorContext<byte[], byte[]> second = new MockProcessorContext<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void a_thread_that_has_done_nothing_waits_for_commands_and_commits_nothing() {
        drained();
        assertThat(waits).containsExactly(LONG);
        assertThat(committed()).isEqualTo(0);
    }

    @Test
    void what_was_done_is_committed_once_and_before_the_thread_waits() {
        commits.done(first);
        drained();
        assertThat(waits).containsExactly(Duration.ZERO);
        assertThat(first.committed()).isTrue();
        first.resetCommit();
        drained();
        assertThat(waits).containsExactly(Duration.ZERO, LONG);
        assertThat(committed()).isEqualTo(0);
    }

    @Test
    void nothing_is_committed_while_commands_wait() {
        commits.done(first);
        commits.poll(LONG, this::aCommand);
        assertThat(waits).containsExactly(Duration.ZERO);
        assertThat(committed()).isEqualTo(0);
        drained();
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void one_task_is_asked_for_what_several_have_done() {
        commits.done(first);
        commits.done(second);
        drained();
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void a_task_that_is_taken_away_while_the_thread_looks_for_commands_is_asked_for_nothing() {
        commits.done(first);
        commits.poll(LONG, wait -> {
            commits.gone(first);
            return none(wait);
        });
        assertThat(committed()).isEqualTo(0);
    }

    @Test
    void what_others_have_done_is_committed_though_one_is_taken_away() {
        commits.done(first);
        commits.done(second);
        commits.poll(LONG, wait -> {
            commits.gone(first);
            return none(wait);
        });
        assertThat(first.committed()).isFalse();
        assertThat(second.committed()).isTrue();
    }

    @Test
    void a_thread_knows_nothing_of_what_another_has_done() throws InterruptedException {
        Thread other = new Thread(() -> commits.done(first));
        other.start();
        other.join();
        drained();
        assertThat(committed()).isEqualTo(0);
    }

    private void drained() {
        assertThat(commits.poll(LONG, this::none).isEmpty()).isTrue();
    }

    private long committed() {
        return List.of(first, second).stream()
                .filter(MockProcessorContext::committed)
                .count();
    }

    private ConsumerRecords<byte[], byte[]> none(Duration wait) {
        waits.add(wait);
        return ConsumerRecords.empty();
    }

    private ConsumerRecords<byte[], byte[]> aCommand(Duration wait) {
        waits.add(wait);
        TopicPartition partition = new TopicPartition("commands", 0);
        return new ConsumerRecords<>(
                Map.of(partition, List.of(new ConsumerRecord<>("commands", 0, 0, new byte[0], new byte[0]))), Map.of());
    }
}
