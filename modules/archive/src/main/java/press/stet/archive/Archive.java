package press.stet.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import press.stet.archive.database.Database;
import press.stet.archive.database.Schema;
import press.stet.archive.newsroom.NewsroomProjection;
import press.stet.archive.newsroom.NewsroomRoutes;
import press.stet.archive.projection.Projection;
import press.stet.archive.projection.ProjectionHealth;
import press.stet.archive.projection.ProjectionReader;
import press.stet.archive.published.PublishedProjection;
import press.stet.archive.published.PublishedStore;
import press.stet.contract.message.MessageCodec;

/**
 * The archive: what stands in PostgreSQL, and the readers of the log that bring it there. Any number of instances may run on
 * the same database; they share the partitions of the log. All methods may be called by any thread.
 */
public final class Archive implements AutoCloseable {

    /** So many partitions of a projection are written at once. */
    private static final int WRITERS = 4;

    private static final int READERS = 8;

    private final ArchiveSettings settings;
    private final MessageCodec codec;
    private final List<Database> databases = new CopyOnWriteArrayList<>();
    private final List<ProjectionReader<?>> readers = new CopyOnWriteArrayList<>();
    private final PublishedStore published;
    private final NewsroomRoutes newsroomRoutes;

    private Archive(ArchiveSettings settings, MessageCodec codec) {
        this.settings = settings;
        this.codec = codec;
        this.published =
                new PublishedStore(open(Schema.PUBLISHED, "read", READERS).jdbi(), InstantSource.system());
        this.newsroomRoutes = new NewsroomRoutes(
                open(Schema.NEWSROOM, "read", READERS).jdbi(), codec, settings.visitors(), InstantSource.system());
    }

    /**
     * Opens the archive: what stands in the database can be asked for where the database is there, and nothing of the log is read
     * before {@link #start}.
     */
    public static Archive open(ArchiveSettings settings, MessageCodec codec) {
        return new Archive(settings, codec);
    }

    /**
     * Brings the database to this build's state, where its role may make tables; where it may not, somebody else must have done
     * so. Due before {@link #start}. May be called again, and by two instances at once.
     *
     * @throws press.stet.archive.database.SchemaBehind if somebody else is still to do so
     * @throws press.stet.archive.database.DatabaseUnavailable if the database is away, or does not let the archive in
     * @throws org.flywaydb.core.api.FlywayException if what stands there is not ours
     */
    public void migrate() {
        for (Schema schema : Schema.values()) {
            Database.bring(settings.database(), schema);
        }
    }

    private Database open(Schema schema, String purpose, int connections) {
        Database database = Database.open(settings.database(), schema, purpose, connections);
        databases.add(database);
        return database;
    }

    private void follow(Projection<?> projection, Schema schema) {
        readers.add(new ProjectionReader<>(
                projection,
                LogConsumers.of(settings, projection.name()),
                // One connection is to spare while another is found broken.
                open(schema, "write", WRITERS + 1).jdbi(),
                InstantSource.system(),
                WRITERS,
                settings.yields()));
    }

    /**
     * Begins to follow the log. Kafka, the registry and the database may be away, now or later: they are waited for.
     *
     * @throws org.apache.kafka.common.KafkaException if the names of the brokers mean no machine, or the connection's settings
     *     are wrong
     */
    public void start() {
        follow(new PublishedProjection(codec), Schema.PUBLISHED);
        follow(new NewsroomProjection(codec), Schema.NEWSROOM);
        readers.forEach(ProjectionReader::start);
    }

    /** Whether every projection has applied all that stood in the log when it started. */
    public boolean isReady() {
        return !readers.isEmpty() && readers.stream().allMatch(ProjectionReader::isReady);
    }

    /**
     * Waits until {@link #isReady}.
     *
     * @return false if that takes longer
     */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        Instant end = Instant.now().plus(timeout);
        for (ProjectionReader<?> reader : readers) {
            if (!reader.awaitReady(Duration.between(Instant.now(), end))) {
                return false;
            }
        }
        return true;
    }

    /** How each projection does, and how far it is behind the log. */
    public List<ProjectionHealth> health() {
        return readers.stream().map(ProjectionReader::health).toList();
    }

    /** What readers may see. */
    public PublishedStore published() {
        return published;
    }

    /** What tools may ask of the newsroom. */
    public NewsroomRoutes newsroomRoutes() {
        return newsroomRoutes;
    }

    /** Ends the readers of the log first, then the connections; whoever still asks the stores is told that they are closed. */
    @Override
    public void close() {
        readers.forEach(ProjectionReader::close);
        databases.forEach(Database::close);
    }
}
