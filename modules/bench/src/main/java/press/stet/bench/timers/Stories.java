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
import press.stet.bench.ground.Life;
import press.stet.contract.sending.Answer;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.testkit.running.RunningNewsroom;

/** Stories that are filed, approved and scheduled by commands, many at a time, each command after the outcome of the one before. */
final class Stories {

    private static final long SEED = 8;
    private static final int AT_A_TIME = 64;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final RunningNewsroom newsroom;
    private final List<Life.Step> untilApproved = new ArrayList<>();
    private final Life.Step publish;
    private final Command.PublishVersion approved;

    Stories(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        List<Life.Step> life = Life.filedAndPublished(SEED).steps();
        this.untilApproved.addAll(life.subList(0, life.size() - 1));
        this.publish = life.getLast();
        if (!(publish.command() instanceof Command.PublishVersion last)) {
            throw new IllegalStateException("a life ends with " + publish.command());
        }
        this.approved = last;
    }

    /** Files these and takes them through review. */
    void approve(Collection<StoryId> stories) throws InterruptedException {
        all(stories, story -> {
            for (Life.Step step : untilApproved) {
                send(step, story);
            }
        });
    }

    /** Schedules each for its moment. */
    void schedule(Map<StoryId, Instant> due) throws InterruptedException {
        all(due.entrySet(), each -> send(new Life.Step(publish.actor(), scheduledFor(each.getValue())), each.getKey()));
    }

    private Command scheduledFor(Instant due) {
        return new Command.SchedulePublication(
                approved.language(),
                approved.version(),
                approved.digest(),
                due,
                ZoneOffset.UTC,
                approved.kind(),
                approved.note());
    }

    private void send(Life.Step step, StoryId story) throws InterruptedException {
        Answer answer = newsroom.sender().send(step.of(story), ANSWER);
        if (!(answer instanceof Answer.Accepted)) {
            throw new IllegalStateException("a command of the bench was not accepted: " + answer);
        }
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
