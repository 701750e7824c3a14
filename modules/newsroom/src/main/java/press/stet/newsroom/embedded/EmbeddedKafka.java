package press.stet.newsroom.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker in this process, its own controller, on 127.0.0.1 and without passwords.
 *
 * <p>What it acknowledged survives the end of the process, {@code kill -9} included: by then it is in the operating
 * system's memory. It is written to the disk every second, so that a power failure may take what was acknowledged in
 * the last second or two. A newsroom that cannot bear that runs on three brokers.
 *
 * <p>Kafka halts the whole process where it can no longer trust its log, for instance on a full disk.
 */
public final class EmbeddedKafka extends EmbeddedPart {

    private static final String TRANSACTIONS = "transaction.version";
    private static final short TRANSACTIONS_V2 = 2;

    private final DataDirectory data;
    private volatile int port;
    private @Nullable KafkaRaftServer server;

    public EmbeddedKafka(DataDirectory data, Progress progress) {
        super("Kafka", progress);
        this.data = data;
    }

    /** Where clients find it once it has been started: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return address(port);
    }

    static String address(int port) {
        return "127.0.0.1:" + port;
    }

    @Override
    String startUp() throws Exception {
        Path log = data.kafka();
        if (!Files.exists(log.resolve("meta.properties"))) {
            format(log);
        }
        port = data.ports().take("kafka");
        int controllerPort = data.ports().take("kafka-controller");
        server = new KafkaRaftServer(KafkaConfig.fromProps(KafkaSettings.of(log, port, controllerPort)), Time.SYSTEM);
        server.startup();
        requireTransactionsV2();
        return bootstrapServers();
    }

    @Override
    void shutDown() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Without initial controllers, the quorum is not written into the log but named by the settings of each start. */
    private static void format(Path log) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(KafkaSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .setFeatureLevel(TRANSACTIONS, TRANSACTIONS_V2)
                .run();
    }

    /** Brokers with older transactions can tear one in two; asking also proves that a client gets an answer. */
    private void requireTransactionsV2() throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            FinalizedVersionRange found = admin.describeFeatures()
                    .featureMetadata()
                    .get(30, SECONDS)
                    .finalizedFeatures()
                    .get(TRANSACTIONS);
            if (found == null || found.maxVersionLevel() < TRANSACTIONS_V2) {
                throw new PartFailed(
                        "The Kafka data in %s has %s %s; Stet needs 2.".formatted(data.kafka(), TRANSACTIONS, found),
                        null);
            }
        }
    }
}
