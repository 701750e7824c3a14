package press.stet.bench.state;

import java.util.Map;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Life;
import press.stet.bench.ground.RunningWorkflow;
import press.stet.bench.ground.Stock;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/**
 * How long an instance that has lost its disk takes from its start to ruling, with a large state in its changelogs. The limit is a plain
 * consumer that reads the same changelogs and keeps nothing. 100,000 stories are half a gigabyte; a million were not measured.
 */
public final class RestoreBench implements Bench {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String measures() {
        return "an instance without a disk, from its start to ruling; the limit is a plain consumer of its changelogs";
    }

    @Override
    public void run(Run run) throws Exception {
        int stories = run.either(100_000, 1_000);
        Draft time = run.metric("%,d stories restored".formatted(stories), Unit.SECONDS);
        try (Ground ground = Ground.fresh(run, "newsroom")) {
            Stock.fill(ground, Life.filedAndPublished(1).steps(), stories, Stock.STATE);
            run.tell("filled");
            if (run.either(true, false)) {
                // The first pass of each warms the machine's memory of the files.
                restore(run, ground);
                Stock.readAll(ground);
            }
            for (int repeat = 0; repeat < run.either(3, 1); repeat++) {
                double ours = restore(run, ground);
                long started = System.nanoTime();
                long rows = Stock.readAll(ground);
                double limit = (System.nanoTime() - started) / 1e9;
                time.ours(ours).limit(limit);
                run.tell("OURS %.1f s, LIMIT %.1f s for %,d rows", ours, limit, rows);
            }
        }
        run.found(time.against(Goal.timesAtMost(1.25)));
    }

    private static double restore(Run run, Ground ground) throws Exception {
        Run.delete(ground.streams());
        long started = System.nanoTime();
        try (RunningWorkflow _ = RunningWorkflow.on(ground, Map.of())) {
            double seconds = (System.nanoTime() - started) / 1e9;
            run.tell("restored in %.1f s", seconds);
            return seconds;
        }
    }
}
