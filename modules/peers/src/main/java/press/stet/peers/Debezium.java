package press.stet.peers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import press.stet.archive.database.DatabaseSettings;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topics;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Debezium's JDBC sink, on a Kafka Connect worker of its own: it brings rows from a topic into a table of PostgreSQL, each by its key,
 * as often as the newest comes.
 *
 * <p>It makes the table itself, by the schema of the rows. It reads them as JSON, whose schema stands in its settings and not in every
 * record, and writes up to five hundred in one statement, by {@code unnest}, which is its quickest way and not its default. It has a
 * task for each partition, as the archive writes all of them at once while it catches up.
 */
final class Debezium implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String HOST = "127.0.0.1";
    private static final String ROWS_AT_ONCE = "500";

    private final Server server;
    private final URI connectors;
    private final HttpClient http = HttpClient.newHttpClient();

    private Debezium(Server server, URI connectors) {
        this.server = server;
        this.connectors = connectors;
    }

    /**
     * Starts a worker.
     *
     * @param columns of the rows that it will bring
     */
    static Debezium on(KafkaConnection kafka, Path folder, List<Column> columns)
            throws IOException, InterruptedException {
        int port = Server.freePort();
        Map<String, String> settings = new TreeMap<>();
        kafka.settings().forEach((key, value) -> settings.put(key, value.toString()));
        settings.put("listeners", "http://" + HOST + ":" + port);
        settings.put("plugin.path", Installed.debezium().toString());
        settings.put("offset.storage.file.filename", folder.resolve("offsets").toString());
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter.schemas.enable", "true");
        settings.put("value.converter.schema.content", Column.schema(columns).toString());
        Path worker = Files.writeString(
                folder.resolve("worker.properties"),
                settings.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                        .collect(Collectors.joining()));
        Server server = Server.start(
                "connect",
                folder,
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        Installed.connect(),
                        "org.apache.kafka.connect.cli.ConnectStandalone",
                        worker.toString()),
                Map.of());
        Debezium started = new Debezium(server, URI.create("http://%s:%d/connectors".formatted(HOST, port)));
        try {
            server.await("answer", started::answers);
            return started;
        } catch (RuntimeException | IOException | InterruptedException failure) {
            started.close();
            throw failure;
        }
    }

    /**
     * Brings all of a topic into a table, which it makes where there is none.
     *
     * @param database where the table is to stand
     * @param table a name that it has brought nothing under yet
     * @param rows how many there are
     * @return how many came in a second, as {@link Arrivals} have it
     */
    double rowsPerSecond(String topic, DatabaseSettings database, String table, long rows)
            throws IOException, InterruptedException, SQLException {
        tell(HttpRequest.newBuilder(connectors)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        connector(topic, database, table).toString()))
                .build());
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            return Arrivals.perSecond(connection, table, rows);
        } catch (IllegalStateException late) {
            throw new IllegalStateException(server.saying("is late: " + late.getMessage()), late);
        } finally {
            tell(HttpRequest.newBuilder(URI.create(connectors + "/" + table))
                    .DELETE()
                    .build());
        }
    }

    private ObjectNode connector(String topic, DatabaseSettings database, String table) {
        ObjectNode connector = JSON.createObjectNode().put("name", table);
        connector
                .putObject("config")
                .put("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector")
                .put("topics", topic)
                .put("tasks.max", Integer.toString(Topics.PARTITIONS_OF_ONE_MACHINE))
                .put("collection.name.format", table)
                .put("connection.url", database.url())
                .put("connection.username", database.user())
                .put("connection.password", database.password())
                .put("insert.mode", "upsert")
                .put("primary.key.mode", "record_value")
                .put("primary.key.fields", String.join(",", Rows.KEYS))
                .put("schema.evolution", "basic")
                .put("batch.size", ROWS_AT_ONCE)
                .put("dialect.postgres.unnest.insert.enabled", "true")
                .put("consumer.override.max.poll.records", ROWS_AT_ONCE)
                .put("consumer.override.isolation.level", "read_committed");
        return connector;
    }

    private boolean answers() {
        try {
            return http.send(HttpRequest.newBuilder(connectors).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "Kafka Connect says %d to %s: %s".formatted(answer.statusCode(), request, answer.body()));
        }
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
