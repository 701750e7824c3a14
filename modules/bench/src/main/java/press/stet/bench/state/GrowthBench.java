package press.stet.bench.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Life;
import press.stet.bench.ground.Readers;
import press.stet.bench.ground.Stock;
import press.stet.bench.ground.Traffic;
import press.stet.bench.measure.Latencies;
import press.stet.bench.measure.Rhythm;
import press.stet.bench.report.Finding.Draft;
import press.stet.bench.report.Finding.Side;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;
import press.stet.model.StoryId;
import press.stet.newsroom.embedded.EmbeddedDatabase;
import press.stet.testkit.running.RunningNewsroom;

/**
 * Whether it takes longer to rule on a command, and until readers have what it publishes, when more stories are on file. A whole
 * newsroom works at a steady rate on stories drawn at random from all that are there, each published before and not touched since:
 * it is translated, and published in the second language. The limit is the same with few stories.
 *
 * <p>The state of the workflow, the published store and the newsroom's view hold as many: 100,000 against 1,000. A million were not
 * measured: to bring them to the view alone takes more than half an hour.
 */
public final class GrowthBench implements Bench {

    private static final Goal GOAL = Goal.timesAtMost(1.1);
    private static final long SEED = 1;

    /** More than there are commands for in one repeat. */
    private static final int STORIES = 200;

    private static final Life PAST = Life.filedAndPublished(SEED);
    private static final Life LIFE = Life.publishedAndTranslated(SEED);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String measures() {
        return "rulings, and readers' waiting, with many stories on file; the limit is the same with few";
    }

    /** A newsroom's folder, and what is on file in it. */
    private record Filled(Path folder, Stock stock) {}

    private record Figures(Draft ruledOn, Draft ruledOnLate, Draft readable, Draft readableLate, Draft processor) {

        static Figures of(Run run, String sizes) {
            return new Figures(
                    run.metric("ruled on, p50 " + sizes, Unit.MILLISECONDS),
                    run.metric("ruled on, p99 " + sizes, Unit.MILLISECONDS),
                    run.metric("readable, p50 " + sizes, Unit.MILLISECONDS),
                    run.metric("readable, p99 " + sizes, Unit.MILLISECONDS),
                    run.metric("processor time a command", Unit.MICROSECONDS));
        }

        void add(Side side, Traffic.Outcome outcome, Latencies waited) {
            ruledOn.add(side, outcome.latencies().p50());
            ruledOnLate.add(side, outcome.latencies().p99());
            readable.add(side, waited.p50());
            readableLate.add(side, waited.p99());
            processor.add(side, outcome.processorMicros());
        }

        List<Draft> all() {
            return List.of(ruledOn, ruledOnLate, readable, readableLate, processor);
        }
    }

    @Override
    public void run(Run run) throws Exception {
        int many = run.either(100_000, 400);
        int few = run.either(1_000, 400);
        Rhythm rate = new Rhythm.Steady(run.either(100, 20));
        Figures figures = Figures.of(run, "at %s, %,d stories against %,d".formatted(rate, many, few));
        Filled large = filled(run, many);
        Filled small = run.isQuick() ? large : filled(run, few);
        if (!run.isQuick()) {
            run.tell("warming up");
            warmUp(large.folder());
            turns(run, rate, large, small, 1, Figures.of(run, "before"));
        }
        turns(run, rate, large, small, run.either(3, 1), figures);
        figures.all().forEach(figure -> run.found(figure.against(GOAL)));
    }

    /** Has the methods compiled that everybody uses. */
    private static void warmUp(Path folder) throws InterruptedException {
        try (RunningNewsroom newsroom = RunningNewsroom.on(folder);
                Traffic traffic = Traffic.to(newsroom.kafka(), newsroom.codec())) {
            traffic.send(new Rhythm.Steady(400), Duration.ZERO, Duration.ofSeconds(30));
        }
    }

    private static void turns(Run run, Rhythm rate, Filled large, Filled small, int repeats, Figures figures)
            throws InterruptedException {
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (Side side : Side.values()) {
                Filled on = side == Side.OURS ? large : small;
                measure(run, rate, on.folder(), on.stock().next(STORIES), side, figures);
            }
        }
    }

    private static void measure(Run run, Rhythm rate, Path folder, List<StoryId> stories, Side side, Figures figures)
            throws InterruptedException {
        try (RunningNewsroom newsroom = RunningNewsroom.on(folder);
                Traffic traffic = Traffic.to(newsroom.kafka(), newsroom.codec());
                Readers readers = new Readers(newsroom.address(), 1)) {
            traffic.send(rate, Duration.ZERO, run.either(Duration.ofSeconds(5), Duration.ofMillis(200)));
            traffic.goOnWith(stories, LIFE, PAST.steps().size());
            traffic.watchedBy(readers);
            Traffic.Outcome outcome =
                    traffic.send(rate, Duration.ZERO, run.either(Duration.ofSeconds(8), Duration.ofSeconds(1)));
            Latencies waited = readers.waited();
            figures.add(side, outcome, waited);
            run.tell("%s: ruled on %s; readable %s", side, outcome.latencies(), waited);
        }
    }

    private static Filled filled(Run run, int stories) throws Exception {
        Path folder = Ground.prepared(run, stories + "-stories");
        Stock stock;
        try (Ground ground = Ground.in(folder)) {
            stock = Stock.fill(ground, PAST.steps(), stories, Stock.STATE_AND_OUTCOMES);
        }
        if (!run.isQuick()) {
            run.tell("%,d stories on file; the stores take them", stories);
            RunningNewsroom.on(folder).close();
            settle(folder);
        }
        return new Filled(folder, stock);
    }

    /** Has the database do at once what it would do beside what is measured, after so many rows have come. */
    private static void settle(Path folder) throws InterruptedException, SQLException {
        try (Ground ground = Ground.in(folder)) {
            EmbeddedDatabase database = ground.parts().database();
            try (Connection connection = DriverManager.getConnection(
                            database.url(EmbeddedDatabase.ARCHIVE), database.user(), database.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
    }
}
