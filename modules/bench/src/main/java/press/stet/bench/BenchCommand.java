package press.stet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import press.stet.bench.measure.Machine;
import press.stet.bench.report.Finding;
import press.stet.bench.report.Plot;
import press.stet.bench.report.Results;
import press.stet.bench.report.Table;

/** {@code stet bench}: measures what it is asked for, one after the other, and shows what came out. */
@Command(
        name = "stet bench",
        description = "Measures how fast the newsroom is, against the limits of this machine.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:measured, whether or not the goals were reached",
            "1:could not be measured, or the machine changed meanwhile",
            "2:wrong usage"
        })
final class BenchCommand implements Callable<Integer> {

    private static final int MEASURED = 0;
    private static final int NOT_MEASURED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "What to measure: ${COMPLETION-CANDIDATES}. Everything if left out.",
            completionCandidates = Names.class)
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--quick",
            description = "Only show that it can run: small, once, and the figures are worth nothing.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where results.json and the plots go; what stands there of other names stays. (default: bench)")
    private Path out = Path.of("bench");

    /** What can be measured. */
    static final class Names extends ArrayList<String> {
        Names() {
            super(benches().stream().map(Bench::name).toList());
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Bench> asked = asked();
        Results results = Results.in(out);
        Machine machine = new Machine();
        List<Finding> found = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        say("machine", Machine.inWords());
        look(machine);
        Path place = Files.createTempDirectory("stet-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopWhatRunsIn(place)));
        try {
            for (Bench bench : asked) {
                List<Finding> news = measured(bench, place, failed);
                found.addAll(news);
                if (!news.isEmpty()) {
                    Plot.write(results.put(news), out.resolve("plots"));
                }
                look(machine);
            }
        } finally {
            Run.delete(place);
        }
        spec.commandLine().getOut().print(Table.of(found));
        spec.commandLine().getOut().flush();
        if (!failed.isEmpty()) {
            say("failed", String.join(", ", failed));
        }
        if (!machine.isSteady()) {
            say(
                    "unreliable",
                    "the machine's speed changed by %.2f × meanwhile: measure again when nothing else runs on it"
                            .formatted(machine.drift()));
        }
        return failed.isEmpty() && machine.isSteady() ? MEASURED : NOT_MEASURED;
    }

    /** The figures of a quick run are worth nothing, whatever the machine does. */
    private void look(Machine machine) {
        if (!quick) {
            say("machine", "%.0f MiB/s".formatted(machine.look()));
        }
    }

    /** A registry or a database would go on by itself when this process is told to end in the midst of a bench. */
    private static void stopWhatRunsIn(Path place) {
        // A database is nobody's child, but it has its folder on its command line.
        Stream.concat(
                        ProcessHandle.current().descendants(),
                        ProcessHandle.allProcesses()
                                .filter(each ->
                                        each.info().commandLine().orElse("").contains(place.toString())))
                .forEach(ProcessHandle::destroy);
    }

    private List<Finding> measured(Bench bench, Path all, List<String> failed) throws Exception {
        Path place = all.resolve(bench.name());
        Run run = new Run(bench.name(), quick, place, all.resolve("shared"), this::say);
        long started = System.nanoTime();
        say(bench.name(), bench.measures());
        try {
            bench.run(run);
        } catch (Exception failure) {
            failed.add(bench.name());
            failure.printStackTrace(spec.commandLine().getErr());
        } finally {
            Run.delete(place);
        }
        say(
                bench.name(),
                "took %d s"
                        .formatted(Duration.ofNanos(System.nanoTime() - started).toSeconds()));
        return run.findings();
    }

    private List<Bench> asked() {
        List<Bench> all = benches();
        if (names.isEmpty()) {
            return all;
        }
        return names.stream()
                .flatMap(name -> asked(name, all).stream())
                .distinct()
                .toList();
    }

    /** That of this name, or all those that begin with it and a hyphen. */
    private List<Bench> asked(String name, List<Bench> all) {
        List<Bench> asked = all.stream()
                .filter(bench -> bench.name().equals(name) || bench.name().startsWith(name + "-"))
                .toList();
        if (asked.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no bench '" + name + "'; there are "
                            + all.stream().map(Bench::name).collect(Collectors.joining(", ")));
        }
        return asked;
    }

    /** Those of this module, then those that another module on the class path brings. */
    private static List<Bench> benches() {
        return Stream.concat(
                        Benches.ALL.stream(),
                        ServiceLoader.load(Bench.class).stream().map(ServiceLoader.Provider::get))
                .toList();
    }

    private void say(String about, String what) {
        spec.commandLine().getErr().printf("%-10s %s%n", about, what);
        spec.commandLine().getErr().flush();
    }
}
