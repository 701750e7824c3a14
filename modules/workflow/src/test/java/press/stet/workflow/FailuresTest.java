package press.stet.workflow;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private final Alarms alarms = new Alarms();
    private final Failures failures = new Failures(alarms);

    @Test
    void what_time_may_heal_is_begun_anew() {
        assertThat(failures.handle(new StreamsException(new TimeoutException("the broker is busy"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(failures.handle(new StreamsException(new RegistryAway("away", new RuntimeException()))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(alarms.standing()).extracting(Alarm::about).containsExactly("thread");
    }

    @Test
    void what_can_only_fail_again_stops_the_instance() {
        assertThat(failures.handle(new StreamsException(new IllegalStateException("half a story"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(alarms.standing()).singleElement().satisfies(alarm -> {
            assertThat(alarm.about()).isEqualTo("workflow");
            assertThat(alarm.message()).contains("half a story");
        });
    }

    @Test
    void lost_offsets_stop_the_instance_and_say_where_to_find_them_again() {
        TopicPartition lost = new TopicPartition("stet.drafts", 3);
        assertThat(failures.handle(new StreamsException(new NoOffsetForPartitionException(Set.of(lost)))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(alarms.standing().getFirst().message())
                .contains("stet.drafts-3", "Every event and refusal names the topic, partition and offset");
    }
}
