package press.stet.bench.state;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Rhythm;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;
import press.stet.testkit.guarantee.Breach;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.running.TopicReader;
import press.stet.workflow.WorkflowSettings.Pace;

/**
 * One of two instances is killed while commands come in; each keeps copies of the other's state. Measured is the longest that any
 * command had to wait, from when it was due to when its outcome was seen; the limit is the session timeout, after which the brokers
 * believe the instance dead at the earliest. Then the log is held against every guarantee: nothing is lost, and nothing was ruled on
 * twice.
 */
public final class HandOverBench implements Bench {

    private static final Rhythm RATE = new Rhythm.Steady(50);

    @Override
    public String name() {
        return "hand-over";
    }

    @Override
    public String measures() {
        return "kill -9 of an instance → its stories ruled on by the other; the limit is the session timeout";
    }

    @Override
    public void run(Run run) throws Exception {
        Draft gap = run.metric("longest wait over a kill -9", Unit.SECONDS);
        double session = Pace.QUICK.session().toMillis() / 1_000.0;
        try (Ground ground = Ground.fresh(run, "newsroom");
                Traffic traffic = Traffic.to(ground);
                ExecutorService sending = Executors.newSingleThreadExecutor()) {
            Instance stays = Instance.start(ground, run.folder("first"));
            try {
                traffic.send(RATE, Duration.ZERO, run.either(Duration.ofSeconds(10), Duration.ofMillis(500)));
                for (int repeat = 0; repeat < run.either(3, 1); repeat++) {
                    Instance joins = Instance.start(ground, run.folder("instance-" + repeat));
                    traffic.send(RATE, Duration.ZERO, run.either(Duration.ofSeconds(8), Duration.ofSeconds(1)));
                    Future<Traffic.Outcome> sent = sending.submit(() -> traffic.send(
                            RATE, Duration.ZERO, run.either(Duration.ofSeconds(6), Duration.ofSeconds(4))));
                    TimeUnit.SECONDS.sleep(1);
                    stays.kill();
                    stays = joins;
                    double longest = sent.get().latencies().max() / 1_000;
                    gap.ours(longest).limit(session);
                    run.tell("OURS %.2f s, LIMIT %.2f s", longest, session);
                }
            } finally {
                stays.close();
            }
            hold(ground);
        }
        run.found(gap.against(Goal.timesAtMost(1.25)));
    }

    private static void hold(Ground ground) {
        List<Breach> breaches = Guarantee.broken(new TopicReader(ground.kafka(), ground.codec()).log());
        if (!breaches.isEmpty()) {
            throw new IllegalStateException("the log does not hold after a kill: " + breaches);
        }
    }
}
