package press.stet.peers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import press.stet.archive.Archive;
import press.stet.archive.ArchiveSettings;
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
 * The published editions from a full topic into an empty table: by the archive from the log of editions, and by {@link Debezium} from
 * a topic of {@link Rows} that say the same. Both upsert by key, all partitions at once, into a fresh database of the same
 * server; each is warm, and what came is compared, row by row, with what the archive made of the log at first. Both are counted by
 * {@link Arrivals}, so that starting and meeting in groups is not measured.
 *
 * <p>Debezium is measured twice: into the table that it makes itself, and into one that is {@link Searched}. In the first, readers find
 * nothing by its words, which is most of the archive's work. What remains different: the archive reads Avro, keeps what is newer than
 * what it brings, counts editions on their shelves, has typed columns with checks and four indexes, keeps its place in the log in the
 * same transactions, and follows all other topics for the newsroom's own view meanwhile; it runs in this process, beside Kafka.
 * Debezium reads JSON that was made flat for it, overwrites whatever stands there, has columns of text and numbers with no index but
 * the key's (and that of the words), keeps its place in Kafka, so that it may bring rows again, and runs in a process of its own.
 */
public final class DebeziumBench implements Bench {

    private static final long SEED = 5;
    private static final String TOPIC = "bench.rows";

    @Override
    public String name() {
        return "peers-debezium";
    }

    @Override
    public String measures() {
        return "published rows a second, the same brought by Debezium's JDBC sink";
    }

    @Override
    public void run(Run run) throws Exception {
        int count = run.either(10_000, 2_000);
        try (Ground ground = Ground.fresh(run, "ground")) {
            run.tell("filling the log with %d editions", count);
            new EditionLog(ground).write(new Editions(SEED), count);
            try (Store first = Store.fresh(ground.parts().database(), "first")) {
                run.tell("warming up: the archive does %.0f/s", project(ground, first, count));
                Rows rows = Rows.of(first);
                rows.write(first, ground.kafka(), TOPIC);
                try (Debezium debezium = Debezium.on(ground.kafka(), run.folder("connect"), rows.columns())) {
                    new Both(ground, first, rows, debezium, count).measure(run);
                }
            }
        }
    }

    /** Brings the log into a store; how many rows came in a second. */
    private static double project(Ground ground, Store store, int count) throws SQLException, InterruptedException {
        ArchiveSettings settings = ArchiveSettings.onOneMachine(ground.kafka(), store.settings());
        try (Archive archive = Archive.open(settings, ground.codec());
                Connection connection = store.connect()) {
            archive.start();
            return Arrivals.perSecond(connection, "edition", count);
        }
    }

    /**
     * The two, each of which brings all rows in turn.
     *
     * @param first with the rows that each is to end with
     */
    private record Both(Ground ground, Store first, Rows rows, Debezium debezium, int count) {

        void measure(Run run) throws SQLException, IOException, InterruptedException {
            run.tell("warming up: Debezium does %.0f/s", theirs("warm"));
            run.tell("warming up: Debezium does %.0f/s, searched", theirsSearched("warm_searched"));
            Finding.Draft brought = run.metric("published rows, against Debezium's JDBC sink", Unit.PER_SECOND);
            Finding.Draft searched =
                    run.metric("published rows, against Debezium's JDBC sink with words found", Unit.PER_SECOND);
            for (int at = 0; at < run.either(3, 1); at++) {
                double ours = ours();
                double theirs = theirs("rows_" + at);
                double theirsSearched = theirsSearched("searched_" + at);
                run.tell("ours %.0f/s, theirs %.0f/s, with words found %.0f/s", ours, theirs, theirsSearched);
                brought.ours(ours).peer(theirs);
                searched.ours(ours).peer(theirsSearched);
            }
            run.found(brought.against(Goal.timesAtLeast(2)));
            run.found(searched.withoutGoal());
        }

        private double ours() throws SQLException, InterruptedException {
            try (Store store = Store.fresh(ground.parts().database(), "ours")) {
                double perSecond = project(ground, store, count);
                requireSame("the archive", first.digest(), store.digest());
                return perSecond;
            }
        }

        private double theirs(String table) throws SQLException, IOException, InterruptedException {
            try (Store store = Store.fresh(ground.parts().database(), "theirs")) {
                return into(store, table);
            }
        }

        private double theirsSearched(String table) throws SQLException, IOException, InterruptedException {
            try (Store store = Store.fresh(ground.parts().database(), "theirs");
                    Connection theirs = store.connect();
                    Connection known = first.connect()) {
                Searched.create(theirs, table, rows.columns());
                double perSecond = into(store, table);
                requireSame(
                        "Debezium with the trigger's words",
                        Searched.digest(known, "edition"),
                        Searched.digest(theirs, "public." + table));
                return perSecond;
            }
        }

        private double into(Store store, String table) throws SQLException, IOException, InterruptedException {
            double perSecond = debezium.rowsPerSecond(TOPIC, store.settings(), table, count);
            try (Connection theirs = store.connect();
                    Connection known = first.connect()) {
                requireSame("Debezium", rows.digest(known, "edition"), rows.digest(theirs, "public." + table));
            }
            return perSecond;
        }

        private static void requireSame(String who, String known, String came) {
            if (!known.equals(came)) {
                throw new IllegalStateException(
                        "what came by %s differs from what the archive first made of the log".formatted(who));
            }
        }
    }
}
