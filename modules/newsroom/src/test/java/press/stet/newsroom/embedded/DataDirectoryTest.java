package press.stet.newsroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void is_laid_out_where_there_is_none() {
        try (DataDirectory data = DataDirectory.open(temporary.resolve("deep/data"))) {
            assertThat(data.path()).isDirectoryContaining("glob:**/format").isDirectoryContaining("glob:**/lock");
            assertThat(data.streams()).isEmptyDirectory();
            assertThat(data.logs()).isEmptyDirectory();
        }
    }

    @Test
    void is_closed_to_other_people() throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void is_known_again() {
        DataDirectory.open(temporary).close();

        DataDirectory.open(temporary).close();
    }

    @Test
    void is_held_by_one_newsroom_at_a_time() {
        try (DataDirectory _ = DataDirectory.open(temporary)) {
            assertThatExceptionOfType(DataDirectoryInUse.class)
                    .isThrownBy(() -> DataDirectory.open(temporary))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("--data")
                    .satisfies(inUse -> assertThat(inUse.process())
                            .hasValue(ProcessHandle.current().pid()));
        }
    }

    @Test
    void is_free_again_when_its_newsroom_has_closed_it() {
        DataDirectory.open(temporary).close();

        try (DataDirectory data = DataDirectory.open(temporary)) {
            assertThat(data.path()).isDirectory();
        }
    }

    @Test
    void leaves_a_directory_of_something_else_alone() throws IOException {
        Path theirs = Files.writeString(temporary.resolve("holiday.jpg"), "…");

        assertThatExceptionOfType(NotNewsroomData.class)
                .isThrownBy(() -> DataDirectory.open(temporary))
                .withMessageContaining("holds no newsroom");
        try (var content = Files.list(temporary)) {
            assertThat(content).containsExactly(theirs);
        }
    }

    @Test
    void leaves_the_data_of_a_newer_build_alone() throws IOException {
        Files.writeString(temporary.resolve("format"), "2\n");

        assertThatExceptionOfType(NotNewsroomData.class)
                .isThrownBy(() -> DataDirectory.open(temporary))
                .withMessageContaining("'2'");
    }

    @Test
    void gives_a_part_the_port_it_had() {
        int before;
        try (DataDirectory data = DataDirectory.open(temporary)) {
            before = data.ports().take("kafka");
        }

        try (DataDirectory data = DataDirectory.open(temporary)) {
            assertThat(data.ports().take("kafka")).isEqualTo(before);
        }
    }

    @Test
    void gives_a_part_another_port_where_somebody_took_it() throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary)) {
            int before = data.ports().take("kafka");

            try (ServerSocket _ = new ServerSocket(before, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                assertThat(data.ports().take("kafka")).isNotEqualTo(before);
            }
        }
    }

    @Test
    void refuses_a_given_port_that_is_taken() throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatExceptionOfType(PartFailed.class)
                    .isThrownBy(() -> data.ports().take("kafka", taken.getLocalPort()))
                    .withMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void keeps_the_log_of_the_start_before() throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary)) {
            Files.writeString(data.freshLog("registry"), "yesterday");
            Path today = data.freshLog("registry");

            assertThat(today).doesNotExist();
            assertThat(data.logs().resolve("registry.previous.log")).hasContent("yesterday");
        }
    }
}
