package press.stet.peers;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import press.stet.bench.ground.Store;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topics;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published editions of a filled store as records of a topic, for a sink that knows nothing of editions: a JSON object for each
 * row, with numbers as numbers and all else as PostgreSQL spells it, but for the words of the search, which no sink can make.
 */
final class Rows {

    static final List<String> KEYS = List.of("story", "language");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final List<Column> columns = new ArrayList<>();

    private Rows() {}

    /** Those of this store. */
    static Rows of(Store filled) throws SQLException {
        Rows rows = new Rows();
        try (Connection connection = filled.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select attname, atttypid in ('int4'::regtype, 'int8'::regtype) from pg_attribute
                        where attrelid = 'edition'::regclass and attnum > 0 and not attisdropped and attname <> 'search'
                        order by attnum
                        """)) {
            while (found.next()) {
                rows.columns.add(new Column(found.getString(1), found.getBoolean(2)));
            }
        }
        return rows;
    }

    List<Column> columns() {
        return columns;
    }

    /** Writes them into a new topic, in as many partitions as the log of editions has. */
    void write(Store filled, KafkaConnection kafka, String topic)
            throws SQLException, InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka.settings())) {
            admin.createTopics(List.of(
                            new NewTopic(topic, Optional.of(Topics.PARTITIONS_OF_ONE_MACHINE), Optional.empty())))
                    .all()
                    .get();
        }
        Map<String, Object> settings = kafka.settings();
        settings.put("acks", "all");
        try (Connection connection = filled.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select " + all() + " from edition");
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            while (found.next()) {
                var _ = producer.send(new ProducerRecord<>(
                        topic,
                        found.getString("story") + "/" + found.getString("language"),
                        row(found).toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Stands for all that these columns say in the rows of a table, in whatever order they stand there. */
    String digest(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet digest = statement.executeQuery(
                        "select sum(hashtextextended(cast(row(%s) as text), 0)) from %s".formatted(all(), table))) {
            digest.next();
            return digest.getString(1);
        }
    }

    private String all() {
        return columns.stream()
                .map(column -> column.isWhole() ? column.name() : "cast(%s as text)".formatted(column.name()))
                .collect(joining(", "));
    }

    private ObjectNode row(ResultSet found) throws SQLException {
        ObjectNode row = JSON.createObjectNode();
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (found.getObject(at + 1) == null) {
                row.putNull(column.name());
            } else if (column.isWhole()) {
                row.put(column.name(), found.getLong(at + 1));
            } else {
                row.put(column.name(), found.getString(at + 1));
            }
        }
        return row;
    }
}
