package press.stet.bench.model;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/** The rules and the codec, measured by JMH in a process of their own. There is no limit to hold them against but the goal. */
public final class ModelBench implements Bench {

    private static final Goal RULES = Goal.atMost(2);
    private static final Goal CODEC = Goal.atMost(20);

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String measures() {
        return "ruling on a command and evolving its story; reading and writing a report of 340 words";
    }

    @Override
    public void run(Run run) throws Exception {
        Draft rules = run.metric("Editor.rule and evolve, a command", Unit.MICROSECONDS);
        measure(run, RulesBenchmark.class, rules, RulesBenchmark.commands());
        run.found(rules.against(RULES));
        Draft codec = run.metric("codec, a report of 340 words", Unit.MICROSECONDS);
        measure(run, CodecBenchmark.class, codec, 1);
        run.found(codec.against(CODEC));
    }

    /** Adds each iteration, of which each operation counts as so many. */
    private static void measure(Run run, Class<?> benchmark, Draft into, int operations) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName() + "\\..*")
                .forks(run.either(1, 0))
                .warmupIterations(run.either(4, 1))
                .measurementIterations(run.repeats())
                .warmupTime(run.either(TimeValue.seconds(3), TimeValue.milliseconds(300)))
                .measurementTime(run.either(TimeValue.seconds(2), TimeValue.milliseconds(300)))
                .verbosity(VerboseMode.SILENT);
        Collection<RunResult> results = new Runner(options.build()).run();
        results.forEach(result -> result.getBenchmarkResults()
                .forEach(fork -> fork.getIterationResults()
                        .forEach(iteration ->
                                into.ours(iteration.getPrimaryResult().getScore() / operations))));
    }
}
