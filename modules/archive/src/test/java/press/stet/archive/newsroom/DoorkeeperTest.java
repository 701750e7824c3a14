package press.stet.archive.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void lets_in_whoever_asks_from_this_machine(String remote) {
        assertThat(Doorkeeper.admits(remote, "localhost:8080")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7", "localhost", "reporter.example", ""})
    void lets_in_nobody_else(String remote) {
        assertThat(Doorkeeper.admits(remote, "localhost:8080")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":8080", "192.0.2.7", "127.0.0.1@news.example", "[::1", "localhost:8080:9"})
    void lets_in_nobody_who_asks_for_no_host_or_another(String host) {
        assertThat(Doorkeeper.admits("127.0.0.1", host)).isFalse();
    }

    @Test
    void lets_in_nobody_who_does_not_say_which_host_is_asked_for() {
        assertThat(Doorkeeper.admits("127.0.0.1", null)).isFalse();
    }
}
