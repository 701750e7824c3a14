package press.stet.archive.projection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Has the partitions that a poll brought written side by side. Those of the same number are written one after the other, whatever their
 * topics: they are about the same stories, and so about the same rows. For use by one thread.
 */
final class SideBySide implements AutoCloseable {

    private final ExecutorService threads;

    /**
     * Begins no thread yet.
     *
     * @param width how many at once
     */
    SideBySide(String projection, int width) {
        this.threads = Executors.newFixedThreadPool(
                width,
                Thread.ofPlatform()
                        .name("stet-archive-" + projection + "-writer-", 1)
                        .daemon()
                        .factory());
    }

    /** Does the work of each partition, and returns when all is done, also where some of it fails. */
    void run(Map<TopicPartition, Runnable> work) {
        List<Runnable> apart = work.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().partition(),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .values()
                .stream()
                .map(together -> (Runnable) () -> together.forEach(Runnable::run))
                .toList();
        if (apart.size() == 1) {
            apart.getFirst().run();
            return;
        }
        try {
            CompletableFuture.allOf(apart.stream()
                            .map(each -> CompletableFuture.runAsync(each, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case RuntimeException known -> throw known;
                case Error known -> throw known;
                case null, default -> throw failure;
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
