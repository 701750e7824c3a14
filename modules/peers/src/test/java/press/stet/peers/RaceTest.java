package press.stet.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {

    @Test
    void has_nobody_warm_after_three_windows() {
        assertThat(Race.isWarm(List.of(100.0, 100.0, 100.0))).isFalse();
    }

    @Test
    void has_nobody_warm_while_one_of_the_last_windows_was_quicker_than_all_before() {
        assertThat(Race.isWarm(List.of(100.0, 80.0, 200.0, 150.0))).isFalse();
    }

    @Test
    void has_somebody_warm_whose_last_windows_were_no_quicker_than_one_before() {
        assertThat(Race.isWarm(List.of(100.0, 200.0, 190.0, 205.0, 180.0))).isTrue();
    }
}
