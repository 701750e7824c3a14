package press.stet.archive;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.DatabaseUnavailable;
import press.stet.archive.database.Schema;
import press.stet.archive.projection.LogEnds;
import press.stet.archive.projection.Progress;
import press.stet.archive.published.PublishedStore;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topics;

/**
 * The published store for whoever reads it beside the archive that writes it: it reads nothing of the log, and writes nothing
 * anywhere. Safe for use by many threads.
 */
public final class PublishedArchive implements AutoCloseable {

    private static final int READERS = 16;

    private static final int PATIENCE_MILLIS = 10_000;

    private final DatabaseSettings settings;
    private final Database database;
    private final PublishedStore store;

    private PublishedArchive(DatabaseSettings settings) {
        this.settings = settings;
        this.database = Database.open(settings, Schema.PUBLISHED, "site", READERS);
        this.store = new PublishedStore(database.jdbi(), InstantSource.system());
    }

    /** Opens it; the database may be away. */
    public static PublishedArchive open(DatabaseSettings settings) {
        return new PublishedArchive(settings);
    }

    public PublishedStore store() {
        return store;
    }

    /**
     * Where the log of editions ends at this moment, partition by partition.
     *
     * @throws BrokersUnavailable if Kafka does not say, or the topic is not there yet
     * @throws AuthenticationException if the brokers do not let this user in
     */
    public static Map<TopicPartition, Long> endsOf(KafkaConnection kafka) {
        Map<String, Object> config = new HashMap<>(kafka.settings());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "stet-site");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return LogEnds.of(consumer, Set.of(Topics.EDITIONS.name()));
        } catch (AuthenticationException refused) {
            throw refused;
        } catch (KafkaException away) {
            throw new BrokersUnavailable("say where " + Topics.EDITIONS + " ends", away);
        }
    }

    /**
     * Whether the store has taken everything before these ends.
     *
     * @throws DatabaseUnavailable if the database is away, or no archive has set it up yet
     */
    public boolean hasTaken(Map<TopicPartition, Long> ends) {
        try {
            return Progress.reached(database.jdbi().withHandle(Progress::all), ends);
        } catch (RuntimeException failure) {
            throw DatabaseUnavailable.told(settings, failure);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
