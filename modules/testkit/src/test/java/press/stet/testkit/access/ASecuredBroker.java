package press.stet.testkit.access;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import press.stet.contract.access.Credentials;
import press.stet.contract.access.Principal;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.Login;
import press.stet.contract.connection.Mechanism;

/**
 * A broker that asks everybody who they are and forbids what was not allowed, set up as those of a cluster are: clients prove
 * themselves by SCRAM-SHA-512, brokers and whoever sets them up by a password of their settings, on a listener of their own.
 */
public final class ASecuredBroker implements AutoCloseable {

    /** Who sets it up. */
    static final Login ROOT = new Login("root", "the brokers' own");

    private final KafkaRaftServer server;
    private final int clients;
    private final int internal;
    private final @Nullable Path certificate;

    /** One that speaks plain text. */
    ASecuredBroker(Path directory) throws Exception {
        this(directory, null, null);
    }

    /**
     * One whose clients speak TLS to it.
     *
     * @param certificate by which it proves that it is this machine, and which its clients trust; null for plain text
     * @param key of that certificate; both in PEM
     */
    public ASecuredBroker(Path directory, @Nullable Path certificate, @Nullable Path key) throws Exception {
        this.certificate = certificate;
        clients = freePort();
        internal = freePort();
        int controller = freePort();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .run();
        Properties settings = settings(directory, controller);
        if (certificate != null && key != null) {
            settings.putAll(Map.of(
                    "listener.name.clients.ssl.keystore.type",
                    "PEM",
                    "listener.name.clients.ssl.keystore.certificate.chain",
                    Files.readString(certificate),
                    "listener.name.clients.ssl.keystore.key",
                    Files.readString(key)));
        }
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
    }

    private Properties settings(Path directory, int controller) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "node.id", "1",
                "process.roles", "broker,controller",
                "log.dirs", directory.toString(),
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "message.max.bytes", "5242880"));
        settings.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000",
                "add.partitions.to.txn.retry.backoff.ms", "1",
                "log.cleaner.dedupe.buffer.size", "16777216"));
        listeners(settings, controller);
        settings.putAll(Map.of(
                "authorizer.class.name", WatchingAuthorizer.class.getName(), "super.users", "User:" + ROOT.user()));
        return settings;
    }

    private void listeners(Properties settings, int controller) {
        Map<String, Integer> ports = Map.of("CLIENTS", clients, "INTERNAL", internal, "CONTROLLER", controller);
        settings.putAll(Map.of(
                "listeners",
                at(ports, Set.of("CLIENTS", "INTERNAL", "CONTROLLER")),
                "advertised.listeners",
                at(ports, Set.of("CLIENTS", "INTERNAL")),
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controller,
                "listener.security.protocol.map",
                "CLIENTS:%s,INTERNAL:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"
                        .formatted(certificate == null ? "SASL_PLAINTEXT" : "SASL_SSL"),
                "inter.broker.listener.name",
                "INTERNAL",
                "sasl.mechanism.inter.broker.protocol",
                Mechanism.PLAIN.key(),
                "sasl.mechanism.controller.protocol",
                Mechanism.PLAIN.key()));
        String root = "%s required username=\"%s\" password=\"%s\" user_%2$s=\"%3$s\";"
                .formatted(PlainLoginModule.class.getName(), ROOT.user(), ROOT.password());
        settings.putAll(Map.of(
                "listener.name.internal.sasl.enabled.mechanisms",
                Mechanism.PLAIN.key(),
                "listener.name.internal.plain.sasl.jaas.config",
                root,
                "listener.name.controller.sasl.enabled.mechanisms",
                Mechanism.PLAIN.key(),
                "listener.name.controller.plain.sasl.jaas.config",
                root,
                "listener.name.clients.sasl.enabled.mechanisms",
                Mechanism.SCRAM_SHA_512.key(),
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                ScramLoginModule.class.getName() + " required;"));
    }

    private static String at(Map<String, Integer> ports, Set<String> listeners) {
        return listeners.stream()
                .map(name -> name + "://127.0.0.1:" + ports.get(name))
                .collect(joining(","));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As whoever sets the cluster up. */
    KafkaConnection root() {
        return new KafkaConnection("127.0.0.1:" + internal, ROOT, Mechanism.PLAIN, null);
    }

    public Admin admin() {
        return Admin.create(root().settings());
    }

    /** As one of the newsroom's own. */
    public KafkaConnection as(Principal principal) {
        return as(login(principal));
    }

    KafkaConnection as(Login login) {
        return new KafkaConnection("127.0.0.1:" + clients, login, certificate);
    }

    public static Login login(Principal principal) {
        return new Login(principal.user(), password(principal));
    }

    public static Credentials credentials(Principal... rotated) {
        Map<Principal, String> passwords = new EnumMap<>(Principal.class);
        Stream.of(Principal.values()).forEach(principal -> passwords.put(principal, password(principal)));
        return new Credentials(passwords, Set.of(rotated));
    }

    private static String password(Principal principal) {
        return "s3cret of " + principal;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
