package press.stet.bench.ruling;

import java.time.Duration;
import java.util.Map;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.RunningWorkflow;
import press.stet.bench.ground.Traffic;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Side;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/**
 * How many commands a second are ruled on while the backlog stays flat: so many are under way at any time, and the next is sent when an
 * outcome was seen. Broker, sender and reader share the processors with the workflow. The limit is {@link PassThrough}, which reads the
 * same bytes, exactly-once; it writes less: one record and one row for each command, where a ruling writes the rows of story,
 * edition, outcome and text, an event or more, and what readers see.
 */
public final class ThroughputBench implements Bench {

    private static final int UNDER_WAY = 1_000;

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String measures() {
        return "commands a second with a flat backlog; the limit is an exactly-once pass-through with one store";
    }

    @Override
    public void run(Run run) throws Exception {
        Duration warmUp = run.either(Duration.ofSeconds(8), Duration.ofSeconds(1));
        // One whole minute for the whole of ours, so that a backlog that grows slowly would be seen.
        Duration measured = run.either(Duration.ofSeconds(12), Duration.ofSeconds(1));
        int underWay = run.either(UNDER_WAY, 100);
        Draft rate = run.metric("commands ruled on", Unit.PER_SECOND);
        // Each on a ground of its own: what the one has seen to, the other would find waiting.
        try (Ground ours = Ground.fresh(run, "newsroom");
                Ground limits = Ground.fresh(run, "limit");
                Traffic toOurs = Traffic.to(ours);
                Traffic toLimit = Traffic.to(limits)) {
            for (int repeat = 0; repeat < run.repeats(); repeat++) {
                try (RunningWorkflow _ = RunningWorkflow.on(ours, Map.of())) {
                    add(run, rate, Side.OURS, toOurs.saturate(underWay, warmUp, measured));
                }
                try (PassThrough _ = PassThrough.on(limits)) {
                    add(run, rate, Side.LIMIT, toLimit.saturate(underWay, warmUp, measured));
                }
            }
        }
        run.found(rate.against(Goal.timesAtLeast(0.6)));
    }

    private static void add(Run run, Draft rate, Side side, double found) {
        rate.add(side, found);
        run.tell("%s: %.0f/s", side, found);
    }
}
