package press.stet.bench.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import press.stet.bench.ground.Life;
import press.stet.contract.sending.CommandSender;
import press.stet.model.StoryId;
import press.stet.model.command.Command;

/** Stories that are filed, approved and scheduled by commands, many at a time, each command after the outcome of the one before. */
final class Stories {

    private static final long SEED = 8;
    private static final int AT_A_TIME = 64;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final List<Life.Step> UNTIL_PUBLISHED =
            Life.filedAndPublished(SEED).steps();
    private static final List<Life.Step> UNTIL_APPROVED = UNTIL_PUBLISHED.subList(0, UNTIL_PUBLISHED.size() - 1);

    private final CommandSender sender;

    Stories(CommandSender sender) {
        this.sender = sender;
    }

    /** Files these and takes them through review. */
    void approve(Collection<StoryId> stories) throws InterruptedException {
        all(stories, story -> {
            for (Life.Step step : UNTIL_APPROVED) {
                step.send(sender, story, ANSWER);
            }
        });
    }

    /** Schedules each for its moment. */
    void schedule(Map<StoryId, Instant> due) throws InterruptedException {
        all(due.entrySet(), each -> scheduling(each.getValue()).send(sender, each.getKey(), ANSWER));
    }

    /** The past of a story that is filed, approved and scheduled. */
    static List<Life.Step> scheduled(Instant due) {
        return Stream.concat(UNTIL_APPROVED.stream(), Stream.of(scheduling(due)))
                .toList();
    }

    private static Life.Step scheduling(Instant due) {
        Life.Step last = UNTIL_PUBLISHED.getLast();
        if (!(last.command() instanceof Command.PublishVersion approved)) {
            throw new IllegalStateException("a life ends with " + last.command());
        }
        return new Life.Step(
                last.actor(),
                new Command.SchedulePublication(
                        approved.language(),
                        approved.version(),
                        approved.digest(),
                        due,
                        ZoneOffset.UTC,
                        approved.kind(),
                        approved.note()));
    }

    /** What is done with each of many. */
    @FunctionalInterface
    private interface Work<T> {
        void on(T each) throws InterruptedException;
    }

    private static <T> void all(Collection<T> many, Work<T> work) throws InterruptedException {
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> sent = new ArrayList<>();
            for (T each : many) {
                sent.add(senders.submit(() -> {
                    work.on(each);
                    return each;
                }));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a story could not be prepared", failure.getCause());
        }
    }
}
