package press.stet.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.stet.contract.topic.Topics;

class AskedBacklogTest {

    private static final int PARTITION = 2;
    private static final String DRAFTS = Topics.DRAFTS.name();
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final Brokers brokers = new Brokers();
    private final AskedBacklog backlog = new AskedBacklog(brokers, List.of(Topics.DRAFTS));

    @Test
    void asks_of_a_moment_that_it_knows_nothing_of() {
        assertThat(backlog.doneBy(NOON, PARTITION)).isBefore(NOON);
        assertThat(brokers.asked).isOne();
    }

    @Test
    void is_done_when_all_was_ruled_on_that_had_come_in() {
        brokers.answer(NOON, 10, 0);
        assertThat(backlog.doneBy(NOON, PARTITION)).isBefore(NOON);

        backlog.ruledOn(DRAFTS, PARTITION, 8);
        assertThat(backlog.doneBy(NOON, PARTITION)).isBefore(NOON);

        backlog.ruledOn(DRAFTS, PARTITION, 9);
        assertThat(backlog.doneBy(NOON, PARTITION)).isEqualTo(NOON);
    }

    @Test
    void knows_what_was_ruled_on_elsewhere_by_what_the_group_committed_and_asks_no_more() {
        brokers.answer(NOON, 10, 10);

        assertThat(backlog.doneBy(NOON, PARTITION)).isEqualTo(NOON);
        assertThat(brokers.asked).isZero();
    }

    @Test
    void is_not_held_up_by_commands_that_come_in_all_the_time() {
        brokers.answer(NOON, 10, 0);
        backlog.doneBy(NOON, PARTITION);
        brokers.answer(NOON.plusMillis(5), 20, 0);

        backlog.ruledOn(DRAFTS, PARTITION, 9);

        assertThat(backlog.doneBy(NOON, PARTITION)).isEqualTo(NOON);
    }

    @Test
    void is_not_held_up_by_the_end_of_a_transaction_behind_the_last_command() {
        backlog.ruledOn(DRAFTS, PARTITION, 9);
        brokers.answer(NOON, 11, 10);
        assertThat(backlog.doneBy(NOON, PARTITION)).isBefore(NOON);
        assertThat(brokers.asked).isOne();

        brokers.answer(NOON.plusMillis(5), 11, 11);

        assertThat(backlog.doneBy(NOON, PARTITION)).isEqualTo(NOON.plusMillis(5));
    }

    @Test
    void is_not_done_before_the_brokers_say_where_its_commands_end() {
        brokers.latest = new CommandEnds.Answer(NOON, Map.of(), Map.of());
        backlog.ruledOn(DRAFTS, PARTITION, 9);
        assertThat(backlog.doneBy(NOON, PARTITION)).isBefore(NOON);

        brokers.answer(NOON.plusMillis(5), 10, 0);

        assertThat(backlog.doneBy(NOON, PARTITION)).isEqualTo(NOON.plusMillis(5));
    }

    /** Answers when it is told to. */
    private static final class Brokers implements CommandEnds {
        private @Nullable Answer latest;
        private int asked;

        void answer(Instant at, long end, long committed) {
            TopicPartition drafts = new TopicPartition(DRAFTS, PARTITION);
            latest = new Answer(at, Map.of(drafts, end), Map.of(drafts, committed));
        }

        @Override
        public @Nullable Answer latest() {
            return latest;
        }

        @Override
        public void ask() {
            asked++;
        }
    }
}
