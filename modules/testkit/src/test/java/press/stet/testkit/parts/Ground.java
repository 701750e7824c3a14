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
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedParts;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.token.KeyFile;

/** What parts stand on: a broker, a registry and a database, each started when a test wants it, where the parts expect it. */
final class Ground implements AutoCloseable {

    private final TokenIssuer issuer;
    private final DataDirectory data;
    private final EmbeddedParts parts;
    private final int broker;
    private final int registry;
    private final int database;

    Ground(Path directory) throws IOException {
        this.data = DataDirectory.open(directory);
        this.issuer = TokenIssuer.own(KeyFile.at(data.tokensKey()).keysOrNew());
        // As people write a password down before there is a database that has it.
        Files.writeString(password(), "hush");
        this.parts = new EmbeddedParts(data, Progress.untold());
        this.broker = data.ports().take("kafka");
        this.registry = data.ports().take("registry");
        this.database = data.ports().take("postgres");
    }

    /** What every part is told. Nothing of it needs to be there yet. */
    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "STET_PARTITIONS",
                Integer.toString(Topics.PARTITIONS_OF_ONE_MACHINE),
                "STET_KAFKA_BROKERS",
                "127.0.0.1:" + broker,
                "STET_REGISTRY_URL",
                registryUrl().toString(),
                "STET_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + database + "/stet",
                "STET_DATABASE_USER",
                "postgres",
                "STET_DATABASE_PASSWORD_FILE",
                password().toString(),
                "STET_WORKFLOW_COPIES",
                "1",
                "STET_TOKENS_KEY",
                data.tokensKey().toString()));
    }

    /** A token of somebody who works with this tool. */
    Token token(String person, String tool) {
        return issuer.issue(new Person(person), tool, Instant.now(), Duration.ofHours(1));
    }

    private Path password() {
        return data.path().resolve("postgres.password");
    }

    private URI registryUrl() {
        return URI.create("http://127.0.0.1:" + registry + "/apis/ccompat/v7");
    }

    KafkaConnection kafka() {
        return KafkaConnection.open("127.0.0.1:" + broker);
    }

    void startDatabaseServer() {
        parts.database().start();
    }

    void createDatabase() {
        parts.database().create("stet");
    }

    void startKafka() {
        parts.kafka().start();
    }

    void startRegistry() {
        parts.registry().start();
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
        parts.close();
        data.close();
    }
}
