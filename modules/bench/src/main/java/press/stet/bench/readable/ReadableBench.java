package press.stet.bench.readable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Readers;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Latencies;
import press.stet.bench.measure.Rhythm;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;
import press.stet.testkit.running.RunningNewsroom;

/**
 * From when a publication's command is due to when its edition is readable over HTTP, in a whole newsroom under the traffic of a working
 * one. The limit is the sum of the {@link Hops} that nothing could leave out, each on an otherwise idle machine.
 */
public final class ReadableBench implements Bench {

    private static final Goal P50 = Goal.timesAtMost(3);
    private static final Goal P99 = Goal.atMost(50);

    /** Readers ask for so many editions a second at most. */
    private static final int SAMPLED = 20;

    /** Of a life's commands, about one in six is the first publication of an edition. */
    private static final int COMMANDS_A_PUBLICATION = 6;

    private record Load(int perSecond, Duration time, Draft p50, Draft p99, Draft max) {}

    @Override
    public String name() {
        return "readable";
    }

    @Override
    public String measures() {
        return "publication due → edition readable over HTTP; the limit is the sum of its hops on an idle machine";
    }

    @Override
    public void run(Run run) throws Exception {
        List<Load> loads = run.either(List.of(load(run, 100, 8), load(run, 1_000, 6)), List.of(load(run, 20, 2)));
        Path folder = Ground.prepared(run, "newsroom");
        for (int repeat = 0; repeat < run.repeats(); repeat++) {
            measure(run, folder, loads, repeat == 0);
            try (Ground ground = Ground.in(folder)) {
                double sum = new Hops(ground, run.either(1_000, 50)).sum();
                run.tell("LIMIT: %.2f ms", sum);
                loads.forEach(load -> load.p50().limit(sum));
            }
        }
        loads.forEach(load -> {
            run.found(load.p50().against(P50));
            run.found(load.p99().against(P99));
            run.found(load.max().withoutGoal());
        });
    }

    private static Load load(Run run, int perSecond, int seconds) {
        return new Load(
                perSecond,
                Duration.ofSeconds(seconds),
                run.metric("p50 at %d/s".formatted(perSecond), Unit.MILLISECONDS),
                run.metric("p99 at %d/s".formatted(perSecond), Unit.MILLISECONDS),
                run.metric("max at %d/s".formatted(perSecond), Unit.MILLISECONDS));
    }

    private static void measure(Run run, Path folder, List<Load> loads, boolean first) throws InterruptedException {
        try (RunningNewsroom newsroom = RunningNewsroom.on(folder);
                Traffic traffic = Traffic.to(newsroom.kafka(), newsroom.codec())) {
            if (first) {
                traffic.send(
                        new Rhythm.Steady(run.either(800, 50)),
                        Duration.ZERO,
                        run.either(Duration.ofSeconds(30), Duration.ofMillis(200)));
            }
            for (Load load : loads) {
                traffic.send(
                        new Rhythm.Steady(load.perSecond()),
                        Duration.ZERO,
                        run.either(Duration.ofSeconds(2), Duration.ofMillis(200)));
                int oneIn = Math.max(1, load.perSecond() / COMMANDS_A_PUBLICATION / SAMPLED);
                try (Readers readers = new Readers(newsroom.address(), oneIn)) {
                    traffic.watchedBy(readers);
                    traffic.send(new Rhythm.Steady(load.perSecond()), Duration.ZERO, load.time());
                    traffic.watchedBy((_, _) -> {});
                    Latencies latencies = readers.waited();
                    load.p50().ours(latencies.p50());
                    load.p99().ours(latencies.p99());
                    load.max().ours(latencies.max());
                    run.tell("OURS at %d/s: %s", load.perSecond(), latencies);
                }
            }
        }
    }
}
