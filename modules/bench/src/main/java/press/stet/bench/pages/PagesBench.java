package press.stet.bench.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.stet.archive.PublishedArchive;
import press.stet.archive.database.Database;
import press.stet.archive.database.Schema;
import press.stet.archive.published.PublishedEditions;
import press.stet.bench.Bench;
import press.stet.bench.Run;
import press.stet.bench.ground.Editions;
import press.stet.bench.ground.Store;
import press.stet.bench.measure.Latencies;
import press.stet.bench.measure.Rhythm;
import press.stet.bench.report.Finding;
import press.stet.bench.report.Finding.Unit;
import press.stet.bench.report.Goal;
import press.stet.model.edition.Address;
import press.stet.model.edition.Snapshot;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedDatabase;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.parts.FrontDoor;
import press.stet.newsroom.parts.PartHealth;
import press.stet.newsroom.settings.HttpSettings;
import press.stet.site.Site;
import press.stet.site.SiteSettings;

/**
 * How quickly the site gives readers the page of an edition, compressed as browsers ask for it, from a store of stories in three
 * languages each. The site runs as it does by itself: on its own port and its own connections to the database.
 *
 * <p>The limit is the same server in the same process, Jetty, with the very answers of the site in memory: it looks up the address and
 * sends what it finds. It asks nobody whether that still holds, which the site promises from one request to the next. The readers take
 * turns at the two, and their own part of the two cores is in both.
 */
public final class PagesBench implements Bench {

    private static final long SEED = 7;
    private static final int AT_ONCE = 8;
    private static final int SHARING = 32;
    private static final Rhythm RHYTHM = new Rhythm.Steady(200);
    private static final int IN_ONE_TRANSACTION = 100;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String measures() {
        return "pages of editions that readers get a second, and how long they wait";
    }

    @Override
    public void run(Run run) throws Exception {
        try (DataDirectory data = DataDirectory.open(run.folder("database"));
                EmbeddedDatabase server = new EmbeddedDatabase(data, Progress.untold())) {
            server.start();
            try (Store store = Store.fresh(server, "pages")) {
                List<String> paths = fill(run, store);
                try (PublishedArchive archive = PublishedArchive.open(store.settings());
                        FrontDoor site = open(archive)) {
                    measure(run, site.port(), paths);
                }
            }
        }
    }

    private static FrontDoor open(PublishedArchive archive) {
        Site site = new Site(archive.store(), SiteSettings.titled("Bench"));
        PartHealth ready = new PartHealth(PartHealth.State.READY, List.of(), List.of());
        return FrontDoor.open(HttpSettings.onThisMachine(0), () -> ready, site::register);
    }

    /** The addresses of all pages. */
    private static List<String> fill(Run run, Store store) {
        int stories = run.either(2_000, 200);
        run.tell("publishing %d stories in three languages", stories);
        Editions editions = new Editions(SEED);
        List<Snapshot.Live> all = new ArrayList<>();
        for (int at = 0; at < stories; at++) {
            all.addAll(editions.nextInThree());
        }
        try (Database database = Database.open(store.settings(), Schema.PUBLISHED, "bench", 1)) {
            for (int from = 0; from < all.size(); from += IN_ONE_TRANSACTION) {
                List<Snapshot.Live> some = all.subList(from, Math.min(from + IN_ONE_TRANSACTION, all.size()));
                database.jdbi().useTransaction(handle -> PublishedEditions.take(handle, some));
            }
        }
        return all.stream()
                .map(each -> Address.of(each.story(), each.copy()).path())
                .toList();
    }

    private static void measure(Run run, int port, List<String> paths) throws Exception {
        Map<String, KeptOpen.Answer> answers = answers(port, paths);
        try (BareServer bare = new BareServer(answers)) {
            requireTheSame(answers, answers(bare.port(), paths));
            List<byte[]> fresh =
                    paths.stream().map(path -> KeptOpen.request(path, "")).toList();
            List<byte[]> known = paths.stream()
                    .map(path -> KeptOpen.request(path, tag(answers, path)))
                    .toList();
            new Pair(run, new Readers(port, fresh, 200), new Readers(bare.port(), fresh, 200))
                    .measure("pages", Goal.timesAtLeast(0.7));
            new Pair(run, new Readers(port, known, 304), new Readers(bare.port(), known, 304))
                    .measure("pages that the reader has", Goal.timesAtLeast(0.7));
        }
    }

    private static String tag(Map<String, KeptOpen.Answer> answers, String path) {
        KeptOpen.Answer answer = answers.get(path);
        return answer == null ? "" : answer.header("etag");
    }

    private static Map<String, KeptOpen.Answer> answers(int port, List<String> paths) throws Exception {
        Map<String, KeptOpen.Answer> answers = new HashMap<>();
        try (KeptOpen connection = new KeptOpen(port)) {
            for (String path : paths) {
                KeptOpen.Answer answer = connection.keep(KeptOpen.request(path, ""));
                if (answer.status() != 200 || !answer.header("content-encoding").equals("gzip")) {
                    throw new IllegalStateException(path + " was answered " + answer.status());
                }
                answers.put(path, answer);
            }
        }
        return answers;
    }

    private static void requireTheSame(Map<String, KeptOpen.Answer> ours, Map<String, KeptOpen.Answer> bare) {
        ours.forEach((path, answer) -> {
            KeptOpen.Answer other = bare.get(path);
            if (other == null || !answer.body().equals(other.body())) {
                throw new IllegalStateException("the bare server has another page at " + path);
            }
        });
    }

    /** Readers of the site, and of the bare server. */
    private record Pair(Run run, Readers ours, Readers limit) {

        void measure(String what, Goal goal) throws Exception {
            Duration time = run.either(Duration.ofSeconds(2), Duration.ofMillis(400));
            run.tell("warming up for %s", what);
            ours.perSecond(AT_ONCE, time.multipliedBy(2));
            limit.perSecond(AT_ONCE, time);
            Finding.Draft rate = run.metric(what + ", " + AT_ONCE + " readers at once", Unit.PER_SECOND);
            Finding.Draft half = run.metric(what + " at " + RHYTHM + ", p50", Unit.MILLISECONDS);
            Finding.Draft late = run.metric(what + " at " + RHYTHM + ", p99", Unit.MILLISECONDS);
            for (int at = 0; at < run.repeats(); at++) {
                run.tell("%s, repeat %d of %d", what, at + 1, run.repeats());
                rate.ours(ours.perSecond(AT_ONCE, time)).limit(limit.perSecond(AT_ONCE, time));
                Latencies waited = ours.inRhythm(SHARING, RHYTHM, time);
                Latencies least = limit.inRhythm(SHARING, RHYTHM, time);
                half.ours(waited.p50()).limit(least.p50());
                late.ours(waited.p99()).limit(least.p99());
            }
            run.found(rate.against(goal));
            run.found(half.withoutGoal());
            run.found(late.withoutGoal());
        }
    }
}
