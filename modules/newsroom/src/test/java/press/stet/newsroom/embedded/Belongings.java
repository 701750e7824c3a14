package press.stet.newsroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Something that a newsroom keeps in each of its parts: a transaction in Kafka, a schema in the registry, a row in the
 * database.
 */
final class Belongings {

    private static final String TOPIC = "wire";
    private static final int PIECES = 100;
    private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";

    private Belongings() {}

    static void leaveIn(EmbeddedParts parts) throws Exception {
        leaveTransaction(parts.kafka().bootstrapServers());
        register(parts);
        String url = parts.database().create("archive");
        try (Connection connection = DriverManager.getConnection(
                        url, parts.database().user(), parts.database().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE editions (headline text)");
            statement.execute("INSERT INTO editions VALUES ('Брод снова открыт')");
        }
    }

    static void areIn(EmbeddedParts parts) throws Exception {
        assertThat(transactionIn(parts.kafka().bootstrapServers())).containsExactlyElementsOf(pieces());
        assertThat(schemaIn(parts)).contains("\"id\":" + register(parts));
        assertThat(rowIn(parts.database())).isEqualTo("Брод снова открыт");
    }

    private static void leaveTransaction(String brokers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "transactional.id", "reporter");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(TOPIC, "never said"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            for (String piece : pieces()) {
                var _ = producer.send(new ProducerRecord<>(TOPIC, piece));
            }
            producer.commitTransaction();
        }
    }

    private static List<String> transactionIn(String brokers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            List<String> found = new ArrayList<>();
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }

    private static List<String> pieces() {
        return IntStream.range(0, PIECES).mapToObj(n -> "piece " + n).toList();
    }

    /** The id of the schema, which is the same each time. */
    private static String register(EmbeddedParts parts) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        parts.registry().url().resolve("/apis/ccompat/v7/subjects/wire-value/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
                .build();
        return answer(request).replaceAll("\\D", "");
    }

    private static String schemaIn(EmbeddedParts parts) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(
                        parts.registry().url().resolve("/apis/ccompat/v7/subjects/wire-value/versions/latest"))
                .build());
    }

    private static String answer(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }

    private static String rowIn(EmbeddedDatabase database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url("archive"), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT headline FROM editions")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
