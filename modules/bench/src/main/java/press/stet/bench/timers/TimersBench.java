package press.stet.bench.timers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Stock;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Latencies;
import press.stet.bench.report.Finding;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;
import press.stet.bench.ruling.PassThrough;
import press.stet.contract.sending.Ids;
import press.stet.model.StoryId;
import press.stet.testkit.running.RunningNewsroom;

/**
 * How late stories go out that are scheduled, in a whole newsroom on one machine in which many more are pending, as a consumer sees it
 * that reads what is committed; how late readers have them, asked over HTTP; and how many a second go out where many are due at once.
 * None may go out early, which ends the bench.
 *
 * <p>The limit of the lateness is the JDK's timer thread with as many moments in memory. It keeps nothing, rules on nothing and tells
 * nobody. The limit of how many go out a second is {@link PassThrough}, the least that an exactly-once application does with as many
 * commands, by itself, while what is due has the whole newsroom beside it: the stories come into the archive meanwhile.
 */
public final class TimersBench implements Bench {

    private static final Instant FAR_AHEAD = Instant.parse("2099-12-31T00:00:00Z");
    private static final int UNDER_WAY = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public String measures() {
        return "how late scheduled stories go out, and how many a second where many are due at once";
    }

    @Override
    public void run(Run run) throws Exception {
        int pending = run.either(100_000, 300);
        Path place = Ground.prepared(run, "newsroom");
        run.tell("scheduling %,d stories far ahead", pending);
        try (Ground ground = Ground.in(place)) {
            Stock.fill(ground, Stories.scheduled(FAR_AHEAD), pending, Stock.STATE);
        }
        Finding.Draft rate = run.metric("%,d due at once".formatted(run.either(10_000, 100)), Unit.PER_SECOND);
        try (RunningNewsroom newsroom = RunningNewsroom.on(place);
                Watch watch = new Watch(newsroom.kafka())) {
            Due due = new Due(run, newsroom, watch);
            due.inOneSecond(run.either(1_000, 100), pending);
            due.untilReadable(run.either(100, 10), run.either(Duration.ofSeconds(10), Duration.ofSeconds(1)), pending);
            rate.ours(due.atOnce(run.either(10_000, 100)));
        }
        rate.limit(passedThrough(run));
        run.found(rate.against(Goal.timesAtLeast(0.6)));
    }

    /** How many commands a second the least application passes through, on a ground of its own. */
    private static double passedThrough(Run run) throws IOException, InterruptedException {
        run.tell("passing commands through");
        try (Ground ground = Ground.fresh(run, "limit");
                Traffic traffic = Traffic.to(ground);
                PassThrough _ = PassThrough.on(ground)) {
            return traffic.saturate(
                    UNDER_WAY,
                    run.either(Duration.ofSeconds(8), Duration.ofSeconds(1)),
                    run.either(Duration.ofSeconds(12), Duration.ofSeconds(1)));
        }
    }

    /** A newsroom, and who watches it. */
    private record Due(Run run, RunningNewsroom newsroom, Watch watch) {

        void inOneSecond(int many, int pending) throws InterruptedException {
            String what = "%,d due in a second among %,d pending, ".formatted(many, pending);
            Finding.Draft half = run.metric(what + "late, p50", Unit.MILLISECONDS);
            Finding.Draft most = run.metric(what + "late, p99", Unit.MILLISECONDS);
            Finding.Draft last = run.metric(what + "late, max", Unit.MILLISECONDS);
            if (!run.isQuick()) {
                run.tell("warming up");
                watch.all(scheduled(2 * many, Duration.ofSeconds(4)));
            }
            for (int at = 0; at < run.repeats(); at++) {
                run.tell("%srepeat %d of %d", what, at + 1, run.repeats());
                Latencies late =
                        watch.all(scheduled(many, Duration.ofSeconds(1))).late();
                Latencies bare = BareTimer.late(many, pending);
                half.ours(late.p50()).limit(bare.p50());
                most.ours(late.p99()).limit(bare.p99());
                last.ours(late.max()).limit(bare.max());
            }
            run.found(half.withoutGoal());
            run.found(most.against(Goal.atMost(100)));
            run.found(last.withoutGoal());
        }

        void untilReadable(int many, Duration over, int pending) throws Exception {
            String what = "%,d due over %d s among %,d pending, readable over HTTP, late, "
                    .formatted(many, over.toSeconds(), pending);
            run.tell("%s", what);
            Map<StoryId, Instant> due = scheduled(many, over);
            Latencies late = new Latencies();
            try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> asked = new ArrayList<>();
                due.forEach((story, moment) -> asked.add(readers.submit(() -> {
                    late.add(readableAfter(story, moment).toNanos());
                    return story;
                })));
                for (Future<?> each : asked) {
                    each.get();
                }
            }
            run.found(
                    run.metric(what + "p50", Unit.MILLISECONDS).ours(late.p50()).withoutGoal());
            run.found(
                    run.metric(what + "p99", Unit.MILLISECONDS).ours(late.p99()).withoutGoal());
        }

        /** How many a second go out of so many that are due at the same moment. */
        double atOnce(int many) throws InterruptedException {
            run.tell("preparing %,d due at once", many);
            Map<StoryId, Instant> due = scheduled(many, Duration.ZERO);
            Instant moment = due.values().iterator().next();
            Instant last = watch.all(due).last();
            return many / (Duration.between(moment, last).toNanos() / 1e9);
        }

        /** Stories that are due evenly over this time, beginning as soon as all of them are scheduled. */
        private Map<StoryId, Instant> scheduled(int many, Duration over) throws InterruptedException {
            List<StoryId> all = Stream.generate(Ids::story).limit(many).toList();
            Stories stories = new Stories(newsroom.sender());
            stories.approve(all);
            Instant first = Instant.now().plus(preparing(many)).truncatedTo(ChronoUnit.MILLIS);
            Map<StoryId, Instant> due = new LinkedHashMap<>();
            for (StoryId story : all) {
                due.put(
                        story,
                        first.plus(over.multipliedBy(due.size()).dividedBy(many))
                                .truncatedTo(ChronoUnit.MILLIS));
            }
            stories.schedule(due);
            if (Instant.now().isAfter(first)) {
                throw new IllegalStateException("scheduling took so long that the first were due meanwhile");
            }
            return due;
        }

        /** How long scheduling them may take. */
        private static Duration preparing(int many) {
            return Duration.ofSeconds(2).plusMillis(many * 2L);
        }

        private Duration readableAfter(StoryId story, Instant due) throws IOException, InterruptedException {
            Thread.sleep(Duration.between(Instant.now(), due));
            while (newsroom.get("/stories/" + story + "/en").statusCode() == 404) {
                if (Instant.now().isAfter(due.plus(LONGEST))) {
                    throw new IllegalStateException("story " + story + " is not there after " + LONGEST);
                }
            }
            return Duration.between(due, Instant.now());
        }
    }
}
