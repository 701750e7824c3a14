package press.stet.testkit.parts;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.DatabaseSetup;
import press.stet.archive.database.Role;
import press.stet.archive.database.RolePasswords;
import press.stet.contract.access.AccessSetup;
import press.stet.contract.access.Principal;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.Login;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.PrivateKeys;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Channel;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedParts;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.house.HouseOffice;
import press.stet.testkit.access.ASecuredBroker;

/** A broker and a database that speak TLS, ask everybody who they are, and let each do what it must and no more. */
final class SecuredGround implements AutoCloseable {

    private static final RolePasswords ROLES =
            new RolePasswords(Map.of(Role.ARCHIVE, "keeps", Role.SITE, "shows"), Set.of());

    private final TokenIssuer issuer = TokenIssuer.own(PrivateKeys.made());
    private final KeyPair keys;
    private final ASecuredBroker broker;
    private final DataDirectory data;
    private final EmbeddedParts parts;
    private final DatabaseSettings owner;

    SecuredGround(Path directory, KeyPair keys) throws Exception {
        this.keys = keys;
        this.broker = new ASecuredBroker(directory.resolve("kafka"), keys.certificate(), keys.key());
        this.data = DataDirectory.open(directory.resolve("data"));
        this.parts = new EmbeddedParts(data, Progress.untold());
        parts.database().start();
        this.owner = new DatabaseSettings(
                parts.database().create("stet"),
                parts.database().user(),
                parts.database().password());
        speakTls();
        parts.registry().start();
        setUp();
    }

    private void speakTls() throws SQLException {
        try (Connection root = root();
                Statement statement = root.createStatement()) {
            statement.execute("alter system set ssl_cert_file = '" + keys.certificate() + "'");
            statement.execute("alter system set ssl_key_file = '" + keys.key() + "'");
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        }
    }

    private void setUp() throws InterruptedException {
        new DatabaseSetup(owner, ROLES).look().make();
        try (Admin root = broker.admin();
                Registry registry = Registry.at(parts.registry().url())) {
            new TopicSetup(root, registry, Topics.PARTITIONS_OF_ONE_MACHINE).apply();
            new AccessSetup(root, ASecuredBroker.credentials()).look().make();
            new HouseOffice(broker.as(Principal.OPS), new MessageCodec(registry), issuer.trusted())
                    .putInForce(Optional.empty());
        }
    }

    private Connection root() throws SQLException {
        return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    }

    /** What a part is told: to speak TLS to all, as itself. */
    Map<String, String> settings(Principal principal) {
        KafkaConnection kafka = broker.as(principal);
        Map<String, String> settings = new HashMap<>(Map.of(
                "STET_PARTITIONS",
                Integer.toString(Topics.PARTITIONS_OF_ONE_MACHINE),
                "STET_KAFKA_BROKERS",
                kafka.brokers(),
                "STET_KAFKA_CERTIFICATES",
                keys.certificate().toString(),
                "STET_REGISTRY_URL",
                parts.registry().url().toString(),
                "STET_HTTP_CERTIFICATES",
                keys.certificate().toString(),
                "STET_HTTP_KEY",
                keys.key().toString(),
                "STET_WORKFLOW_COPIES",
                "1"));
        Login login = ASecuredBroker.login(principal);
        settings.put("STET_KAFKA_USER", login.user());
        settings.put("STET_KAFKA_PASSWORD", login.password());
        return settings;
    }

    /** The same for a part with a role in the database. */
    Map<String, String> settings(Principal principal, Role role) {
        Map<String, String> settings = settings(principal);
        settings.put("STET_DATABASE_URL", owner.url() + "?sslmode=verify-full&sslrootcert=" + keys.certificate());
        settings.put("STET_DATABASE_USER", role.key());
        settings.put("STET_DATABASE_PASSWORD", ROLES.passwords().getOrDefault(role, ""));
        return settings;
    }

    /** The connections of parts to the database that others could listen to, and those that they could not. */
    Map<Boolean, Integer> connectionsOverTls() throws SQLException {
        Map<Boolean, Integer> counted = new HashMap<>();
        try (Connection root = root();
                Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery("""
                    select ssl, count(*) from pg_stat_ssl join pg_stat_activity using (pid)
                    where application_name like 'stet-%' group by ssl
                    """)) {
            while (rows.next()) {
                counted.put(rows.getBoolean(1), rows.getInt(2));
            }
        }
        return counted;
    }

    /** Those who send, each module's commands as that module. */
    People people() {
        return new People(Registry.at(parts.registry().url()), this::sending, issuer);
    }

    private KafkaConnection sending(Channel channel) {
        return broker.as(
                switch (channel) {
                    case DRAFTS -> Principal.DRAFT;
                    case REVIEWS -> Principal.REVIEW;
                    case TRANSLATIONS -> Principal.TRANSLATION;
                    case PUBLICATIONS -> Principal.PUBLISH;
                });
    }

    @Override
    public void close() {
        parts.close();
        data.close();
        broker.close();
    }
}
