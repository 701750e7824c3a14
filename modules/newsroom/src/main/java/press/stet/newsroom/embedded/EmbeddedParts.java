package press.stet.newsroom.embedded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka, PostgreSQL and the schema registry together, each started as soon as what it needs is there. Safe for use by
 * several threads, and from a shutdown hook.
 */
public final class EmbeddedParts implements AutoCloseable {

    private static final Executor THREAD_EACH =
            task -> Thread.ofPlatform().name("start").start(task);

    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;
    private final EmbeddedRegistry registry;

    /** None of them runs yet. */
    public EmbeddedParts(DataDirectory data, Progress progress) {
        this.kafka = new EmbeddedKafka(data, progress);
        this.database = new EmbeddedDatabase(data, progress);
        this.registry = new EmbeddedRegistry(data, database, progress);
    }

    /** The broker. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** The database. */
    public EmbeddedDatabase database() {
        return database;
    }

    /** The registry. */
    public EmbeddedRegistry registry() {
        return registry;
    }

    /**
     * Returns when all of them can be used.
     *
     * @throws PartFailed where one does not start; the others have been stopped by then
     */
    public void start() {
        AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
        BiConsumer<@Nullable Void, @Nullable Throwable> stopTheRest = (_, failure) -> {
            if (failure != null && first.compareAndSet(null, failure)) {
                close();
            }
        };
        CompletableFuture<Void> broker =
                CompletableFuture.runAsync(kafka::start, THREAD_EACH).whenComplete(stopTheRest);
        CompletableFuture<Void> schemas = CompletableFuture.runAsync(database::start, THREAD_EACH)
                .thenRun(registry::start)
                .whenComplete(stopTheRest);
        try {
            CompletableFuture.allOf(broker, schemas).join();
        } catch (CompletionException e) {
            Throwable reason = first.get();
            throw reason instanceof CompletionException wrapped && wrapped.getCause() instanceof PartFailed failure
                    ? failure
                    : e;
        }
    }

    /** Stops all of them in order: nothing that another one still uses. Does nothing for those that do not run. */
    @Override
    public void close() {
        PartFailed failure = new PartFailed("The newsroom's parts did not all stop in order.", null);
        for (EmbeddedPart part : List.of(registry, kafka, database)) {
            try {
                part.close();
            } catch (PartFailed e) {
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
