package press.stet.testkit.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.stet.archive.database.Schema;
import press.stet.archive.rebuild.Comparison;
import press.stet.archive.rebuild.Ending;
import press.stet.archive.rebuild.Rebuild;
import press.stet.archive.rebuild.Watcher;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.embedded.Whereabouts;

/**
 * Archives on one database share the log while stories flow, and take over from each other. That nothing was lost and nothing
 * written twice is asked of what a rebuild from the log comes to.
 */
@Timeout(300)
class SharedArchiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path place;

    private Path data;
    private RunningNewsroom newsroom;
    private Store store;

    @BeforeEach
    void start() throws InterruptedException {
        data = place.resolve("data");
        newsroom = RunningNewsroom.on(data);
        store = new Store(Whereabouts.of(data).database());
    }

    @AfterEach
    void stop() {
        newsroom.close();
    }

    @Test
    void one_is_stopped_one_hangs_one_is_killed_and_the_others_take_over_while_stories_flow() throws Exception {
        try (Busy busy = Busy.at(newsroom)) {
            try (ArchiveProcess _ = ArchiveProcess.start(data, "second")) {
                await().atMost(PATIENCE).until(() -> shares().size() == 2 && !shares().contains(0));
                goesOn(busy);
            }
            await().atMost(PATIENCE).until(() -> shares().equals(List.of(Topics.PARTITIONS_OF_ONE_MACHINE)));
            goesOn(busy);

            ArchiveProcess third = ArchiveProcess.start(data, "third");
            try {
                await().atMost(PATIENCE).until(() -> shares().size() == 2 && !shares().contains(0));
                third.signal("-STOP");
                await().atMost(PATIENCE).until(() -> shares().equals(List.of(Topics.PARTITIONS_OF_ONE_MACHINE)));
                goesOn(busy);
                third.signal("-CONT");
                await().atMost(PATIENCE).until(() -> shares().size() == 2 && !shares().contains(0));
                goesOn(busy);
            } finally {
                third.kill();
            }
            await().atMost(PATIENCE).until(() -> shares().equals(List.of(Topics.PARTITIONS_OF_ONE_MACHINE)));
            goesOn(busy);
        }
        assertEqualToItsLog(Schema.PUBLISHED);
        assertEqualToItsLog(Schema.NEWSROOM);
    }

    /** What is published from now on reaches the database. */
    private void goesOn(Busy busy) {
        int out = busy.out() + 6;
        await().atMost(PATIENCE).until(() -> busy.out() >= out);
        await().atMost(PATIENCE).until(() -> store.count("published.edition") >= 2L * out);
        await().atMost(PATIENCE).until(() -> store.count("newsroom.edition where live = 'published'") >= 2L * out);
    }

    /** How many partitions of the published editions each archive has, once they are shared out. */
    private List<Integer> shares() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(newsroom.kafka().settings())) {
            ConsumerGroupDescription group = admin.describeConsumerGroups(List.of("stet-archive-published"))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();
            return group.members().stream().map(SharedArchiveIT::share).toList();
        }
    }

    private static int share(MemberDescription member) {
        return (int) member.assignment().topicPartitions().stream()
                .map(TopicPartition::topic)
                .filter(Topics.EDITIONS.name()::equals)
                .count();
    }

    private void assertEqualToItsLog(Schema schema) {
        Whereabouts whereabouts = Whereabouts.of(data);
        Watcher nobody = new Watcher() {
            @Override
            public void taken(long done, long of) {}

            @Override
            public void begins(String step) {}
        };
        await().atMost(PATIENCE).untilAsserted(() -> {
            Comparison comparison = new Rebuild(whereabouts.kafka(), whereabouts.database(), newsroom.codec(), nobody)
                    .run(schema, Ending.COMPARE)
                    .comparison();
            assertThat(comparison.tables())
                    .allSatisfy(table -> assertThat(table.first()).isEmpty());
            assertThat(comparison.rows()).isPositive();
        });
    }
}
