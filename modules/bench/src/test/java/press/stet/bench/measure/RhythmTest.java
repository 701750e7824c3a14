package press.stet.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {

    @Test
    void a_steady_rhythm_is_due_at_even_intervals_and_does_not_drift() {
        Rhythm steady = new Rhythm.Steady(3_000);
        assertThat(steady.dueAfter(0)).isZero();
        assertThat(steady.dueAfter(3_000)).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(steady.within(Duration.ofSeconds(2))).isEqualTo(6_000);
    }

    @Test
    void a_burst_is_due_all_at_once() {
        Rhythm bursts = new Rhythm.Bursts(100, Duration.ofSeconds(1));
        assertThat(bursts.dueAfter(99)).isZero();
        assertThat(bursts.dueAfter(100)).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(bursts.within(Duration.ofSeconds(2))).isEqualTo(200);
    }

    @Test
    void latencies_are_told_in_milliseconds() {
        Latencies latencies = new Latencies();
        for (int at = 1; at <= 100; at++) {
            latencies.add(Duration.ofMillis(at).toNanos());
        }
        latencies.add(-1);
        assertThat(latencies.count()).isEqualTo(101);
        assertThat(latencies.p50()).isBetween(49.9, 50.1);
        assertThat(latencies.max()).isBetween(99.9, 100.1);
    }
}
