package press.stet.archive.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @AutoClose
    private final SideBySide writers = new SideBySide("test", 2);

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void writes_partitions_of_different_numbers_at_the_same_time() {
        CyclicBarrier both = new CyclicBarrier(2);

        writers.run(work(Map.of("events-0", () -> meet(both), "events-1", () -> meet(both))));

        assertThat(done).hasValue(2);
    }

    @Test
    void never_writes_two_of_the_same_number_at_the_same_time() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Runnable alone = () -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            underWay.decrementAndGet();
            done.incrementAndGet();
        };
        for (int at = 0; at < 1_000; at++) {
            writers.run(work(Map.of("events-3", alone, "copies-3", alone, "refusals-3", alone, "events-1", () -> {})));
        }

        assertThat(most).hasValue(1);
        assertThat(done).hasValue(3_000);
    }

    @Test
    void has_written_the_others_when_it_tells_of_one_that_failed() {
        Runnable fails = () -> {
            throw new IllegalStateException("the disk is full");
        };

        assertThatThrownBy(() -> writers.run(work(Map.of(
                        "events-0", fails, "events-1", done::incrementAndGet, "events-2", done::incrementAndGet))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the disk is full");
        assertThat(done).hasValue(2);
    }

    @Test
    void does_nothing_where_nothing_came() {
        writers.run(Map.of());

        assertThat(done).hasValue(0);
    }

    private void meet(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
            done.incrementAndGet();
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("nobody else came", alone);
        }
    }

    private static Map<TopicPartition, Runnable> work(Map<String, Runnable> named) {
        Map<TopicPartition, Runnable> work = new LinkedHashMap<>();
        named.forEach((name, each) -> {
            List<String> parts = List.of(name.split("-"));
            work.put(new TopicPartition(parts.getFirst(), Integer.parseInt(parts.getLast())), each);
        });
        return work;
    }
}
