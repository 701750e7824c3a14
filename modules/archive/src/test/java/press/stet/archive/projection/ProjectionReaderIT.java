package press.stet.archive.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.FreshDatabase;
import press.stet.archive.database.Schema;

class ProjectionReaderIT {

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Notes notes = new Notes();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void takes_what_stood_in_the_log_and_what_comes_after() {
        LogOfRecords log = new LogOfRecords(2).holding(0, "a", "b").holding(1, "c");
        Jdbi jdbi = database();

        ProjectionReader<?> reader = reader(log, jdbi);

        await().until(reader::isReady);
        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 b", "1/0 c");
        log.write(1, "d");
        await().until(() -> rows(jdbi).contains("1/1 d"));
        assertThat(progress(jdbi)).containsExactly("0 at 2", "1 at 2");
    }

    @Test
    void is_not_ready_before_it_has_applied_what_stood_in_the_log() {
        LogOfRecords log = new LogOfRecords(1).holding(0, "a", "unreadable", "b");
        Jdbi jdbi = database();

        ProjectionReader<?> reader = reader(log, jdbi);

        await().until(() -> stopped(reader, 0));
        assertThat(reader.isReady()).isFalse();
    }

    @Test
    void is_ready_at_once_where_the_log_is_empty() {
        ProjectionReader<?> reader = reader(new LogOfRecords(3), database());

        await().until(reader::isReady);
    }

    @Test
    void stops_a_partition_before_a_record_that_it_cannot_read_and_goes_on_in_the_others() {
        LogOfRecords log =
                new LogOfRecords(2).holding(0, "a", "unreadable", "b").holding(1, "c");
        Jdbi jdbi = database();

        ProjectionReader<?> reader = reader(log, jdbi);
        log.write(1, "d");

        await().until(() -> rows(jdbi).contains("1/1 d"));
        assertThat(rows(jdbi)).containsExactly("0/0 a", "1/0 c", "1/1 d");
        assertThat(standing(reader, 0)).isEqualTo(new Standing.Stopped(1, "nobody can read this"));
        assertThat(reader.health().isWell()).isFalse();
    }

    @Test
    void keeps_what_came_before_a_record_that_cannot_be_written_and_names_it() {
        LogOfRecords log = new LogOfRecords(1).holding(0, "a", "b", "unwritable", "c");
        Jdbi jdbi = database();

        ProjectionReader<?> reader = reader(log, jdbi);

        await().until(() -> stopped(reader, 0));
        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 b");
        assertThat(standing(reader, 0))
                .isInstanceOfSatisfying(
                        Standing.Stopped.class,
                        stopped -> assertThat(stopped.at()).isEqualTo(2));
        assertThat(progress(jdbi)).containsExactly("0 at 2");
    }

    @Test
    void what_belongs_together_is_written_together_however_it_comes_in() {
        LogOfRecords log = new LogOfRecords(1).holding(0, "a", "1/3 b");
        Jdbi jdbi = database();
        ProjectionReader<?> reader = reader(log, jdbi);
        await().until(() -> rows(jdbi).contains("0/0 a"));

        log.write(0, "2/3 c");
        AtomicBoolean taken = new AtomicBoolean();
        log.schedulePollTask(() -> taken.set(true));
        await().untilTrue(taken);
        assertThat(rows(jdbi)).containsExactly("0/0 a");
        assertThat(progress(jdbi)).containsExactly("0 at 1");
        assertThat(reader.isReady()).isFalse();

        log.write(0, "3/3 d", "1/2 e");
        await().until(() -> rows(jdbi).contains("0/3 3/3 d"));

        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 1/3 b", "0/2 2/3 c", "0/3 3/3 d");
        assertThat(progress(jdbi)).containsExactly("0 at 4");
    }

    @Test
    void what_a_log_has_dropped_of_a_whole_is_not_waited_for() {
        LogOfRecords log = new LogOfRecords(1).holding(0, "1/3 b", "1/2 c", "2/2 d", "2/3 e", "f");
        Jdbi jdbi = database();

        ProjectionReader<?> reader = reader(log, jdbi);

        await().until(reader::isReady);
        assertThat(rows(jdbi)).hasSize(5);
    }

    @Test
    void nothing_is_written_of_what_belongs_together_where_a_part_cannot_be() {
        for (String fault : List.of("2/2 unwritable", "2/2 unreadable")) {
            LogOfRecords log = new LogOfRecords(1).holding(0, "a", "1/2 b", fault, "c");
            Jdbi jdbi = database();

            ProjectionReader<?> reader = reader(log, jdbi);

            await().until(() -> stopped(reader, 0));
            assertThat(rows(jdbi)).containsExactly("0/0 a");
            assertThat(progress(jdbi)).containsExactly("0 at 1");
        }
    }

    @Test
    void what_belongs_together_is_read_again_as_a_whole_after_a_restart() throws Exception {
        Jdbi jdbi = database();
        try (ProjectionReader<?> _ = reader(new LogOfRecords(1).holding(0, "a", "1/2 b"), jdbi)) {
            await().until(() -> rows(jdbi).contains("0/0 a"));
        }

        ProjectionReader<?> second = reader(new LogOfRecords(1).holding(0, "a", "1/2 b", "2/2 c"), jdbi);

        await().until(second::isReady);
        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 1/2 b", "0/2 2/2 c");
    }

    @Test
    void goes_on_after_a_restart_where_it_was() throws Exception {
        Jdbi jdbi = database();
        try (ProjectionReader<?> first = reader(new LogOfRecords(1).holding(0, "a", "b"), jdbi)) {
            await().until(first::isReady);
        }

        ProjectionReader<?> second = reader(new LogOfRecords(1).holding(0, "a", "b", "c"), jdbi);

        await().until(second::isReady);
        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 b", "0/2 c");
    }

    @Test
    void begins_where_the_log_begins() {
        LogOfRecords log = new LogOfRecords(1).holding(0, "gone", "b").beginningAt(0, 1);
        Jdbi jdbi = database();

        ProjectionReader<?> reader = reader(log, jdbi);

        await().until(reader::isReady);
        assertThat(rows(jdbi)).containsExactly("0/1 b");
    }

    @Test
    void stops_where_the_log_has_lost_what_it_would_read_next() {
        Jdbi jdbi = database();
        jdbi.useHandle(handle -> handle.execute("insert into progress values ('stet.notes', 0, 1)"));
        LogOfRecords log =
                new LogOfRecords(1).holding(0, "gone", "gone", "c", "d").beginningAt(0, 2);

        ProjectionReader<?> reader = reader(log, jdbi);

        await().until(() -> stopped(reader, 0));
        assertThat(standing(reader, 0))
                .isInstanceOfSatisfying(
                        Standing.Stopped.class,
                        stopped -> assertThat(stopped.why()).contains("has no offset 1"));
        assertThat(rows(jdbi)).isEmpty();
    }

    @Test
    void does_not_write_a_second_time_what_another_reader_took_over() {
        Jdbi jdbi = database();
        LogOfRecords mine = new LogOfRecords(1).holding(0, "a");
        LogOfRecords theirs = new LogOfRecords(1).holding(0, "a");
        ProjectionReader<?> old = reader(mine, jdbi);
        await().until(old::isReady);
        ProjectionReader<?> next = reader(theirs, jdbi);
        await().until(next::isReady);

        theirs.write(0, "b", "c");
        await().until(() -> rows(jdbi).size() == 3);
        mine.write(0, "b", "c", "d");

        await().until(() -> rows(jdbi).contains("0/3 d"));
        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 b", "0/2 c", "0/3 d");
    }

    @Test
    void waits_for_a_registry_that_is_away() {
        LogOfRecords log = new LogOfRecords(1).holding(0, "a", "b");
        Jdbi jdbi = database();
        notes.registryAway.set(true);
        ProjectionReader<?> reader = reader(log, jdbi);
        await().until(() -> standing(reader, 0) instanceof Standing.Waiting waiting
                && waiting.why().contains("registry"));
        assertThat(rows(jdbi)).isEmpty();

        notes.registryAway.set(false);

        await().until(reader::isReady);
        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 b");
    }

    @Test
    void waits_for_a_database_that_restarts_and_goes_on_exactly(@TempDir Path data) throws IOException {
        EmbeddedPostgres first = postgres(data, 0);
        int port = first.getPort();
        DatabaseSettings settings =
                new DatabaseSettings("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "");
        Jdbi jdbi = database(settings);
        LogOfRecords log = new LogOfRecords(2).holding(0, "a").holding(1, "b");
        ProjectionReader<?> reader = reader(log, jdbi);
        await().until(reader::isReady);

        first.close();
        log.write(0, "c", "d");
        log.write(1, "e");
        await().until(() -> !reader.health().isWell());
        opened.addFirst(postgres(data, port));

        await().atMost(Duration.ofSeconds(60)).until(() -> reader.health().isWell());
        await().ignoreExceptions().until(() -> rows(jdbi).size() == 5);
        assertThat(rows(jdbi)).containsExactly("0/0 a", "0/1 c", "0/2 d", "1/0 b", "1/1 e");
    }

    private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private Jdbi database() {
        return database(FreshDatabase.make());
    }

    private Jdbi database(DatabaseSettings settings) {
        Database.migrate(settings, Schema.PUBLISHED);
        Database database = Database.open(settings, Schema.PUBLISHED, "test", 4);
        opened.add(database);
        database.jdbi().useHandle(handle -> handle.execute(Notes.TABLE));
        return database.jdbi();
    }

    private ProjectionReader<?> reader(LogOfRecords log, Jdbi jdbi) {
        ProjectionReader<?> reader = new ProjectionReader<>(notes, log, jdbi, InstantSource.system(), 2, false);
        opened.add(reader);
        reader.start();
        log.assignAll();
        return reader;
    }

    private static Standing standing(ProjectionReader<?> reader, int partition) {
        return reader.health().partitions().get(partition).standing();
    }

    private static boolean stopped(ProjectionReader<?> reader, int partition) {
        return reader.health().partitions().size() > partition
                && standing(reader, partition) instanceof Standing.Stopped;
    }

    private static List<String> rows(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select partition || '/' || at || ' ' || text from note order by partition, at")
                .mapTo(String.class)
                .list());
    }

    private static List<String> progress(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select partition || ' at ' || next from progress order by partition")
                        .mapTo(String.class)
                        .list());
    }
}
