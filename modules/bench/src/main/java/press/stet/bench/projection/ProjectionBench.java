package press.stet.bench.projection;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import press.stet.archive.Archive;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.projection.ProjectionHealth;
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
 * How many editions a second an archive brings from a full log into an empty store, from when it has got its partitions to when it
 * says that it is ready: read, decoded, written as rows with the words that readers search for, guarded against what is older, and
 * counted on their shelves, with the place in the log in the same transactions.
 *
 * <p>The limit is {@link GuardedUpsert}: the same rows, with the same words to be taken apart, by one connection of plain JDBC, with
 * nothing to be read, decoded or counted. The second limit, COPY, also spares the database to take the words apart: its rows come
 * finished, all in one transaction. All three end in the same rows, which is compared, and with the same indexes.
 */
public final class ProjectionBench implements Bench {

    private static final long SEED = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public String measures() {
        return "editions a second from a full log into the published store";
    }

    @Override
    public void run(Run run) throws Exception {
        int rows = run.either(10_000, 1_000);
        try (Ground ground = Ground.fresh(run, "ground")) {
            run.tell("filling the log with %d editions", rows);
            new EditionLog(ground).write(new Editions(SEED), rows);
            Path file = run.folder("rows").resolve("edition.copy");
            try (Store first = fresh(ground, "first")) {
                run.tell("warming up");
                project(ground, first, rows);
                first.copyTo(file);
                measure(run, ground, first, file, rows);
            }
        }
    }

    private static void measure(Run run, Ground ground, Store first, Path file, int rows) throws Exception {
        GuardedUpsert upsert = GuardedUpsert.of(first);
        Finding.Draft upserted = run.metric("editions, against a guarded upsert", Unit.PER_SECOND);
        Finding.Draft copied = run.metric("editions, against COPY", Unit.PER_SECOND);
        String all = first.digest();
        for (int at = 0; at < run.repeats(); at++) {
            run.tell("repeat %d of %d", at + 1, run.repeats());
            double ours;
            try (Store store = fresh(ground, "ours")) {
                ours = rows / project(ground, store, rows);
                requireAll(all, store);
            }
            double upsertsPerSecond;
            try (Store store = fresh(ground, "upserted")) {
                upsertsPerSecond = rows / seconds(() -> upsert.into(store));
                requireAll(all, store);
            }
            double copiesPerSecond;
            try (Store store = fresh(ground, "copied")) {
                copiesPerSecond = rows / seconds(() -> store.copyFrom(file));
                requireAll(all, store);
            }
            upserted.ours(ours).limit(upsertsPerSecond);
            copied.ours(ours).limit(copiesPerSecond);
        }
        run.found(upserted.against(Goal.timesAtLeast(0.8)));
        run.found(copied.withoutGoal());
    }

    private static Store fresh(Ground ground, String name) throws SQLException {
        return Store.fresh(ground.parts().database(), name);
    }

    private static void requireAll(String all, Store store) throws SQLException {
        if (!store.digest().equals(all)) {
            throw new IllegalStateException(
                    "what came into the store differs from what the first projection made of the log");
        }
    }

    /** Brings the log into a store; how long that took, in seconds. */
    private static double project(Ground ground, Store store, int rows) throws SQLException, InterruptedException {
        ArchiveSettings settings = ArchiveSettings.onOneMachine(ground.kafka(), store.settings());
        try (Archive archive = Archive.open(settings, ground.codec());
                Connection connection = store.connect()) {
            archive.start();
            awaitPlaced(connection);
            long began = System.nanoTime();
            if (!archive.awaitReady(PATIENCE) || store.editions() != rows) {
                throw new IllegalStateException("the archive has not taken the log: "
                        + archive.health().stream()
                                .map(ProjectionHealth::toString)
                                .toList());
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** Waits until the archive knows where to begin, which is after its group has met. */
    private static void awaitPlaced(Connection connection) throws SQLException, InterruptedException {
        try (PreparedStatement question = connection.prepareStatement("select from progress")) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isThere(question)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the archive was given no partition in " + PATIENCE);
                }
                Thread.sleep(1);
            }
        }
    }

    private static boolean isThere(PreparedStatement question) throws SQLException {
        try (ResultSet answer = question.executeQuery()) {
            return answer.next();
        }
    }

    /** What is timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
