package press.stet.peers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Rhythm;

class LoadTest {

    private static final Executor LATER = CompletableFuture.delayedExecutor(20, MILLISECONDS);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger atHand = new AtomicInteger();
    private final AtomicInteger mostAtHand = new AtomicInteger();

    @Test
    void has_so_many_at_hand_at_once_and_no_more() throws InterruptedException {
        double perSecond = load().saturate(3, Duration.ofMillis(50), Duration.ofMillis(300));

        assertThat(mostAtHand).hasValue(3);
        assertThat(perSecond).isPositive();
        assertThat(atHand).hasValue(0);
    }

    @Test
    void counts_what_was_done_while_it_was_measured_and_nothing_of_before() throws InterruptedException {
        double perSecond = load().saturate(1, Duration.ofMillis(400), Duration.ofMillis(100));

        // One every 20 ms at best, for a tenth of a second, of the 25 and more that the whole half second has.
        assertThat(perSecond).isLessThanOrEqualTo(60);
    }

    @Test
    void is_measured_for_longer_where_hardly_anything_is_done_so_soon() throws InterruptedException {
        double perSecond = load().saturate(3, Duration.ZERO, Duration.ofMillis(1));

        assertThat(perSecond).isPositive();
    }

    @Test
    void begins_what_is_due_whatever_becomes_of_those_before() throws InterruptedException {
        Traffic.Outcome outcome = load().send(new Rhythm.Steady(200), Duration.ofMillis(50), Duration.ofMillis(100));

        assertThat(begun).hasValue(30);
        assertThat(outcome.latencies().count()).isEqualTo(20);
        assertThat(outcome.latencies().p50()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void tells_of_work_that_was_not_done() {
        Load failing =
                new Load(() -> CompletableFuture.failedFuture(new IllegalStateException("no such workflow")), () -> 0);

        assertThatThrownBy(() -> failing.saturate(2, Duration.ZERO, Duration.ofMillis(50)))
                .hasRootCauseMessage("no such workflow");
    }

    @Test
    void has_the_processor_time_of_what_is_measured_shared_out() throws InterruptedException {
        Traffic.Outcome outcome = new Load(this::doneLater, () -> begun.get() * 5_000L)
                .send(new Rhythm.Steady(200), Duration.ofMillis(50), Duration.ofMillis(100));

        assertThat(outcome.processorMicros()).isEqualTo(5);
    }

    private Load load() {
        return new Load(this::doneLater, () -> 0);
    }

    private CompletableFuture<?> doneLater() {
        begun.incrementAndGet();
        mostAtHand.accumulateAndGet(atHand.incrementAndGet(), Math::max);
        return CompletableFuture.runAsync(atHand::decrementAndGet, LATER);
    }
}
