package press.stet.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.stet.contract.connection.KafkaConnection;

class WorkflowSettingsTest {

    private final WorkflowSettings usual =
            WorkflowSettings.onOneMachine(KafkaConnection.open("localhost:9092"), Path.of("state"));

    @Test
    void one_machine_gathers_rulings_for_milliseconds_and_notices_a_death_in_seconds() {
        try (StateMemory memory = new StateMemory(usual.stateMemory())) {
            Map<String, Object> all = StreamsSettings.of(usual, memory);
            assertThat(all)
                    .containsEntry("application.id", "stet-workflow")
                    .containsEntry("processing.guarantee", "exactly_once_v2")
                    .containsEntry("commit.interval.ms", 50L)
                    .containsEntry("poll.ms", 5L)
                    .containsEntry("statestore.cache.max.bytes", 0L)
                    .containsEntry("producer.linger.ms", 100)
                    .containsEntry("producer.retry.backoff.ms", 2)
                    .containsEntry("producer.transaction.timeout.ms", 2_000)
                    .containsEntry("producer.max.request.size", 4 << 20)
                    .containsEntry("main.consumer.session.timeout.ms", 2_000)
                    .containsEntry("main.consumer.heartbeat.interval.ms", 500)
                    .containsEntry("main.consumer.auto.offset.reset", "none")
                    .containsEntry("group.protocol", "classic")
                    .containsEntry("num.standby.replicas", 0)
                    .containsEntry("replication.factor", 1);
        }
    }

    @Test
    void further_settings_go_before_all_others() {
        WorkflowSettings secured = usual.with(Map.of("security.protocol", "SSL", "poll.ms", "50"));
        try (StateMemory memory = new StateMemory(usual.stateMemory())) {
            assertThat(StreamsSettings.of(secured, memory))
                    .containsEntry("security.protocol", "SSL")
                    .containsEntry("poll.ms", "50");
        }
    }

    @Test
    void nonsense_is_refused_by_its_key() {
        assertThatThrownBy(() ->
                        new WorkflowSettings.Pace(Duration.ofSeconds(-5), Duration.ofSeconds(2), Duration.ofSeconds(2)))
                .hasMessage("workflow.commit-interval must be positive, got PT-5S");
        assertThatThrownBy(() ->
                        new WorkflowSettings.Pace(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(2)))
                .hasMessageContaining("workflow.transaction-timeout");
        assertThatThrownBy(() -> new WorkflowSettings.Safety(0, 0)).hasMessageContaining("workflow.copies");
        assertThatThrownBy(() -> withPatience(Duration.ofMinutes(5)))
                .hasMessage("workflow.registry-patience must be at most PT4M, got PT5M");
    }

    private WorkflowSettings withPatience(Duration patience) {
        return new WorkflowSettings(
                usual.kafka(),
                usual.partitions(),
                usual.stateDirectory(),
                usual.stateMemory(),
                usual.threads(),
                patience,
                usual.pace(),
                usual.safety(),
                usual.instance(),
                usual.actors(),
                usual.further());
    }
}
