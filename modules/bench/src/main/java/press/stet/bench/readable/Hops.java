package press.stet.bench.readable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import press.stet.bench.ground.Ground;
import press.stet.bench.measure.Latencies;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.embedded.EmbeddedDatabase;

/**
 * What a command cannot do without on its way to a reader, each by itself on an idle machine, with the bytes of a report: being
 * produced, a transaction of the records that a publication writes, being read when that is committed, one guarded upsert, and one
 * page over HTTP.
 */
final class Hops {

    private static final int WARM_UP = 300;
    private static final int REPORT = 3_500;

    /** A row of story and outcome, the edition's, an event, and the snapshot. */
    private static final int RECORDS = 5;

    private final Ground ground;
    private final int count;

    Hops(Ground ground, int count) {
        this.ground = ground;
        this.count = count;
    }

    /** The middle of each hop, all together, in milliseconds. */
    double sum() throws Exception {
        return produced() + transactionAndFetch() + upserted() + served();
    }

    @FunctionalInterface
    private interface Hop {
        void go(int at) throws Exception;
    }

    private double middle(Hop hop) throws Exception {
        Latencies latencies = new Latencies();
        for (int at = 0; at < WARM_UP + count; at++) {
            long started = System.nanoTime();
            hop.go(at);
            if (at >= WARM_UP) {
                latencies.add(System.nanoTime() - started);
            }
        }
        return latencies.p50();
    }

    private double produced() throws Exception {
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return middle(
                    at -> producer.send(record(Topics.DEAD_LETTERS.name(), at)).get());
        }
    }

    /** From its beginning until a reader sees it. */
    private double transactionAndFetch() throws Exception {
        Map<String, Object> settings = ground.kafka().settings();
        settings.put("transactional.id", "stet-bench-hops");
        Map<String, Object> reading = ground.kafka().settings();
        reading.put("isolation.level", "read_committed");
        TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
        try (KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> reader =
                        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            producer.initTransactions();
            reader.assign(List.of(partition));
            reader.seekToEnd(List.of(partition));
            reader.position(partition);
            return middle(at -> {
                producer.beginTransaction();
                for (int each = 0; each < RECORDS; each++) {
                    var _ = producer.send(record(partition.topic(), at));
                }
                producer.commitTransaction();
                int seen = 0;
                while (seen < RECORDS) {
                    seen += reader.poll(Duration.ofSeconds(1)).count();
                }
            });
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, int at) {
        return new ProducerRecord<>(topic, 0, Integer.toString(at), new byte[REPORT]);
    }

    private double upserted() throws Exception {
        EmbeddedDatabase database = ground.parts().database();
        try (Connection connection = DriverManager.getConnection(
                        database.create(EmbeddedDatabase.ARCHIVE), database.user(), database.password());
                Statement once = connection.createStatement()) {
            once.execute(
                    "CREATE TEMPORARY TABLE hop (id int PRIMARY KEY, number bigint NOT NULL, body bytea NOT NULL)");
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO hop VALUES (?, ?, ?) ON CONFLICT (id)
                    DO UPDATE SET number = EXCLUDED.number, body = EXCLUDED.body WHERE hop.number < EXCLUDED.number""")) {
                return middle(at -> upsert(upsert, at));
            }
        }
    }

    private static void upsert(PreparedStatement upsert, int at) throws SQLException {
        upsert.setInt(1, at);
        upsert.setLong(2, at);
        upsert.setBytes(3, new byte[REPORT]);
        upsert.executeUpdate();
    }

    private double served() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = new byte[2 * REPORT];
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return middle(_ -> get(http, request));
        } finally {
            server.stop(0);
        }
    }

    private static void get(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
