package press.stet.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.event.Entry;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.log.Log;
import press.stet.testkit.running.TopicReader;

/** A newsroom on three brokers, of which any one may die. */
@Timeout(600)
class ClusterContainersIT {

    private static final int BROKERS = 3;
    private static final int COMMANDS_OF_A_STORY = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path place;

    @Test
    void each_broker_in_turn_is_killed_while_commands_flow_and_nothing_is_lost_and_nothing_comes_twice()
            throws Exception {
        Containers cluster = new Containers(BROKERS);
        try (Ground ground = new Ground(place.resolve("ground"), cluster)) {
            ground.startAll();
            try (PartOnItsOwn first = start("workflow", "first", ground);
                    PartOnItsOwn second = start("workflow", "second", ground);
                    PartOnItsOwn archive = start("archive", "archive", ground);
                    PartOnItsOwn site = start("site", "site", ground);
                    People people = ground.people()) {
                List.of(first, second, archive, site).forEach(PartOnItsOwn::awaitReady);

                List<StoryId> stories;
                try (Stories flow = new Stories(people)) {
                    flow.awaitMore(3);
                    for (int broker = 1; broker <= BROKERS; broker++) {
                        cluster.killBroker(broker);
                        flow.awaitMore(5);
                        cluster.startBrokerAgain(broker);
                        awaitAllInSync(ground);
                    }
                    stories = flow.finish();
                }

                assertNothingLostNorTwice(ground, stories);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(stories)
                                .allSatisfy(story -> assertThat(site.get("/stories/" + story + "/en")
                                                .statusCode())
                                        .isEqualTo(200)));
            }
        }
    }

    /** Stories that go to their readers one after another, from two desks, until enough have. */
    private static final class Stories implements AutoCloseable {

        private final List<StoryId> out = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> desks;
        private volatile boolean closed;

        Stories(People people) {
            desks = CompletableFuture.allOf(Stream.of("morning", "evening")
                    .map(desk -> CompletableFuture.runAsync(() -> work(people, desk), Thread::startVirtualThread))
                    .toArray(CompletableFuture[]::new));
        }

        private void work(People people, String desk) {
            try {
                while (!closed) {
                    out.add(people.publish("Of the " + desk));
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        void awaitMore(int stories) {
            int enough = out.size() + stories;
            await().atMost(PATIENCE).until(() -> desks.isDone() || out.size() >= enough);
            if (desks.isDone()) {
                desks.join();
            }
        }

        List<StoryId> finish() {
            closed = true;
            desks.join();
            return List.copyOf(out);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static void awaitAllInSync(Ground ground) {
        List<String> topics = Topics.ALL.stream().map(Topic::name).toList();
        try (Admin admin = Admin.create(ground.kafka().settings())) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Map<String, TopicDescription> described =
                        admin.describeTopics(topics).allTopicNames().get();
                assertThat(described.values())
                        .flatExtracting(TopicDescription::partitions)
                        .allSatisfy(partition -> assertThat(partition.isr()).hasSize(BROKERS));
            });
        }
    }

    private static void assertNothingLostNorTwice(Ground ground, List<StoryId> stories) {
        try (Registry registry = Registry.at(ground.registryUrl())) {
            Log log = new TopicReader(ground.kafka(), new MessageCodec(registry)).log();
            int commands = stories.size() * COMMANDS_OF_A_STORY;
            assertThat(Guarantee.broken(log)).isEmpty();
            assertThat(log.refusals()).isEmpty();
            assertThat(log.commands().size()).isEqualTo(commands);
            assertThat(log.entries().stream().map(Entry::cause).distinct()).hasSize(commands);
        }
    }

    private PartOnItsOwn start(String name, String directory, Ground ground) throws IOException {
        Map<String, String> settings = new HashMap<>(ground.settings());
        settings.put("STET_WORKFLOW_COPIES", Integer.toString(BROKERS));
        settings.put("STET_WORKFLOW_SESSION_TIMEOUT", "2s");
        return PartOnItsOwn.start(name, place.resolve(directory), settings);
    }
}
