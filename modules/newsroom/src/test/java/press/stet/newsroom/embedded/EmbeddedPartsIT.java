package press.stet.newsroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsIT {

    @TempDir
    Path temporary;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private Path directory;

    @BeforeEach
    void name_the_directory() throws Exception {
        directory = temporary.toRealPath().resolve("data");
    }

    @Test
    void keep_what_was_left_in_them_over_a_restart_on_other_ports() throws Exception {
        int broker;
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedParts parts = new EmbeddedParts(data, told::add)) {
            parts.start();
            Belongings.leaveIn(parts);
            broker = URI.create("//" + parts.kafka().bootstrapServers()).getPort();
        }
        assertThat(children()).isEmpty();

        try (ServerSocket _ = new ServerSocket(broker, 1, InetAddress.ofLiteral("127.0.0.1"));
                DataDirectory data = DataDirectory.open(directory);
                EmbeddedParts parts = new EmbeddedParts(data, told::add)) {
            parts.start();

            assertThat(parts.kafka().bootstrapServers()).doesNotEndWith(":" + broker);
            Belongings.areIn(parts);
        }
        assertThat(told).filteredOn(line -> line.contains("is ready in")).hasSize(6);
    }

    @Test
    void find_and_stop_what_a_killed_newsroom_left_running() throws Exception {
        Process newsroom = ANewsroom.runningOn(directory, temporary.resolve("output"));
        List<ProcessHandle> orphans = children();
        newsroom.destroyForcibly().waitFor();
        assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);

        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedParts parts = new EmbeddedParts(data, told::add)) {
            parts.start();

            assertThat(children()).hasSize(2).doesNotContainAnyElementsOf(orphans);
            assertThat(told).filteredOn(line -> line.contains("was killed")).hasSize(2);
            Belongings.areIn(parts);
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void leave_a_running_newsroom_alone_and_nothing_behind_when_it_goes() throws Exception {
        Process newsroom = ANewsroom.runningOn(directory, temporary.resolve("output"));

        assertThatExceptionOfType(DataDirectoryInUse.class)
                .isThrownBy(() -> DataDirectory.open(directory))
                .satisfies(inUse -> assertThat(inUse.process()).hasValue(newsroom.pid()));
        assertThat(children()).hasSize(2);

        newsroom.destroy();
        assertThat(newsroom.waitFor()).isEqualTo(128 + 15);
        assertThat(children()).isEmpty();
    }

    @Test
    void leave_nothing_running_when_closed_while_they_start() {
        try (DataDirectory data = DataDirectory.open(directory)) {
            EmbeddedParts parts = new EmbeddedParts(data, told::add);
            CompletableFuture<Void> start = CompletableFuture.runAsync(parts::start);
            await().atMost(Duration.ofMinutes(1)).until(() -> children().size() == 2);

            parts.close();

            assertThat(start)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .withRootCauseInstanceOf(PartFailed.class);
            assertThat(children()).isEmpty();
        }
    }

    @Test
    void say_which_of_them_failed_and_stop_the_others() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            Files.writeString(data.kafka().resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=elsewhere\n");
            EmbeddedParts parts = new EmbeddedParts(data, told::add);

            assertThatExceptionOfType(PartFailed.class)
                    .isThrownBy(parts::start)
                    .withMessageContaining("Kafka did not start")
                    .withMessageContaining("node");
            assertThat(children()).isEmpty();
        }
    }

    /** PostgreSQL and the registry, as the machine sees them. */
    private List<ProcessHandle> children() {
        String database = directory.resolve("postgres").toString();
        return Processes.running(arguments ->
                arguments.contains("-Dstet.registry=" + directory) || arguments.containsAll(List.of("-D", database)));
    }
}
