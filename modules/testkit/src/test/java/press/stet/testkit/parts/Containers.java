package press.stet.testkit.parts;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * Those of a newsroom on many machines, each in a container: brokers as many as are wanted, a registry, a database. Their images
 * are those that {@code docker-compose.yml} takes, by the same variables. Reached on loopback only.
 */
final class Containers implements Servers {

    private static final Path COMPOSE = Path.of("../../docker-compose.yml");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 9092;
    private static final int HTTP = 8080;
    private static final int POSTGRES = 5432;

    /** As PostgreSQL's table of error codes has it: {@code cannot_connect_now}. */
    private static final String STARTING_UP = "57P03";

    private static final long MIB = 1024 * 1024;

    private final Network network;
    private final List<Box> brokers;
    private final Box registry;
    private final Box database;

    /** A server in a container, and the port of this machine at which it is reached. */
    private record Box(GenericContainer<?> container, int port) {}

    /** None of them runs yet. */
    Containers(int brokers) throws IOException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new AssertionError("no Docker engine answers, and tests on containers were asked for:"
                    + " start one and name it in DOCKER_HOST, or run mvn verify without -Pcontainers");
        }
        network = Network.newNetwork();
        Box[] all = new Box[brokers];
        for (int at = 0; at < brokers; at++) {
            all[at] = broker(at + 1, brokers);
        }
        this.brokers = List.of(all);
        registry = box("STET_REGISTRY_IMAGE", HTTP, 640, Map.of("JAVA_TOOL_OPTIONS", "-Xmx192m -XX:+UseSerialGC"));
        registry.container()
                .waitingFor(
                        Wait.forHttp("/apis/ccompat/v7/subjects").forPort(HTTP).withStartupTimeout(PATIENCE));
        database = box("STET_POSTGRES_IMAGE", POSTGRES, 512, Map.of("POSTGRES_PASSWORD", PASSWORD));
    }

    private Box broker(int node, int of) throws IOException {
        Box box = box("STET_KAFKA_IMAGE", CLIENTS, 768, Map.of());
        String voters = IntStream.rangeClosed(1, of)
                .mapToObj(each -> each + "@kafka-" + each + ":9093")
                .collect(joining(","));
        String replicas = Integer.toString(Math.min(of, 3));
        String inSync = Integer.toString(Math.min(of, 2));
        box.container()
                .withNetwork(network)
                .withNetworkAliases("kafka-" + node)
                .withEnv("KAFKA_NODE_ID", Integer.toString(node))
                .withEnv(Map.of(
                        "CLUSTER_ID", "c3RldC1jb250YWluZXJzMQ",
                        "KAFKA_PROCESS_ROLES", "broker,controller",
                        "KAFKA_CONTROLLER_QUORUM_VOTERS", voters,
                        "KAFKA_LISTENERS", "CLIENTS://:9092,CONTROLLERS://:9093,INTERNAL://:9094",
                        "KAFKA_ADVERTISED_LISTENERS",
                                "CLIENTS://127.0.0.1:%d,INTERNAL://kafka-%d:9094".formatted(box.port(), node),
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                "CLIENTS:PLAINTEXT,CONTROLLERS:PLAINTEXT,INTERNAL:PLAINTEXT",
                        "KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLERS",
                        "KAFKA_INTER_BROKER_LISTENER_NAME", "INTERNAL",
                        "KAFKA_LOG_DIRS", "/tmp/log",
                        "KAFKA_HEAP_OPTS", "-Xms320m -Xmx320m"))
                // A broker of a test does not run long enough to be worth compiling well.
                .withEnv("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .withEnv(Map.of(
                        "KAFKA_DEFAULT_REPLICATION_FACTOR", replicas,
                        "KAFKA_MIN_INSYNC_REPLICAS", inSync,
                        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", replicas,
                        "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4",
                        "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", replicas,
                        "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", inSync,
                        "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4",
                        "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"))
                .withEnv(Map.of(
                        "KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000",
                        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
                        "KAFKA_BROKER_SESSION_TIMEOUT_MS", "6000",
                        "KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "1000",
                        "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "500",
                        "KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MS", "1",
                        "KAFKA_MESSAGE_MAX_BYTES", Long.toString(5 * MIB),
                        "KAFKA_REPLICA_FETCH_MAX_BYTES", Long.toString(5 * MIB),
                        "KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE", Long.toString(16 * MIB)));
        return box;
    }

    private static Box box(String image, int port, long mebibytes, Map<String, String> environment) throws IOException {
        int here = freePort();
        GenericContainer<?> container = new GenericContainer<>(image(image))
                .withExposedPorts(port)
                .withEnv(environment)
                .withStartupTimeout(PATIENCE)
                .withCreateContainerCmdModifier(command -> {
                    HostConfig host = Objects.requireNonNull(command.getHostConfig());
                    host.withMemory(mebibytes * MIB)
                            .withPortBindings(new PortBinding(
                                    Ports.Binding.bindIpAndPort("127.0.0.1", here), ExposedPort.tcp(port)));
                });
        return new Box(container, here);
    }

    private static DockerImageName image(String variable) throws IOException {
        String named = System.getenv(variable);
        if (named != null && !named.isBlank()) {
            return DockerImageName.parse(named);
        }
        Matcher usual = Pattern.compile(Pattern.quote("${" + variable + ":-") + "([^}]+)}")
                .matcher(Files.readString(COMPOSE));
        return Optional.of(usual)
                .filter(Matcher::find)
                .map(found -> DockerImageName.parse(found.group(1)))
                .orElseThrow(() -> new AssertionError("docker-compose.yml takes no " + variable));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public String brokers() {
        return brokers.stream().map(each -> "127.0.0.1:" + each.port()).collect(joining(","));
    }

    @Override
    public URI registry() {
        return URI.create("http://127.0.0.1:" + registry.port() + "/apis/ccompat/v7");
    }

    @Override
    public String database() {
        return database("stet");
    }

    private String database(String name) {
        return "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + name;
    }

    @Override
    public void startKafka() {
        Startables.deepStart(brokers.stream().map(Box::container)).join();
    }

    @Override
    public void startDatabaseServer() {
        database.container().start();
    }

    @Override
    public void createDatabase() {
        // Its port answers before it takes anybody in.
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(
                        failure -> failure instanceof SQLException early && STARTING_UP.equals(early.getSQLState()))
                .untilAsserted(() -> {
                    try (Connection owner = DriverManager.getConnection(database("postgres"), OWNER, PASSWORD);
                            Statement statement = owner.createStatement()) {
                        statement.execute("create database stet");
                    }
                });
    }

    @Override
    public void startRegistry() {
        registry.container().start();
    }

    /** As if the machine of this broker had died. */
    void killBroker(int node) {
        GenericContainer<?> broker = brokers.get(node - 1).container();
        broker.getDockerClient().killContainerCmd(broker.getContainerId()).exec();
    }

    /** On what it had written. */
    void startBrokerAgain(int node) {
        GenericContainer<?> broker = brokers.get(node - 1).container();
        broker.getDockerClient().startContainerCmd(broker.getContainerId()).exec();
    }

    @Override
    public void close() {
        Stream.concat(brokers.stream(), Stream.of(registry, database))
                .map(Box::container)
                .forEach(GenericContainer::stop);
        network.close();
    }
}
