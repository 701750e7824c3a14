package press.stet.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.report.Finding;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/**
 * How soon a newsroom is ready that was there before, and how soon a command is done beside it: as processes, by the {@code stet} of
 * this clone, from the shell's first line on.
 *
 * <p>The limit is a process that starts broker, registry and database on data of their own, as a newsroom does, and nothing else.
 * Both run from an archive of the classes that an earlier run left; in a quick run they may be the first.
 */
public final class StartBench implements Bench {

    private static final String HOME = "stet.home";
    private static final String READY = "The newsroom is ready. Readers: ";
    private static final int COMMANDS = 3;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String measures() {
        return "a newsroom that was there before until it is ready, and a command until it is done";
    }

    @Override
    public void run(Run run) throws Exception {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new IllegalStateException(
                    "start measures the stet command of a clone, and nobody said which: run ./stet bench start");
        }
        Stet stet = new Stet(Path.of(home), Ground.prepared(run, "newsroom"));
        PartsProcess parts = new PartsProcess(
                Ground.prepared(run, "parts"), run.folder("classes").resolve("parts.classes"));
        if (run.either(true, false)) {
            prepare(run, stet, parts);
        }
        Finding.Draft newsroom = run.metric("newsroom until ready", Unit.SECONDS);
        Finding.Draft asking = run.metric("story list until done", Unit.SECONDS);
        Finding.Draft sending = run.metric("draft file until done", Unit.SECONDS);
        for (int at = 0; at < run.repeats(); at++) {
            run.tell("repeat %d of %d", at + 1, run.repeats());
            try (Started started = stet.newsroom()) {
                newsroom.ours(started.seconds());
                for (int each = 0; each < run.either(COMMANDS, 1); each++) {
                    asking.ours(stet.seconds(started, "story", "list"));
                    sending.ours(stet.file(started));
                }
            }
            try (Started started = parts.start()) {
                newsroom.limit(started.seconds());
            }
        }
        run.found(newsroom.against(Goal.timesAtMost(1.3)));
        run.found(asking.against(Goal.atMost(0.7)));
        run.found(sending.against(Goal.atMost(0.7)));
    }

    /** Until everything has been started before, and every run that leaves its classes has done so. */
    private static void prepare(Run run, Stet stet, PartsProcess parts) throws IOException, InterruptedException {
        run.tell("starting for the first time");
        for (int at = 0; at < 2; at++) {
            try (Started started = stet.newsroom()) {
                stet.file(started);
                stet.file(started);
            }
        }
        parts.startAndLeaveClasses();
    }

    /** The command of a clone, with a newsroom's data. */
    private record Stet(Path home, Path data) {

        Started newsroom() throws IOException, InterruptedException {
            return Started.ready(words("newsroom", "--port", "0", "--data", data.toString()), home, READY);
        }

        double seconds(Started newsroom, String... words) throws IOException, InterruptedException {
            List<String> all = words(words);
            all.addAll(List.of("--newsroom", newsroom.line().substring(READY.length())));
            return Started.toTheEnd(all, home);
        }

        double file(Started newsroom) throws IOException, InterruptedException {
            return seconds(newsroom, "draft", "file", "docs/first-story.md", "--as", "reporter");
        }

        private List<String> words(String... words) {
            return new ArrayList<>(Stream.concat(Stream.of(home.resolve("stet").toString()), Stream.of(words))
                    .toList());
        }
    }

    /** The parts by themselves, on the classes of this process, with the options that a newsroom is given. */
    private record PartsProcess(Path data, Path classes) {

        Started start() throws IOException, InterruptedException {
            return start("-XX:SharedArchiveFile=" + classes);
        }

        void startAndLeaveClasses() throws IOException, InterruptedException {
            start("-XX:ArchiveClassesAtExit=" + classes).close();
            if (!Files.exists(classes)) {
                throw new IllegalStateException(
                        "the parts' process left no classes: its class path must be jars, as that of ./stet bench is");
            }
        }

        private Started start(String option) throws IOException, InterruptedException {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Xlog:disable",
                    "-XX:+UseG1GC",
                    option));
            String parts = System.getProperty("stet.parts");
            if (parts != null) {
                words.add("-Dstet.parts=" + parts);
            }
            String log = System.getProperty("logback.configurationFile");
            if (log != null) {
                words.add("-Dlogback.configurationFile=" + log);
            }
            words.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), PartsAlone.class.getName(), data.toString()));
            return Started.ready(words, data, PartsAlone.READY);
        }
    }
}
