package press.stet.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.archive.database.Role;
import press.stet.contract.access.Principal;
import press.stet.model.StoryId;

/** Workflow, archive and site where nobody can listen: over TLS to Kafka, to PostgreSQL and to those who ask them. */
class SecuredPartsIT {

    @TempDir
    private Path place;

    @Test
    void a_story_goes_its_whole_way_over_tls_and_each_part_as_itself() throws Exception {
        KeyPair keys = KeyPair.make(place.resolve("keys"));
        try (SecuredGround ground = new SecuredGround(place.resolve("ground"), keys);
                PartOnItsOwn workflow = start("workflow", ground.settings(Principal.WORKFLOW), keys);
                PartOnItsOwn archive = start("archive", ground.settings(Principal.ARCHIVE, Role.ARCHIVE), keys);
                PartOnItsOwn site = start("site", ground.settings(Principal.SITE, Role.SITE), keys);
                People people = ground.people()) {
            List.of(workflow, archive, site).forEach(PartOnItsOwn::awaitReady);

            StoryId story = people.publish("The bell is back");

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(
                                    site.get("/stories/" + story + "/en").body())
                            .contains("The bell is back"));
            assertThat(ground.connectionsOverTls()).containsOnlyKeys(true);
            assertThat(site.address().getScheme()).isEqualTo("https");
            try (HttpClient stranger = HttpClient.newHttpClient()) {
                assertThatExceptionOfType(SSLHandshakeException.class)
                        .isThrownBy(() -> stranger.send(
                                HttpRequest.newBuilder(site.address()).build(),
                                HttpResponse.BodyHandlers.discarding()));
            }
        }
    }

    @Test
    void a_part_that_kafka_does_not_know_or_cannot_prove_itself_to_ends() throws Exception {
        KeyPair keys = KeyPair.make(place.resolve("keys"));
        KeyPair others = KeyPair.make(place.resolve("others"));
        try (SecuredGround ground = new SecuredGround(place.resolve("ground"), keys)) {
            Map<String, String> guessed = new HashMap<>(ground.settings(Principal.WORKFLOW));
            guessed.put("STET_KAFKA_PASSWORD", "guess");
            Map<String, String> deceived = new HashMap<>(ground.settings(Principal.WORKFLOW));
            deceived.put("STET_KAFKA_CERTIFICATES", others.certificate().toString());
            for (Map<String, String> settings : List.of(guessed, deceived)) {
                try (PartOnItsOwn workflow = start("workflow", settings, keys)) {
                    assertThat(workflow.exitStatus()).as(workflow.log()).isEqualTo(1);
                    assertThat(workflow.log())
                            .contains("stet: Kafka refuses workflow at 127.0.0.1:")
                            .contains("check kafka.user, kafka.password and kafka.certificates")
                            .doesNotContain("guess");
                }
            }
        }
    }

    private PartOnItsOwn start(String name, Map<String, String> settings, KeyPair keys) throws Exception {
        return PartOnItsOwn.start(
                name, place.resolve(name), settings, HttpClient.newBuilder().sslContext(keys.trust()));
    }
}
