package press.stet.workflow.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent<String> recent = new Recent<>(2);
    private final List<String> read = new ArrayList<>();

    @Test
    void a_row_is_read_once_as_long_as_its_bytes_are_the_same() {
        assertThat(of("a", 1)).isEqualTo("a of 1 bytes");
        assertThat(of("a", 1)).isEqualTo("a of 1 bytes");
        assertThat(read).containsExactly("a");
        assertThat(of("a", 2)).isEqualTo("a of 2 bytes");
        assertThat(read).containsExactly("a", "a");
    }

    @Test
    void what_was_not_asked_for_lately_is_forgotten() {
        of("a", 1);
        of("b", 1);
        of("a", 1);
        of("c", 1);
        of("a", 1);
        assertThat(read).containsExactly("a", "b", "c");
        of("b", 1);
        assertThat(read).containsExactly("a", "b", "c", "b");
    }

    @Test
    void a_large_row_is_not_kept_in_memory() {
        of("a", 1 << 20);
        of("a", 1 << 20);
        assertThat(read).containsExactly("a", "a");
    }

    private String of(String key, int length) {
        return recent.of(key, new byte[length], (name, row) -> {
            read.add(name);
            return name + " of " + row.length + " bytes";
        });
    }
}
