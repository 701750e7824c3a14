package press.stet.bench.ruling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.RunningWorkflow;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Machine;
import press.stet.bench.measure.Rhythm;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Side;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/**
 * From when a command is due to when its outcome is seen read-committed, on one broker, with sender and reader in the same process. The
 * limit is the same topology at-least-once, with the same commands: what exactly-once costs is the difference.
 */
public final class RulingBench implements Bench {

    private static final Duration WARM_UP = Duration.ofSeconds(2);

    /** Before anything is measured, the methods that everybody uses are to be compiled. */
    private static final Rhythm FIRST = new Rhythm.Steady(1_200);

    private static final Duration FIRST_TIME = Duration.ofSeconds(30);

    private static final Goal P50 = Goal.timesAtMost(1.5);
    private static final Goal P99 = Goal.timesAtMost(2);

    /** A rhythm, and what it came to. */
    private record Load(Rhythm rhythm, Duration time, Draft p50, Draft p99, Draft max, Draft processor) {}

    @Override
    public String name() {
        return "ruling";
    }

    @Override
    public String measures() {
        return "command due → outcome seen read-committed; the limit is the same topology at-least-once";
    }

    @Override
    public void run(Run run) throws Exception {
        List<Load> loads = run.either(
                List.of(
                        load(run, new Rhythm.Steady(100), 6_000),
                        load(run, new Rhythm.Steady(1_000), 5_000),
                        load(run, new Rhythm.Steady(3_000), 4_000),
                        load(run, new Rhythm.Bursts(100, Duration.ofSeconds(1)), 5_000),
                        load(run, new Rhythm.Alone(Duration.ofMillis(400)), 6_000)),
                List.of(
                        load(run, new Rhythm.Steady(50), 300),
                        load(run, new Rhythm.Alone(Duration.ofMillis(100)), 300)));
        Draft memory = run.metric("resident memory, broker and load with it", Unit.MEBIBYTES);
        try (Ground ground = Ground.fresh(run, "newsroom");
                Traffic traffic = Traffic.to(ground)) {
            for (Side side : run.either(List.of(Side.values()), List.<Side>of())) {
                try (RunningWorkflow _ = workflow(ground, side)) {
                    traffic.send(FIRST, Duration.ZERO, FIRST_TIME);
                }
            }
            for (int repeat = 0; repeat < run.repeats(); repeat++) {
                for (Side side : Side.values()) {
                    try (RunningWorkflow _ = workflow(ground, side)) {
                        for (Load load : loads) {
                            measure(run, traffic, side, load);
                        }
                        memory.add(side, Machine.residentMemory());
                    }
                }
            }
        }
        loads.forEach(load -> {
            boolean steady = load.rhythm() instanceof Rhythm.Steady;
            run.found(load.p50().against(steady ? P50 : null));
            run.found(load.p99().against(steady ? P99 : null));
            run.found(load.max().withoutGoal());
            run.found(load.processor().withoutGoal());
        });
        run.found(memory.withoutGoal());
    }

    private static Load load(Run run, Rhythm rhythm, int millis) {
        return new Load(
                rhythm,
                Duration.ofMillis(millis),
                run.metric("p50 at " + rhythm, Unit.MILLISECONDS),
                run.metric("p99 at " + rhythm, Unit.MILLISECONDS),
                run.metric("max at " + rhythm, Unit.MILLISECONDS),
                run.metric("processor time a command at " + rhythm, Unit.MICROSECONDS));
    }

    private static RunningWorkflow workflow(Ground ground, Side side) throws InterruptedException {
        return RunningWorkflow.on(
                ground,
                switch (side) {
                    case OURS -> Map.of();
                    case LIMIT -> Map.of("processing.guarantee", "at_least_once");
                });
    }

    private static void measure(Run run, Traffic traffic, Side side, Load load) throws InterruptedException {
        Traffic.Outcome outcome = traffic.send(load.rhythm(), run.either(WARM_UP, Duration.ofMillis(200)), load.time());
        load.p50().add(side, outcome.latencies().p50());
        load.p99().add(side, outcome.latencies().p99());
        load.max().add(side, outcome.latencies().max());
        load.processor().add(side, outcome.processorMicros());
        run.tell("%s, %s: %s, %.0f µs a command", side, load.rhythm(), outcome.latencies(), outcome.processorMicros());
    }
}
