package press.stet.bench.rebuild;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import press.stet.archive.Archive;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.database.Schema;
import press.stet.archive.rebuild.Ending;
import press.stet.archive.rebuild.Rebuild;
import press.stet.archive.rebuild.Rebuilt;
import press.stet.archive.rebuild.Watcher;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.EditionLog;
import press.stet.bench.ground.Editions;
import press.stet.bench.ground.Ground;
import press.stet.bench.ground.Store;
import press.stet.bench.report.Finding;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;

/**
 * How long it takes to make the published store anew from the log, beside a live one, until the two can be compared; and whether ten
 * times the editions take ten times as long. What was rebuilt is compared with the live store row by row, which has to come out equal,
 * and how long that stops the writers is a finding of its own.
 *
 * <p>The limit is COPY: the same rows into the same empty tables with the same indexes, finished, with the words for the search taken
 * apart already, in one transaction, and analyzed as a rebuild does.
 *
 * <p>The log grows from the smaller size to the larger one, and each is measured twice. A hundred thousand editions, or a million, would
 * take longer than a bench may: the growth says what they would take.
 */
public final class RebuildBench implements Bench {

    private static final long SEED = 6;
    private static final int TIMES = 2;
    private static final int SMALLER = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double MICROS = 1e6;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String measures() {
        return "making the published store anew from the log, beside the live one";
    }

    @Override
    public void run(Run run) throws Exception {
        int many = run.either(30_000, 1_000);
        int few = many / SMALLER;
        try (Ground ground = Ground.fresh(run, "ground");
                Store live = Store.fresh(ground.parts().database(), "live")) {
            Editions editions = new Editions(SEED);
            grow(run, ground, live, editions, few);
            if (run.either(true, false)) {
                run.tell("warming up");
                rebuild(ground, live);
            }
            List<Double> fewEach = measure(run, ground, live, few);
            grow(run, ground, live, editions, many - few);
            List<Double> manyEach = measure(run, ground, live, many);
            Finding.Draft growth =
                    run.metric("each of %,d editions, against %,d".formatted(many, few), Unit.MICROSECONDS);
            for (int at = 0; at < manyEach.size(); at++) {
                growth.ours(manyEach.get(at)).limit(fewEach.get(at));
            }
            run.found(growth.against(Goal.timesAtMost(1.1)));
        }
    }

    /** Brings so many editions more into the log, and from there into the live store. */
    private static void grow(Run run, Ground ground, Store live, Editions editions, int more)
            throws SQLException, InterruptedException {
        long before = live.editions();
        run.tell("filling log and live store with %,d editions", more);
        new EditionLog(ground).write(editions, more);
        ArchiveSettings settings = ArchiveSettings.onOneMachine(ground.kafka(), live.settings());
        try (Archive archive = Archive.open(settings, ground.codec())) {
            archive.start();
            if (!archive.awaitReady(PATIENCE) || live.editions() != before + more) {
                throw new IllegalStateException("the live store has not taken the log: " + archive.health());
            }
        }
    }

    /** How many microseconds a rebuild took for each edition, time by time. */
    private static List<Double> measure(Run run, Ground ground, Store live, int editions) throws Exception {
        Path file = run.folder("rows").resolve("edition.copy");
        live.copyTo(file);
        String size = "%,d editions".formatted(editions);
        Finding.Draft filling = run.metric(size + " into an empty store", Unit.SECONDS);
        Finding.Draft pause = run.metric(size + ", pause of the writers", Unit.SECONDS);
        List<Double> each = new ArrayList<>();
        for (int at = 0; at < Math.min(TIMES, run.repeats()); at++) {
            run.tell("rebuilding %s", size);
            Rebuilt rebuilt = rebuild(ground, live);
            requireEqual(rebuilt, editions);
            filling.ours(seconds(rebuilt.filling()));
            pause.ours(seconds(rebuilt.pause()));
            each.add(seconds(rebuilt.filling()) * MICROS / editions);
            run.tell("copying %s", size);
            filling.limit(copy(ground, file, editions));
        }
        run.found(filling.against(Goal.timesAtMost(1.5)));
        run.found(pause.withoutGoal());
        return each;
    }

    private static Rebuilt rebuild(Ground ground, Store live) {
        Watcher nobody = new Watcher() {
            @Override
            public void taken(long done, long of) {}

            @Override
            public void begins(String step) {}
        };
        return new Rebuild(ground.kafka(), live.settings(), ground.codec(), nobody)
                .run(Schema.PUBLISHED, Ending.COMPARE);
    }

    private static void requireEqual(Rebuilt rebuilt, int editions) {
        boolean all = rebuilt.comparison().tables().stream()
                .anyMatch(table -> table.name().equals("edition") && table.rebuilt() == editions);
        if (!all || !rebuilt.comparison().isEqual()) {
            throw new IllegalStateException("the rebuilt store is not the live one: " + rebuilt.comparison());
        }
    }

    private static double copy(Ground ground, Path file, int editions) throws Exception {
        try (Store store = Store.fresh(ground.parts().database(), "copied")) {
            long began = System.nanoTime();
            store.copyFrom(file);
            store.analyze();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (store.editions() != editions) {
                throw new IllegalStateException("COPY brought other editions than there are");
            }
            return seconds;
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
