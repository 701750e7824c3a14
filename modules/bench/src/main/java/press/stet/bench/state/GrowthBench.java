package press.stet.bench.state;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Life;
import press.stet.bench.ground.RunningWorkflow;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Latencies;
import press.stet.bench.measure.Rhythm;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Side;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/**
 * Whether rulings take longer when more stories are on file. Commands go to stories drawn at random from all that are there, each of
 * which was not touched since it was restored; the limit is the same with few stories. 100,000 against 3,000, as fewer would not
 * last for the commands of a repeat; a million were not measured.
 */
public final class GrowthBench implements Bench {

    private static final Goal GOAL = Goal.timesAtMost(1.1);
    private static final Life LIFE = Life.publishedTwice(1);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String measures() {
        return "rulings on stories drawn from many; the limit is the same with few";
    }

    private record Filled(Path folder, Stock stock) {}

    @Override
    public void run(Run run) throws Exception {
        int many = run.either(100_000, 600);
        int few = run.either(3_000, 200);
        int rate = run.either(400, 20);
        Draft p50 = run.metric("p50 at %d/s, %,d stories against %,d".formatted(rate, many, few), Unit.MILLISECONDS);
        Draft p99 = run.metric("p99 at %d/s, %,d stories against %,d".formatted(rate, many, few), Unit.MILLISECONDS);
        Draft processor = run.metric("processor time a command", Unit.MICROSECONDS);
        Filled large = filled(run, "many", many);
        Filled small = filled(run, "few", few);
        int repeats = run.either(3, 1);
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (Side side : Side.values()) {
                Filled on = side == Side.OURS ? large : small;
                try (Ground ground = Ground.in(on.folder());
                        Traffic traffic = Traffic.to(ground);
                        RunningWorkflow _ = RunningWorkflow.on(ground, Map.of())) {
                    traffic.send(
                            new Rhythm.Steady(rate),
                            Duration.ZERO,
                            run.either(Duration.ofSeconds(10), Duration.ofMillis(200)));
                    traffic.goOnWith(on.stock().part(repeat, repeats, rate * 10), LIFE, Stock.STEPS);
                    Traffic.Outcome outcome = traffic.send(
                            new Rhythm.Steady(rate),
                            Duration.ZERO,
                            run.either(Duration.ofSeconds(8), Duration.ofMillis(500)));
                    Latencies latencies = outcome.latencies();
                    p50.add(side, latencies.p50());
                    p99.add(side, latencies.p99());
                    processor.add(side, outcome.processorMicros());
                    run.tell("%s: %s, %.0f µs a command", side, latencies, outcome.processorMicros());
                }
            }
        }
        run.found(p50.against(GOAL));
        run.found(p99.against(GOAL));
        run.found(processor.against(GOAL));
    }

    private static Filled filled(Run run, String name, int stories) throws Exception {
        Path folder = run.folder(name);
        try (Ground ground = Ground.in(folder)) {
            Filled filled = new Filled(folder, Stock.fill(ground, LIFE, stories));
            run.tell("%,d stories on file", stories);
            return filled;
        }
    }
}
