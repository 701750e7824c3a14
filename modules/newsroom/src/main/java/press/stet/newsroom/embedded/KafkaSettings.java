package press.stet.newsroom.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * The settings of a broker that is alone on a machine which it shares with the rest of the newsroom: low latency first,
 * then a quick start, also after {@code kill -9}, then little memory.
 */
final class KafkaSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final int MIB = 1024 * 1024;

    private final Properties settings = new Properties();

    private KafkaSettings() {}

    /**
     * The settings of a broker that keeps its log in {@code directory} and listens on 127.0.0.1.
     *
     * <p>The quorum of controllers is named here, statically, and not in the log, because the port may change from
     * start to start.
     */
    static Properties of(Path directory, int port, int controllerPort) {
        KafkaSettings of = new KafkaSettings();
        of.place(directory, port, controllerPort);
        of.alone();
        of.transactions();
        of.groups();
        of.log();
        of.resources();
        return of.settings;
    }

    private void place(Path directory, int port, int controllerPort) {
        set("node.id", NODE);
        set("process.roles", "broker,controller");
        set("log.dirs", directory);
        set("listeners", "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
        set("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        set("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER));
        set("controller.listener.names", CONTROLLER);
        set("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort));
    }

    private void alone() {
        set("offsets.topic.replication.factor", 1);
        set("transaction.state.log.replication.factor", 1);
        set("transaction.state.log.min.isr", 1);
        set("share.coordinator.state.topic.replication.factor", 1);
        set("share.coordinator.state.topic.min.isr", 1);
        set("auto.create.topics.enable", false);
        // The controller takes no new broker while it believes the killed one alive: so long does the first start after
        // a kill wait.
        set("broker.session.timeout.ms", 2000);
        set("broker.heartbeat.interval.ms", 400);
        // Nobody follows this log of metadata: no record, and no write to the disk, twice a second in a quiet newsroom.
        set("metadata.max.idle.interval.ms", 0);
    }

    private void transactions() {
        // With the default of 20 ms a producer does 74 transactions a second instead of 906.
        set("add.partitions.to.txn.retry.backoff.ms", 1);
        // What a killed workflow left open stops all readers until it is found.
        set("transaction.abort.timed.out.transaction.cleanup.interval.ms", 500);
        set("transaction.state.log.num.partitions", 4);
        set("transaction.state.log.segment.bytes", 8 * MIB);
    }

    private void groups() {
        set("group.min.session.timeout.ms", 1000);
        set("group.initial.rebalance.delay.ms", 0);
        set("group.streams.initial.rebalance.delay.ms", 0);
        // A newsroom that was closed for a while goes on where it was: nothing forgets what it has read.
        set("offsets.retention.minutes", Duration.ofDays(3650).toMinutes());
        set("offsets.topic.num.partitions", 4);
        set("offsets.topic.segment.bytes", 8 * MIB);
    }

    private void log() {
        // Room for the largest record of the catalogue, 4 MiB, in its batch.
        set("message.max.bytes", 5 * MIB);
        set("replica.fetch.max.bytes", 5 * MIB);
        // After a kill the active segment of every partition is read again: small segments bound that.
        set("log.segment.bytes", 64 * MIB);
        set("log.index.size.max.bytes", MIB);
        set("num.recovery.threads.per.data.dir", 2);
        // How much of what was acknowledged a power failure can take.
        set("log.flush.interval.ms", 1000);
        set("log.flush.scheduler.interval.ms", 1000);
        set("log.cleaner.dedupe.buffer.size", 16 * MIB);
    }

    private void resources() {
        set("num.network.threads", 2);
        set("num.io.threads", 4);
        set("background.threads", 4);
    }

    private void set(String key, Object value) {
        settings.setProperty(key, value.toString());
    }
}
