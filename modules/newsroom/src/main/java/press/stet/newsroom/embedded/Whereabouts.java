package press.stet.newsroom.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import press.stet.archive.database.DatabaseSettings;
import press.stet.contract.connection.KafkaConnection;

/**
 * Where the parts of a newsroom are that runs on a data directory, for whoever may read that directory: the newsroom's own people
 * on this machine.
 */
public record Whereabouts(KafkaConnection kafka, URI registry, DatabaseSettings database) {

    /**
     * As its last start wrote them down; whether it still runs is not looked at.
     *
     * @throws NotNewsroomData if no newsroom was ever started there
     */
    public static Whereabouts of(Path data) {
        try {
            Path directory = data.toRealPath();
            Ports ports = new Ports(directory.resolve("ports"));
            String password = Files.readString(directory.resolve("postgres.password"));
            return new Whereabouts(
                    KafkaConnection.open(EmbeddedKafka.address(port(ports, "kafka", directory))),
                    EmbeddedRegistry.url(port(ports, "registry", directory)),
                    new DatabaseSettings(
                            EmbeddedDatabase.url(port(ports, "postgres", directory), EmbeddedDatabase.ARCHIVE),
                            EmbeddedDatabase.USER,
                            password));
        } catch (IOException unreadable) {
            throw NotNewsroomData.nothingStarted(data);
        }
    }

    private static int port(Ports ports, String part, Path directory) {
        return ports.last(part).orElseThrow(() -> NotNewsroomData.nothingStarted(directory));
    }
}
