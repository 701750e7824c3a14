package press.stet.testkit.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedParts;
import press.stet.newsroom.embedded.Progress;

/** Those of a newsroom on one machine. */
final class EmbeddedServers implements Servers {

    private final DataDirectory data;
    private final EmbeddedParts parts;
    private final int broker;
    private final int registry;
    private final int database;

    EmbeddedServers(Path directory) throws IOException {
        this.data = DataDirectory.open(directory);
        // As people write a password down before there is a database that has it.
        Files.writeString(data.path().resolve("postgres.password"), PASSWORD);
        this.parts = new EmbeddedParts(data, Progress.untold());
        this.broker = data.ports().take("kafka");
        this.registry = data.ports().take("registry");
        this.database = data.ports().take("postgres");
    }

    @Override
    public String brokers() {
        return "127.0.0.1:" + broker;
    }

    @Override
    public URI registry() {
        return URI.create("http://127.0.0.1:" + registry + "/apis/ccompat/v7");
    }

    @Override
    public String database() {
        return "jdbc:postgresql://127.0.0.1:" + database + "/stet";
    }

    @Override
    public void startKafka() {
        parts.kafka().start();
    }

    @Override
    public void startDatabaseServer() {
        parts.database().start();
    }

    @Override
    public void createDatabase() {
        parts.database().create("stet");
    }

    @Override
    public void startRegistry() {
        parts.registry().start();
    }

    @Override
    public void close() {
        parts.close();
        data.close();
    }
}
