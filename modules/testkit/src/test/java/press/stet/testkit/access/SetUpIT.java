package press.stet.testkit.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.DatabaseSetup;
import press.stet.archive.database.RolePasswords;
import press.stet.contract.access.AccessSetup;
import press.stet.contract.access.Credentials;
import press.stet.contract.access.Principal;
import press.stet.contract.connection.Login;
import press.stet.contract.registry.Registry;
import press.stet.contract.setup.Findings;
import press.stet.contract.topic.TopicSetup;
import press.stet.newsroom.command.StetCommand;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedDatabase;
import press.stet.newsroom.embedded.Progress;

/** {@code stet ops topics} on brokers and a database that nobody has set up yet, as a newsroom on many machines finds them. */
class SetUpIT {

    private static final String REGISTRY = "mock://set-up";
    private static final int PARTITIONS = 3;
    private static final String WRONG_PASSWORD = "28P01";

    @TempDir
    private Path directory;

    private ASecuredBroker broker;
    private DataDirectory data;
    private EmbeddedDatabase postgres;
    private DatabaseSettings database;

    @BeforeEach
    void start() throws Exception {
        broker = new ASecuredBroker(directory.resolve("kafka"));
        data = DataDirectory.open(directory.resolve("data"));
        postgres = new EmbeddedDatabase(data, Progress.untold());
        postgres.start();
        database = new DatabaseSettings(postgres.create("stet"), postgres.user(), postgres.password());
    }

    @AfterEach
    void stop() {
        postgres.close();
        data.close();
        broker.close();
    }

    @Test
    void shows_what_is_missing_makes_it_when_told_to_and_then_finds_that_everything_stands() throws Exception {
        Path settings = settings("first");

        assertThat(stet(settings)).isZero();
        try (Admin root = broker.admin()) {
            assertThat(root.listTopics().names().get()).as("without --apply").isEmpty();
        }

        assertThat(stet(settings, "--apply")).isZero();
        assertThat(found()).isEqualTo(Findings.NONE);
        assertThat(logsIn("draft", "first")).isTrue();
        assertThat(stet(settings, "--apply")).as("again").isZero();

        assertThat(stet(settings("second"), "--apply")).isZero();
        assertThat(logsIn("draft", "first")).as("a password that stands").isTrue();
        assertThat(stet(settings("second"), "--apply", "--rotate", "draft,site"))
                .isZero();
        assertThat(logsIn("draft", "first")).isFalse();
        assertThat(logsIn("draft", "second")).isTrue();
        assertThat(logsIn("review", "first")).isTrue();
        assertThat(connects("site", "first")).isFalse();
        assertThat(connects("site", "second")).isTrue();
        assertThat(connects("archive", "first")).isTrue();

        assertThat(stet(settings, "--rotate", "nobody")).isEqualTo(2);
    }

    private Path settings(String password) throws IOException {
        String credentials = Arrays.stream(Principal.values())
                .map(principal -> principal + ": " + password)
                .collect(joining(", ", "{", "}"));
        Path file = directory.resolve(password + ".yaml");
        return Files.writeString(file, """
                partitions: %d
                kafka: {brokers: "%s", user: %s, password: "%s", mechanism: PLAIN}
                registry: {url: "%s"}
                database: {url: "%s", user: %s, password: "%s"}
                credentials: %s
                roles: {archive: %s, site: %s}
                """.formatted(
                        PARTITIONS,
                        broker.root().brokers(),
                        ASecuredBroker.ROOT.user(),
                        ASecuredBroker.ROOT.password(),
                        REGISTRY,
                        database.url(),
                        database.user(),
                        database.password(),
                        credentials,
                        password,
                        password));
    }

    private static int stet(Path settings, String... further) {
        return StetCommand.run(
                Stream.concat(Stream.of("ops", "topics", "--settings", settings.toString()), Arrays.stream(further))
                        .toArray(String[]::new));
    }

    private Findings found() throws InterruptedException {
        try (Admin root = broker.admin();
                Registry registry = Registry.at(URI.create(REGISTRY))) {
            return new TopicSetup(root, registry, PARTITIONS)
                    .look()
                    .and(new AccessSetup(root, Credentials.NONE).look())
                    .and(new DatabaseSetup(database, RolePasswords.NONE).look());
        }
    }

    private boolean logsIn(String user, String password) throws InterruptedException {
        try (Admin client = Admin.create(broker.as(new Login(user, password)).settings())) {
            client.describeCluster().nodes().get();
            return true;
        } catch (ExecutionException failure) {
            assertThat(failure).hasCauseInstanceOf(SaslAuthenticationException.class);
            return false;
        }
    }

    private boolean connects(String role, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), role, password)) {
            return connection.isValid(0);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo(WRONG_PASSWORD);
            return false;
        }
    }
}
