package press.stet.testkit.parts;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.copy.Stamp;

/**
 * Stories that come in at a steady pace, one partition after the other, however long the newsroom takes with those before. Each
 * goes all the way to its readers, a command at a time.
 */
final class Newswire implements AutoCloseable {

    /** Forty commands a second: far from what the newsroom can do, so that nobody waits for those before. */
    private static final Duration BETWEEN_STORIES = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * A command that was accepted.
     *
     * @param sent when its sender began, by {@link System#nanoTime}
     * @param told when its sender knew what became of it, by the same
     */
    record Told(StoryId story, int partition, long sent, long told) {

        Duration latency() {
            return Duration.ofNanos(told - sent);
        }
    }

    private interface Step<T> {
        T take() throws InterruptedException;
    }

    private final People people;
    private final int partitions;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger out = new AtomicInteger();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    Newswire(People people, int partitions) {
        this.people = people;
        this.partitions = partitions;
        var _ = pace.scheduleAtFixedRate(() -> senders.execute(this::story), 0, BETWEEN_STORIES.toNanos(), NANOSECONDS);
    }

    private void story() {
        int number = begun.getAndIncrement();
        int partition = number % partitions;
        StoryId story = storyIn(partition);
        try {
            Stamp stamp = timed(story, partition, () -> people.file(story, "Story " + number));
            timed(story, partition, () -> people.submit(story, stamp));
            timed(story, partition, () -> people.approve(story, stamp));
            timed(story, partition, () -> people.publish(story, stamp));
            out.incrementAndGet();
        } catch (InterruptedException | RuntimeException | AssertionError failure) {
            failures.add(failure);
        }
    }

    private StoryId storyIn(int partition) {
        return Stream.generate(Ids::story)
                .filter(story -> Topics.partition(story, partitions) == partition)
                .findFirst()
                .orElseThrow();
    }

    private <T> T timed(StoryId story, int partition, Step<T> step) throws InterruptedException {
        long sent = System.nanoTime();
        T taken = step.take();
        told.add(new Told(story, partition, sent, System.nanoTime()));
        return taken;
    }

    /** Returns when so many more stories have reached their readers. */
    void awaitMore(int stories) {
        int enough = out.get() + stories;
        await().atMost(PATIENCE).failFast(this::requireNoFailure).until(() -> out.get() >= enough);
    }

    /** The first command of a partition that was accepted of those sent since then. */
    Told awaitToldOf(int partition, long since) {
        return await().atMost(PATIENCE)
                .failFast(this::requireNoFailure)
                .until(
                        () -> told.stream()
                                .filter(each -> each.partition() == partition && each.sent() >= since)
                                .min(Comparator.comparingLong(Told::told)),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Everything that was accepted so far. */
    List<Told> told() {
        return List.copyOf(told);
    }

    /** Lets the stories that have begun reach their readers, and says what was accepted; fails if anything was not. */
    List<Told> finish() {
        close();
        requireNoFailure();
        return told();
    }

    private void requireNoFailure() {
        failures.stream().findFirst().ifPresent(first -> {
            throw new AssertionError(failures.size() + " stories did not reach their readers, the first", first);
        });
    }

    @Override
    public void close() {
        pace.shutdownNow();
        senders.close();
    }
}
