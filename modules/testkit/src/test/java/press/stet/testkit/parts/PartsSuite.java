package press.stet.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.proof.Token;
import press.stet.contract.sending.Ids;
import press.stet.model.StoryId;
import press.stet.newsroom.command.StetCommand;

/** Workflow, archive and site as processes of their own, on whatever servers. */
abstract class PartsSuite {

    private static final String COPY = "../../docs/first-story.md";

    @TempDir
    private Path place;

    /** Servers that do not run yet. */
    abstract Servers servers(Path directory) throws IOException;

    @Test
    void wait_for_each_thing_in_the_worst_order_say_so_and_then_bring_a_story_to_its_readers() throws Exception {
        try (Ground ground = ground();
                PartOnItsOwn site = start("site", ground);
                PartOnItsOwn archive = start("archive", ground);
                PartOnItsOwn workflow = start("workflow", ground)) {
            site.awaitWaitingFor("PostgreSQL");
            archive.awaitWaitingFor("PostgreSQL");
            workflow.awaitWaitingFor("Kafka at 127.0.0.1");

            ground.startDatabaseServer();
            archive.awaitWaitingFor("does not exist");
            ground.createDatabase();
            archive.awaitWaitingFor("Kafka at 127.0.0.1");
            site.awaitWaitingFor("Kafka at 127.0.0.1");

            ground.startKafka();
            workflow.awaitWaitingFor("there is no topic stet.drafts");
            archive.awaitWaitingFor("the topics stet.events");
            site.awaitWaitingFor("the topics stet.editions");

            ground.startRegistry();
            ground.setUpTopics();
            workflow.awaitWaitingFor("no house rules or no staff are in force");
            archive.awaitReady();
            site.awaitReady();

            assertThat(stet(archive, ground, "ops", "house")).isZero();
            workflow.awaitReady();

            assertThat(stet(archive, ground, "draft", "file", COPY, "--as", "reporter"))
                    .as("the exit status of a command whose sender did not prove who it is")
                    .isEqualTo(3);
            Token reporter = ground.token("reporter", "stet");
            Path token = Files.writeString(place.resolve("reporter.token"), reporter.text());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> archive.get("/newsroom/me", reporter).statusCode() == 200);
            assertThat(stet(archive, ground, "draft", "file", COPY, "--token-file", token.toString()))
                    .isZero();
            try (People people = ground.people()) {
                StoryId story = people.publish("The bell is back");
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(
                                        site.get("/stories/" + story + "/en").body())
                                .contains("The bell is back"));
                assertThat(archive.get("/newsroom/stories/" + story).statusCode())
                        .isEqualTo(401);
                assertThat(archive.get("/newsroom/stories/" + story, reporter).body())
                        .contains("\"published\"");
                assertThat(archive.get("/newsroom/about").body())
                        .contains(ground.kafka().brokers());
            }

            assertThat(site.stop()).as(site.log()).isZero();
            assertThat(workflow.stopTwice()).as(workflow.log()).isZero();
            assertThat(archive.stop()).as(archive.log()).isZero();
            assertThat(List.of(site.log(), workflow.log(), archive.log()))
                    .allSatisfy(log -> assertThat(log).contains("has stopped").doesNotContain("The bell", "hush"));
        }
    }

    @Test
    void a_site_is_ready_only_when_all_that_was_published_before_its_start_can_be_read() throws Exception {
        try (Ground ground = ground()) {
            ground.startAll();
            try (PartOnItsOwn archive = start("archive", ground)) {
                archive.awaitReady();
                assertThat(archive.stop()).isZero();
            }
            try (PartOnItsOwn workflow = start("workflow", ground);
                    People people = ground.people()) {
                workflow.awaitReady();
                StoryId story = people.publish("The bell is back");
                try (PartOnItsOwn site = start("site", ground)) {
                    site.awaitWaitingFor("the archive has not taken all editions yet");
                    try (PartOnItsOwn archive = start("archive", ground)) {
                        site.awaitReady();
                        assertThat(site.get("/stories/" + story + "/en").body()).contains("The bell is back");
                        assertThat(archive.stop()).as(archive.log()).isZero();
                    }
                }
            }
        }
    }

    @Test
    void an_instance_that_is_asked_to_stop_leaves_its_stories_to_another_at_once() throws Exception {
        try (Ground ground = ground()) {
            ground.startAll();
            // Whoever waited for this session to end would not get an answer.
            Map<String, String> patient = Map.of("STET_WORKFLOW_SESSION_TIMEOUT", "20m");
            try (PartOnItsOwn first = start("workflow", "first", ground, patient);
                    People people = ground.people()) {
                first.awaitReady();
                people.file(Ids.story(), "Before");
                try (PartOnItsOwn second = start("workflow", "second", ground, patient)) {
                    second.awaitReady();
                    assertThat(first.stop()).as(first.log()).isZero();
                    for (int each = 1; each <= 8; each++) {
                        people.file(Ids.story(), "After " + each);
                    }
                    assertThat(second.stop()).as(second.log()).isZero();
                }
            }
        }
    }

    @Test
    void a_password_that_is_refused_ends_a_part_since_no_waiting_heals_it() throws Exception {
        try (Ground ground = ground()) {
            ground.startDatabaseServer();
            Map<String, String> wrong = new HashMap<>(ground.settings());
            wrong.remove("STET_DATABASE_PASSWORD_FILE");
            wrong.put("STET_DATABASE_PASSWORD", "guess");
            for (String name : List.of("archive", "site")) {
                try (PartOnItsOwn part = PartOnItsOwn.start(name, place.resolve(name), wrong)) {
                    assertThat(part.exitStatus()).as(part.log()).isEqualTo(1);
                    assertThat(part.log())
                            .contains("stet: PostgreSQL refuses postgres at jdbc:postgresql:")
                            .contains("check database.user and database.password")
                            .doesNotContain("guess");
                }
            }
        }
    }

    private Ground ground() throws IOException {
        return new Ground(place.resolve("ground"), servers(place.resolve("servers")));
    }

    private PartOnItsOwn start(String name, Ground ground) throws IOException {
        return start(name, name, ground, Map.of());
    }

    private PartOnItsOwn start(String name, String directory, Ground ground, Map<String, String> further)
            throws IOException {
        Map<String, String> settings = new HashMap<>(ground.settings());
        settings.putAll(further);
        return PartOnItsOwn.start(name, place.resolve(directory), settings);
    }

    /** The command line, told where Kafka is by settings. */
    private static int stet(PartOnItsOwn archive, Ground ground, String... words) {
        Map<String, String> settings = ground.settings();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--newsroom", archive.address().toString()));
        all.addAll(List.of("--set", "kafka.brokers=" + settings.get("STET_KAFKA_BROKERS")));
        all.addAll(List.of("--set", "registry.url=" + settings.get("STET_REGISTRY_URL")));
        all.addAll(List.of("--set", "partitions=" + settings.get("STET_PARTITIONS")));
        all.addAll(List.of("--set", "tokens.key=" + settings.get("STET_TOKENS_KEY")));
        return StetCommand.run(all.toArray(String[]::new));
    }
}
