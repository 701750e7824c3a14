package press.stet.newsroom.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.archive.database.Role;
import press.stet.archive.database.RolePasswords;
import press.stet.contract.access.Credentials;
import press.stet.contract.access.Principal;
import press.stet.contract.connection.Login;
import press.stet.contract.connection.Mechanism;
import press.stet.model.command.Channel;
import press.stet.workflow.WorkflowSettings;

class SettingsTest {

    @TempDir
    private Path place;

    @Test
    void says_what_a_part_needs_in_a_file() throws IOException {
        Settings settings = read("""
            partitions: 6
            kafka:
              brokers: [one:9092, two:9092]
              user: workflow
              password: hush
              certificates: /etc/stet/ca.pem
            workflow:
              commit-interval: 7ms
              session-timeout: PT9S
              state-memory: 64MiB
            site: {title: The Ferry, zone: Europe/Vienna, address: "https://ferry.example"}
            """, Map.of());

        WorkflowSettings workflow = settings.workflow();
        assertThat(workflow.kafka().brokers()).isEqualTo("one:9092,two:9092");
        assertThat(workflow.kafka().login()).isEqualTo(new Login("workflow", "hush"));
        assertThat(workflow.kafka().certificates()).isEqualTo(Path.of("/etc/stet/ca.pem"));
        assertThat(workflow.partitions()).isEqualTo(6);
        assertThat(workflow.pace().commit()).isEqualTo(Duration.ofMillis(7));
        assertThat(workflow.pace().session()).isEqualTo(Duration.ofSeconds(9));
        assertThat(workflow.stateMemory()).isEqualTo(64L << 20);
        assertThat(settings.site().zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(settings.site().address()).isEqualTo(URI.create("https://ferry.example"));
    }

    @Test
    void says_as_whom_a_cluster_is_set_up_and_whose_passwords_are_made() throws IOException {
        Settings settings = read("""
            kafka: {brokers: "one:9094", user: root, password: hush, mechanism: PLAIN}
            credentials: {draft: d, archive: a}
            roles: {archive: r, site: s}
            """, Map.of());

        assertThat(settings.kafka().mechanism()).isEqualTo(Mechanism.PLAIN);
        assertThat(settings.credentials(List.of("archive", "site")))
                .isEqualTo(new Credentials(
                        Map.of(Principal.DRAFT, "d", Principal.ARCHIVE, "a"), Set.of(Principal.ARCHIVE)));
        assertThat(settings.roles(List.of("archive", "site")))
                .isEqualTo(
                        new RolePasswords(Map.of(Role.ARCHIVE, "r", Role.SITE, "s"), Set.of(Role.ARCHIVE, Role.SITE)));
        refused(() -> read("kafka: {brokers: one, mechanism: GUESS}", Map.of()).kafka())
                .withMessageContaining("kafka.mechanism must be SCRAM-SHA-512 or PLAIN, got 'GUESS'");
    }

    @Test
    void lets_the_environment_overrule_the_file_and_the_command_line_both() throws IOException {
        Path file = file("http: {port: 1, address: 127.0.0.2}\nworkflow: {threads: 1}\n");
        Settings settings = Settings.read(
                file,
                Map.of("STET_HTTP_PORT", "2", "STET_WORKFLOW_THREADS", "2", "STET_KAFKA_BROKERS", "one:9092"),
                Map.of("http.port", "3"));

        assertThat(settings.http().port()).isEqualTo(3);
        assertThat(settings.http().address()).isEqualTo("127.0.0.2");
        assertThat(settings.workflow().threads()).isEqualTo(2);
    }

    @Test
    void takes_an_empty_variable_for_one_that_is_not_set() throws IOException {
        Settings settings =
                read("kafka: {brokers: one:9092}\n", Map.of("STET_KAFKA_BROKERS", "", "STET_KAFKA_USER", ""));

        assertThat(settings.kafka().brokers()).isEqualTo("one:9092");
        assertThat(settings.kafka().login()).isNull();
    }

    @Test
    void names_an_unknown_key_where_it_stands_and_the_one_that_was_meant() {
        refused(() -> read("kafka:\n  brokers: one:9092\nworkflow:\n  comit-interval: 5ms\n", Map.of()))
                .withMessageContaining("unknown key 'workflow.comit-interval' (")
                .withMessageContaining("stet.yaml:4:3)")
                .withMessageContaining("nearest known is workflow.commit-interval");
    }

    @Test
    void names_an_unknown_variable_and_lets_those_of_others_be() {
        refused(() -> Settings.read(null, Map.of("STET_WORKFLOW_COMMIT_INTERVALL", "5ms"), Map.of()))
                .withMessageContaining("STET_WORKFLOW_COMMIT_INTERVALL sets nothing")
                .withMessageContaining("STET_WORKFLOW_COMMIT_INTERVAL");
        Map<String, String> others = Map.of(
                "STET_AS",
                "editor",
                "STET_KAFKA_IMAGE",
                "kafka:1",
                "STET_CI_PORT",
                "1",
                "STET_TOKEN",
                "t",
                "HOME",
                "/");
        assertThat(Settings.read(null, others, Map.of()).http().port()).isEqualTo(8080);
    }

    @Test
    void names_an_unknown_key_of_the_command_line() {
        refused(() -> Settings.read(null, Map.of(), Map.of("http.prot", "1")))
                .withMessageContaining("'http.prot' (on the command line)")
                .withMessageContaining("http.port");
    }

    @Test
    void says_what_was_found_and_what_is_taken() {
        refused(() -> read("workflow: {threads: many}\n", kafka()).workflow())
                .withMessageContaining("workflow.threads must be a whole number, got 'many' (")
                .withMessageContaining("stet.yaml:1:");
        refused(() -> read("", Map.of("STET_HTTP_PORT", "70000")).http())
                .withMessage("http.port must be from 0 to 65535, got 70000");
        refused(() -> read("workflow: {commit-interval: 10s}\n", kafka()).workflow())
                .withMessageContaining("workflow.commit-interval must be shorter than workflow.transaction-timeout");
        refused(() -> read("database: {url: \"mysql://here\"}\n", Map.of()).database())
                .withMessageContaining("database.url must be a JDBC address");
    }

    @Test
    void asks_for_what_a_part_cannot_do_without() {
        refused(() -> read("", Map.of()).kafka()).withMessageContaining("kafka.brokers must name a broker");
        refused(() -> read("", Map.of()).registry()).withMessageContaining("registry.url must be");
        refused(() -> read("", Map.of("STET_HTTP_KEY", "key.pem")).http()).withMessageContaining("http.certificates");
        refused(() -> read("kafka: {brokers: one:9092, user: workflow}\n", Map.of())
                        .kafka())
                .withMessage("kafka.password must be set where kafka.user is");
    }

    @Test
    void reads_a_secret_from_a_file_of_its_own() throws IOException {
        Path secret = Files.writeString(place.resolve("secret"), "hush\n");
        Settings settings = read(
                "kafka: {brokers: one:9092, user: workflow, password: other}\n",
                Map.of("STET_KAFKA_PASSWORD_FILE", secret.toString(), "STET_SENDERS_DRAFT_PASSWORD", "psst"));

        assertThat(settings.kafka().login()).isEqualTo(new Login("workflow", "hush"));
        assertThat(settings.sender(Channel.DRAFTS)).isEqualTo(new Login("draft", "psst"));
        assertThat(settings.sender(Channel.REVIEWS)).isNull();
    }

    @Test
    void takes_a_secret_from_one_place_and_never_from_the_command_line() {
        refused(() -> read("kafka: {brokers: one:9092, user: a, password: b, password-file: c}\n", Map.of())
                        .kafka())
                .withMessageContaining("both kafka.password (")
                .withMessageContaining("leave one of them out");
        refused(() -> Settings.read(null, Map.of(), Map.of("kafka.password", "hush")))
                .withMessageContaining("kafka.password is a secret and not for the command line")
                .withMessageNotContaining("hush");
        refused(() -> read("", Map.of("STET_DATABASE_PASSWORD_FILE", "/nowhere"))
                        .database())
                .withMessageContaining("database.password-file must be a file that can be read, got '/nowhere'");
    }

    @Test
    void never_prints_a_secret() {
        assertThat(new KafkaKeys("one:9092", "workflow", new Secret("hush"), Mechanism.SCRAM_SHA_512, null).toString())
                .contains("workflow")
                .doesNotContain("hush");
    }

    @Test
    void refuses_a_file_that_says_nothing_or_a_thing_twice() {
        refused(() -> read("kafka:\n  brokers:\n", Map.of())).withMessageContaining("kafka.brokers has no value");
        refused(() -> read("http.port: 1\nhttp: {port: 2}\n", Map.of()))
                .withMessageContaining("http.port stands at")
                .withMessageContaining("stet.yaml:1:1 already");
        refused(() -> read("just words", Map.of())).withMessageContaining("stet.yaml:1:1: settings are keys");
        refused(() -> read("http: {port: 1", Map.of())).withMessageContaining("stet.yaml:");
        refused(() -> Settings.read(place.resolve("none.yaml"), Map.of(), Map.of()))
                .withMessageContaining("none.yaml cannot be read");
    }

    private static Map<String, String> kafka() {
        return Map.of("STET_KAFKA_BROKERS", "one:9092");
    }

    private Settings read(String yaml, Map<String, String> environment) throws IOException {
        return Settings.read(file(yaml), environment, Map.of());
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(place.resolve("stet.yaml"), yaml);
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<SettingsRefused> refused(ThrowingCallable reading) {
        return assertThatExceptionOfType(SettingsRefused.class).isThrownBy(reading);
    }
}
