package press.stet.testkit.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.token.KeyFile;

/** What parts stand on: servers, with the newsroom's topics and house on them as soon as a test wants them. */
final class Ground implements AutoCloseable {

    private final Path directory;
    private final TokenIssuer issuer;
    private final Servers servers;

    /** On servers of this machine's own. */
    Ground(Path directory) throws IOException {
        this(directory, new EmbeddedServers(directory.resolve("servers")));
    }

    /** On these, which end with it. */
    Ground(Path directory, Servers servers) throws IOException {
        this.directory = Files.createDirectories(directory).toAbsolutePath();
        this.servers = servers;
        this.issuer = TokenIssuer.own(KeyFile.at(tokensKey()).keysOrNew());
        Files.writeString(password(), Servers.PASSWORD);
    }

    /** What every part is told. Nothing of it needs to be there yet. */
    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "STET_PARTITIONS",
                Integer.toString(Topics.PARTITIONS_OF_ONE_MACHINE),
                "STET_KAFKA_BROKERS",
                servers.brokers(),
                "STET_REGISTRY_URL",
                registryUrl().toString(),
                "STET_DATABASE_URL",
                servers.database(),
                "STET_DATABASE_USER",
                Servers.OWNER,
                "STET_DATABASE_PASSWORD_FILE",
                password().toString(),
                "STET_WORKFLOW_COPIES",
                "1",
                "STET_TOKENS_KEY",
                tokensKey().toString()));
    }

    /** A token of somebody who works with this tool. */
    Token token(String person, String tool) {
        return issuer.issue(new Person(person), tool, Instant.now(), Duration.ofHours(1));
    }

    private Path tokensKey() {
        return directory.resolve("tokens.key");
    }

    private Path password() {
        return directory.resolve("database.password");
    }

    URI registryUrl() {
        return servers.registry();
    }

    KafkaConnection kafka() {
        return KafkaConnection.open(servers.brokers());
    }

    void startDatabaseServer() {
        servers.startDatabaseServer();
    }

    void createDatabase() {
        servers.createDatabase();
    }

    void startKafka() {
        servers.startKafka();
    }

    void startRegistry() {
        servers.startRegistry();
    }

    void setUpTopics() throws InterruptedException {
        try (Admin admin = Admin.create(kafka().settings());
                Registry schemas = Registry.at(registryUrl())) {
            new TopicSetup(admin, schemas, Topics.PARTITIONS_OF_ONE_MACHINE).apply();
        }
    }

    /** The standard house, which trusts the issuer of {@link #people}. */
    void putHouseInForce() {
        try (Registry schemas = Registry.at(registryUrl())) {
            new HouseOffice(kafka(), new MessageCodec(schemas), issuer.trusted()).putInForce(Optional.empty());
        }
    }

    /** All of it, in the order that it likes best. */
    void startAll() throws InterruptedException {
        startKafka();
        startDatabaseServer();
        createDatabase();
        startRegistry();
        setUpTopics();
        putHouseInForce();
    }

    /** Those who send to a newsroom on this ground, and can prove who they are. */
    People people() {
        return new People(Registry.at(registryUrl()), _ -> kafka(), issuer);
    }

    @Override
    public void close() {
        servers.close();
    }
}
