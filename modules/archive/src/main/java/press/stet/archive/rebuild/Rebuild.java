package press.stet.archive.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.Schema;
import press.stet.archive.newsroom.NewsroomProjection;
import press.stet.archive.projection.Progress;
import press.stet.archive.projection.Projection;
import press.stet.archive.projection.Replay;
import press.stet.archive.published.PublishedProjection;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;

/**
 * Makes a store anew from the log, beside the live one and by the same code. Readers of the live one see nothing of it; its writers
 * go on while the log is taken and nearly all rows are compared, wait while the two stores are brought to the same offsets and what has changed
 * meanwhile is compared too, and go on in whichever is live then. A rebuild that ends half way, however it ends, leaves the live store as it was.
 *
 * <pre>
 *   valid:   fill beside · compare all · pause the writers · take the rest · compare what changed: equal · swap · writers go on where they were
 *   invalid: compare all · pause the writers · swap      (what came in between would be in one store and never compared)
 * </pre>
 */
public final class Rebuild {

    /** So few offsets are left to the pause. */
    private static final long CLOSE = 500;

    /** A log that grows faster than it can be taken is not waited for. */
    private static final int ROUNDS = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The writers of the live store wait no longer for a rebuild that hangs, and a rebuild no longer for them. */
    private static final Duration PATIENCE_IN_PAUSE = Duration.ofSeconds(20);

    /** Of one poll, from all partitions. */
    private static final int ROWS = 2_000;

    /** Of one partition, unless a single record is larger: little, so that a poll brings several, which are written side by side. */
    private static final int FETCH = 512 << 10;

    /** So many partitions are written at once. */
    private static final int WRITERS = 4;

    private final KafkaConnection kafka;
    private final DatabaseSettings owner;
    private final MessageCodec codec;
    private final Watcher watcher;
    private final Clock clock = Clock.systemUTC();

    /**
     * A rebuild that has not begun.
     *
     * @param kafka as somebody who may read the topics of the archive
     * @param owner as the owner of the live schemas, who may make others
     */
    public Rebuild(KafkaConnection kafka, DatabaseSettings owner, MessageCodec codec, Watcher watcher) {
        this.kafka = kafka;
        this.owner = owner;
        this.codec = codec;
        this.watcher = watcher;
    }

    /**
     * Rebuilds one store.
     *
     * @throws CannotRebuild if it cannot be; the live store is as it was
     */
    public Rebuilt run(Schema schema, Ending ending) {
        Beside beside = new Beside(schema);
        try (Handle handle = open();
                Beside.Claim _ = beside.claim(handle)) {
            // Whoever kills a rebuild lets the live writers go on at once, also in the middle of a comparison.
            handle.execute("set client_connection_check_interval = '1s'");
            beside.dropLeftOver(handle);
            handle.execute("create schema " + beside.rebuilt());
            Database.migrate(owner, schema, beside.rebuilt());
            beside.requireSameTables(handle);
            Grants.copy(handle, beside);
            return run(beside, ending, handle, projection(schema));
        } catch (Replay.Stuck stuck) {
            throw new CannotRebuild(schema.key() + " cannot be rebuilt: " + stuck.getMessage(), stuck);
        } catch (JdbiException | FlywayException failure) {
            throw new CannotRebuild(
                    schema.key() + " cannot be rebuilt, since the database fails: " + failure.getMessage(), failure);
        } catch (KafkaException failure) {
            throw new CannotRebuild(
                    schema.key() + " cannot be rebuilt, since Kafka fails: " + failure.getMessage(), failure);
        }
    }

    private Handle open() {
        Jdbi jdbi = Jdbi.create(owner.url(), owner.user(), owner.password()).installPlugin(new PostgresPlugin());
        // Statements are written out: a < in them compares.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        return jdbi.open();
    }

    private Projection<?> projection(Schema schema) {
        return switch (schema) {
            case PUBLISHED -> new PublishedProjection(codec);
            case NEWSROOM -> new NewsroomProjection(codec);
        };
    }

    private Rebuilt run(Beside beside, Ending ending, Handle handle, Projection<?> projection) {
        Instant begun = clock.instant();
        try (Database database = Database.open(owner, beside.rebuilt(), "rebuild", WRITERS + 1);
                Replay<?> replay = new Replay<>(projection, consumer(), database.jdbi(), clock, WRITERS)) {
            List<String> indexes = beside.dropIndexesOfReaders(handle);
            catchUp(beside, handle, replay, "taking the log from its beginning, beside the live store");
            watcher.begins("making the indexes of readers");
            indexes.forEach(handle::execute);
            beside.analyze(handle);
            Duration filling = Duration.between(begun, clock.instant());
            Comparing comparing = new Comparing(handle, beside);
            watcher.begins("looking at all rows of both, while the log goes on");
            comparing.look();
            catchUp(beside, handle, replay, "taking what has come meanwhile");
            Rebuilt rebuilt = handle.inTransaction(each -> pause(beside, ending, each, replay, comparing, filling));
            if (rebuilt.isLive() || ending == Ending.COMPARE) {
                handle.execute("drop schema if exists " + beside.replaced() + " cascade");
            }
            if (ending == Ending.COMPARE) {
                handle.execute("drop schema " + beside.rebuilt() + " cascade");
            }
            return rebuilt;
        }
    }

    /** Takes what the live store has taken, and then what it has taken meanwhile, until little is left. */
    private void catchUp(Beside beside, Handle handle, Replay<?> replay, String what) {
        watcher.begins(what);
        for (int round = 0; round < ROUNDS; round++) {
            Map<TopicPartition, Long> places = replay.within(places(beside, handle));
            long all = replay.distance(places);
            if (round > 0 && all - replay.done() <= CLOSE) {
                return;
            }
            replay.takeTo(places, PATIENCE, done -> watcher.taken(done, all));
        }
    }

    private Rebuilt pause(
            Beside beside, Ending ending, Handle handle, Replay<?> replay, Comparing comparing, Duration filling) {
        handle.execute("set local lock_timeout = '" + PATIENCE_IN_PAUSE.toSeconds() + "s'");
        handle.execute("set local idle_in_transaction_session_timeout = '" + PATIENCE_IN_PAUSE.toSeconds() + "s'");
        watcher.begins("asking the writers of the live store to wait");
        // Writers move their partition's progress first: they wait here, and find the table anew by its name after a
        // swap.
        handle.execute("lock table " + beside.live() + ".progress in exclusive mode");
        Instant paused = clock.instant();
        watcher.begins("comparing, while they wait");
        Map<TopicPartition, Long> places = replay.within(places(beside, handle));
        long all = replay.distance(places);
        replay.takeTo(places, PATIENCE_IN_PAUSE, done -> watcher.taken(done, all));
        keepErasures(beside, handle);
        Comparison comparison = comparing.compare();
        boolean swap = ending == Ending.SWAP || (ending == Ending.SWAP_IF_EQUAL && comparison.isEqual());
        if (swap) {
            beside.swap(handle);
        }
        return new Rebuilt(
                beside.schema(),
                replay.done(),
                filling,
                Duration.between(paused, clock.instant()),
                comparison,
                swap,
                swap || ending == Ending.COMPARE ? "" : beside.rebuilt());
    }

    /**
     * That a text was taken out by law the log says only for a while; that there is none, for ever. The live store alone remembers
     * then that it will not come again.
     */
    private static void keepErasures(Beside beside, Handle handle) {
        switch (beside.schema()) {
            case PUBLISHED -> {}
            case NEWSROOM -> handle.execute("""
                            update %s.version rebuilt set erased = true from %s.version live
                            where live.erased and rebuilt.copy is null and live.story = rebuilt.story
                              and live.language = rebuilt.language and live.version = rebuilt.version
                            """.formatted(beside.rebuilt(), beside.live()));
        }
    }

    private static Map<TopicPartition, Long> places(Beside beside, Handle handle) {
        return Progress.all(handle, beside.live());
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(kafka.settings());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "stet-rebuild");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ROWS);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
