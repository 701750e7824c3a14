package press.stet.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.bench.report.Finding.Unit;

class FindingTest {

    @TempDir
    Path folder;

    /** The machine was half as fast in the second repeat: both sides took twice as long. */
    private final Finding slowed = Finding.of("ruling", "p50 at 100/s", Unit.MILLISECONDS)
            .ours(3)
            .limit(2)
            .ours(6)
            .limit(4)
            .ours(2.8)
            .limit(2)
            .against(Goal.timesAtMost(1.5));

    @Test
    void a_ratio_is_that_of_repeats_measured_next_to_each_other() {
        assertThat(slowed.ratio()).isCloseTo(1.5, within(0.001));
        assertThat(slowed.oursMedian()).isEqualTo(3);
        assertThat(slowed.met()).isTrue();
    }

    @Test
    void a_goal_is_reached_from_its_own_side() {
        Finding.Draft rate =
                Finding.of("throughput", "commands", Unit.PER_SECOND).ours(500).limit(1_000);
        assertThat(rate.against(Goal.timesAtLeast(0.6)).met()).isFalse();
        assertThat(rate.against(Goal.timesAtLeast(0.5)).met()).isTrue();
        assertThat(rate.against(Goal.atMost(400)).met()).isFalse();
        assertThat(rate.withoutGoal().met()).isNull();
    }

    @Test
    void a_goal_of_a_ratio_is_not_reached_where_there_is_nothing_to_compare_with() {
        Finding alone = Finding.of("pages", "pages", Unit.PER_SECOND).ours(10).against(Goal.timesAtLeast(0.5));
        assertThat(alone.ratio()).isNull();
        assertThat(alone.met()).isFalse();
    }

    @Test
    void what_was_never_measured_is_no_finding() {
        assertThatThrownBy(() -> Finding.of("pages", "p99", Unit.MILLISECONDS).withoutGoal())
                .hasMessage("pages, p99 was never measured");
        assertThatThrownBy(() -> Finding.of("pages", "p99", Unit.MILLISECONDS)
                        .ours(1)
                        .ours(2)
                        .limit(1)
                        .withoutGoal())
                .hasMessageContaining("has 2 repeats, but its limit 1");
    }

    @Test
    void a_run_by_name_leaves_what_others_found() throws IOException {
        Finding other =
                Finding.of("pages", "pages", Unit.PER_SECOND).ours(10).peer(5).withoutGoal();
        Results.in(folder).put(List.of(slowed, other));
        Finding again =
                Finding.of("ruling", "p50 at 100/s", Unit.MILLISECONDS).ours(1).withoutGoal();
        Results.in(folder).put(List.of(again));
        assertThat(Results.in(folder).read()).containsExactly(other, again);
        Results.in(folder).put(List.of(slowed));
        assertThat(Results.in(folder).read()).as("with all that was said of it").containsExactly(other, slowed);
    }

    @Test
    void a_table_says_what_was_found_and_whether_that_is_enough() {
        assertThat(Table.of(List.of(slowed)).lines().toList().getLast().replaceAll(" +", " "))
                .isEqualTo("| ruling | p50 at 100/s | 3.00 ms | 2.00 ms | | 1.50 × | ≤ 1.50 × | yes |");
    }

    @Test
    void a_plot_shows_each_repeat_and_the_goal() {
        assertThat(Plot.svg(slowed))
                .startsWith("<svg ")
                .contains("ruling: p50 at 100/s", "class=\"goal\"")
                .satisfies(svg -> assertThat(svg.split("<circle", -1)).hasSize(1 + 6));
    }
}
