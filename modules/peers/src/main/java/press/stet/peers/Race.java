package press.stet.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Life;
import press.stet.bench.ground.RunningWorkflow;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Machine;
import press.stet.bench.measure.Rhythm;
import press.stet.bench.report.Finding;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/**
 * The same steps by Stet and by a workflow engine of others, in turn, each warm.
 *
 * <p>A peer's workflow of one task is begun by a request and ended by the worker that says that the task is done: two commands from
 * outside. A story is filed by one command, and what comes of it is what its sender waits for. So a workflow of one step is set
 * against one command of ours, and two of a peer's commands against two of ours. A workflow of six tasks is set against a story that
 * is filed, submitted, approved, published, requested in a second language and delivered in it. What each system has at hand at once
 * is the same, and so is the machine: the clients of both run in this process, and so does Kafka, which LittleHorse stands on as well.
 *
 * <p>Not the same: our commands carry 340 words where new words come, and are ruled on by people's rights and the house's rules, where
 * the peers' carry nothing and decide nothing; ours are seen when they are committed (see {@link LittleHorse} and {@link Zeebe} for
 * when theirs are answered). A peer's workflow is any that somebody draws, ours is the one that a newsroom has. Ours runs in the
 * process that asks, theirs in one of their own. None is replicated, and each writes its log to the disk every second.
 */
final class Race {

    static final int ONE_STEP = 1;
    static final int SIX_STEPS = 6;

    private static final long SEED = 12;
    private static final int KINDS_OF_LIVES = 40;
    private static final int COMMANDS_OF_ONE_STEP = 2;
    private static final int AT_ONCE = 256;
    private static final Rhythm STEADY = new Rhythm.Steady(100);
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration AT_REST = Duration.ofSeconds(2);

    /** Warm is who was not quicker by more than this in the last windows than before them: compiling takes the JVM a minute. */
    private static final double QUICKER = 1.05;

    private static final int LAST_WINDOWS = 3;
    private static final int WINDOWS_AT_MOST = 10;

    private final Run run;
    private final Duration warming;
    private final Duration window;
    private final Traffic steps;
    private final Traffic lives;

    /** Starts a peer in a folder. */
    @FunctionalInterface
    interface Start {

        /**
         * To be closed by whoever asked for it.
         *
         * @param kinds of how many steps there will be work
         */
        Engine in(Ground ground, Path folder, Set<Integer> kinds) throws IOException, InterruptedException;
    }

    /** Measures one of the two for a while. */
    @FunctionalInterface
    private interface Window {
        double perSecond(Duration measured) throws InterruptedException;
    }

    private Race(Run run, Traffic steps, Traffic lives) {
        this.run = run;
        this.warming = Duration.ofSeconds(run.either(4, 1));
        this.window = Duration.ofSeconds(run.either(8, 1));
        this.steps = steps;
        this.lives = lives;
    }

    /** Lets Stet race one peer, and hands in what came of it. */
    static void against(Run run, Start start) throws Exception {
        try (Ground ground = Ground.fresh(run, "ground");
                RunningWorkflow _ = RunningWorkflow.on(ground, Map.of());
                Traffic steps = Traffic.to(ground, Life.filed(SEED, KINDS_OF_LIVES));
                Traffic lives = Traffic.to(ground, Life.inSixSteps(SEED, KINDS_OF_LIVES))) {
            Race race = new Race(run, steps, lives);
            race.warmUp("Stet", measured -> steps.saturate(AT_ONCE, Duration.ZERO, measured));
            race.warmUp("Stet", measured -> lives.saturate(AT_ONCE, Duration.ZERO, measured));
            double atRest = atRest();
            run.tell("at rest Stet takes %.2f of a core; starting the peer", atRest);
            try (Engine peer = start.in(ground, run.folder("peer"), Set.of(ONE_STEP, SIX_STEPS))) {
                race.against(peer, atRest);
            }
        }
    }

    /** How much of a processor this process takes while nothing is asked of it. */
    private static double atRest() throws InterruptedException {
        long began = System.nanoTime();
        long before = Machine.processorTime();
        Thread.sleep(AT_REST);
        return (Machine.processorTime() - before) / (double) (System.nanoTime() - began);
    }

    private void against(Engine peer, double atRest) throws InterruptedException {
        String against = ", against " + peer.name();
        // Its server's and its client's, and what Kafka does for it here, but not what Stet takes beside it.
        LongSupplier processorTime =
                () -> Machine.processorTime() + peer.processorTime() - (long) (atRest * System.nanoTime());
        Load ofOne = new Load(() -> peer.begin(ONE_STEP), processorTime);
        Load ofSix = new Load(() -> peer.begin(SIX_STEPS), processorTime);
        warmUp(peer.name(), measured -> ofOne.saturate(AT_ONCE, Duration.ZERO, measured));
        Finding.Draft commands = run.metric("commands" + against, Unit.PER_SECOND);
        Finding.Draft done = run.metric("one step done" + against, Unit.PER_SECOND);
        Finding.Draft six = run.metric("lives of six steps" + against, Unit.PER_SECOND);
        Finding.Draft usual = run.metric("p50 of one step at 100/s" + against, Unit.MILLISECONDS);
        Finding.Draft slow = run.metric("p99 of one step at 100/s" + against, Unit.MILLISECONDS);
        Finding.Draft processor = run.metric("processor time of one step at 100/s" + against, Unit.MICROSECONDS);
        for (int at = 0; at < run.either(3, 1); at++) {
            double ourSteps = steps.saturate(AT_ONCE, BEFORE, window);
            double theirSteps = ofOne.saturate(AT_ONCE, BEFORE, window);
            commands.ours(ourSteps).peer(theirSteps * COMMANDS_OF_ONE_STEP);
            done.ours(ourSteps).peer(theirSteps);
            double ourLives = lives.saturate(AT_ONCE, BEFORE, window) / SIX_STEPS;
            double theirLives = ofSix.saturate(AT_ONCE, BEFORE, window);
            six.ours(ourLives).peer(theirLives);
            Traffic.Outcome ours = steps.send(STEADY, BEFORE, window);
            Traffic.Outcome theirs = ofOne.send(STEADY, BEFORE, window);
            usual.ours(ours.latencies().p50()).peer(theirs.latencies().p50());
            slow.ours(ours.latencies().p99()).peer(theirs.latencies().p99());
            processor.ours(ours.processorMicros()).peer(theirs.processorMicros());
            run.tell("steps a second %.0f and %.0f, lives %.0f and %.0f", ourSteps, theirSteps, ourLives, theirLives);
            run.tell("at 100/s ours %s; theirs %s", ours.latencies(), theirs.latencies());
        }
        run.found(commands.against(Goal.timesAtLeast(10)));
        run.found(done.withoutGoal());
        run.found(six.against(Goal.timesAtLeast(5)));
        run.found(usual.withoutGoal());
        run.found(slow.withoutGoal());
        run.found(processor.withoutGoal());
    }

    private void warmUp(String name, Window measuring) throws InterruptedException {
        List<Double> windows = new ArrayList<>();
        do {
            windows.add(measuring.perSecond(warming));
            run.tell("warming up: %s does %.0f/s", name, windows.getLast());
        } while (windows.size() < run.either(WINDOWS_AT_MOST, 1) && !isWarm(windows));
    }

    /** Whether the last windows were hardly quicker than those before. */
    static boolean isWarm(List<Double> windows) {
        int before = windows.size() - LAST_WINDOWS;
        return before > 0
                && Collections.max(windows.subList(before, windows.size()))
                        < Collections.max(windows.subList(0, before)) * QUICKER;
    }
}
