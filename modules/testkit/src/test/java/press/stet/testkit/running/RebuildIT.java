package press.stet.testkit.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.archive.Archive;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.Schema;
import press.stet.archive.newsroom.Visitors;
import press.stet.archive.projection.ProjectionHealth;
import press.stet.archive.rebuild.CannotRebuild;
import press.stet.archive.rebuild.Comparison;
import press.stet.archive.rebuild.Ending;
import press.stet.archive.rebuild.Rebuild;
import press.stet.archive.rebuild.Rebuilt;
import press.stet.archive.rebuild.Watcher;
import press.stet.model.StoryId;
import press.stet.newsroom.command.StetCommand;
import press.stet.newsroom.embedded.Whereabouts;

/** Stores are made anew from the log of a newsroom at work. */
@Timeout(300)
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path place;

    private static RunningNewsroom newsroom;
    private static Whereabouts whereabouts;
    private static Store store;

    @BeforeAll
    static void start() throws InterruptedException {
        newsroom = RunningNewsroom.on(place.resolve("data"));
        whereabouts = Whereabouts.of(place.resolve("data"));
        store = new Store(whereabouts.database());
        Busy.goThroughEverything(newsroom);
    }

    @AfterAll
    static void stop() {
        newsroom.close();
    }

    @ParameterizedTest
    @EnumSource(Schema.class)
    void takes_the_place_of_the_live_store_while_stories_flow_and_readers_see_no_gap(Schema schema) throws Exception {
        StoryId story = Busy.bringOut(newsroom, "Read throughout");
        List<String> paths = List.of("/stories/" + story, "/newsroom/stories/" + story, "/newsroom/stories");
        for (String path : paths) {
            await().atMost(PATIENCE).until(() -> newsroom.get(path).statusCode() < 400);
        }
        long before = oid(schema);

        Rebuilt rebuilt;
        List<String> gaps = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        try (Busy busy = Busy.at(newsroom)) {
            Thread reader = Thread.startVirtualThread(() -> read(paths, done, asked, gaps));
            rebuilt = rebuild(schema, Ending.SWAP_IF_EQUAL);
            int out = busy.out();
            await().atMost(PATIENCE).until(() -> busy.out() > out + 2);
            done.set(true);
            reader.join();
        }

        assertThat(rebuilt.comparison().tables())
                .allSatisfy(table -> assertThat(table.first()).isEmpty());
        assertThat(rebuilt.isLive()).isTrue();
        assertThat(oid(schema)).isNotEqualTo(before);
        assertThat(asked).hasValueGreaterThan(10);
        assertThat(gaps).isEmpty();
        assertThat(store.texts("select nspname from pg_namespace where nspname like '%\\_re%'"))
                .isEmpty();
        assertEqualToItsLog(schema);
        Database.migrate(whereabouts.database(), schema);
    }

    @Test
    void several_archives_go_on_after_a_swap() throws Exception {
        ArchiveSettings settings = new ArchiveSettings(
                whereabouts.kafka(),
                whereabouts.database(),
                "second",
                Visitors.FROM_THIS_MACHINE,
                Duration.ofSeconds(2),
                false);
        try (Archive second = Archive.open(settings, newsroom.codec())) {
            second.start();
            await().atMost(PATIENCE)
                    .until(() -> second.health().stream()
                            .allMatch(each -> !each.partitions().isEmpty() && each.isWell()));

            assertThat(rebuild(Schema.PUBLISHED, Ending.SWAP_IF_EQUAL).isLive()).isTrue();
            assertThat(rebuild(Schema.NEWSROOM, Ending.SWAP_IF_EQUAL).isLive()).isTrue();

            for (int each = 0; each < 12; each++) {
                StoryId story = Busy.bringOut(newsroom, "After the swap");
                awaitPublished(story);
            }
            assertThat(second.health()).allMatch(ProjectionHealth::isWell);
        }
        assertEqualToItsLog(Schema.PUBLISHED);
        assertEqualToItsLog(Schema.NEWSROOM);
    }

    @Test
    void a_row_that_says_what_the_log_does_not_is_named_and_stays_until_the_difference_is_accepted() throws Exception {
        StoryId story = Busy.bringOut(newsroom, "As the log has it");
        awaitPublished(story);
        store.change("update published.edition set headline = 'By hand', number = 7 where language = 'en' and story = '"
                + story + "'");

        Rebuilt refused = rebuild(Schema.PUBLISHED, Ending.SWAP_IF_EQUAL);

        assertThat(refused.isLive()).isFalse();
        assertThat(refused.comparison().different()).isEqualTo(1);
        assertThat(refused.comparison().tables().stream()
                        .flatMap(table -> table.first().stream())
                        .toList())
                .containsExactly(new Comparison.Difference("[\"" + story + "\", \"en\"]", "headline, number"));
        assertThat(headlines(refused.kept(), story)).containsExactly("As the log has it");
        assertThat(headlines("published", story)).containsExactly("By hand");
        assertThat(stet("published", "--dry-run")).isEqualTo(1);
        assertThat(headlines("published", story)).containsExactly("By hand");

        assertThat(stet("published", "--accept-differences")).isZero();

        assertThat(headlines("published", story)).containsExactly("As the log has it");
        assertThat(stet("--dry-run")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "update published.edition set headline = 'By hand', headline",
        "delete from published.edition, only in the rebuilt store",
        "update published_rebuilt.edition set headline = 'By hand', headline",
        "delete from published_rebuilt.edition, only in the live store"
    })
    void a_row_that_was_looked_at_already_is_named_where_it_is_not_the_same_at_the_end(String change, String what)
            throws Exception {
        StoryId story = Busy.bringOut(newsroom, "Changed behind the back");
        awaitPublished(story);

        Rebuilt refused = rebuild(Schema.PUBLISHED, Ending.COMPARE, step -> {
            if (step.startsWith("asking")) {
                store.change(change + " where language = 'en' and story = '" + story + "'");
            }
        });

        assertThat(refused.comparison().tables().stream()
                        .flatMap(table -> table.first().stream())
                        .toList())
                .containsExactly(new Comparison.Difference("[\"" + story + "\", \"en\"]", what));
        assertThat(rebuild(Schema.PUBLISHED, Ending.SWAP).isLive()).isTrue();
    }

    @Test
    void the_rebuilt_store_has_the_indexes_of_the_live_one() throws Exception {
        String indexes = "select indexdef from pg_indexes where schemaname = 'published' order by indexname";
        List<String> before = store.texts(indexes);

        assertThat(rebuild(Schema.PUBLISHED, Ending.SWAP_IF_EQUAL).isLive()).isTrue();

        assertThat(before).anyMatch(each -> each.contains("gin"));
        assertThat(store.texts(indexes)).isEqualTo(before);
    }

    @Test
    void a_row_too_few_and_a_row_too_many_are_named() throws Exception {
        StoryId story = Busy.bringOut(newsroom, "Lost in one language");
        awaitInNewsroomView(story);
        store.change(
                "delete from newsroom.event where sequence = 3 and story = '" + story + "'",
                "insert into newsroom.member (person, roles) values ('nobody', '{}')");

        Rebuilt refused = rebuild(Schema.NEWSROOM, Ending.COMPARE);

        assertThat(refused.comparison().tables().stream()
                        .flatMap(table -> table.first().stream())
                        .toList())
                .containsExactly(
                        new Comparison.Difference("[\"" + story + "\", 3]", "only in the rebuilt store"),
                        new Comparison.Difference("[\"nobody\"]", "only in the live store"));
        assertThat(rebuild(Schema.NEWSROOM, Ending.SWAP).isLive()).isTrue();
        assertEqualToItsLog(Schema.NEWSROOM);
    }

    @Test
    void that_a_text_was_erased_is_not_forgotten_when_the_log_no_longer_says_so() throws Exception {
        StoryId story = Busy.bringOut(newsroom, "To be erased");
        String version = "newsroom.version where language = 'ru' and story = '" + story + "'";
        await().atMost(PATIENCE).until(() -> store.count(version + " and copy is not null") == 1);
        AtomicBoolean erased = new AtomicBoolean();

        // The rebuilt store has no text here, as it has where the log was compacted behind the erasure.
        Rebuilt rebuilt = rebuild(Schema.NEWSROOM, Ending.SWAP_IF_EQUAL, step -> {
            if (step.startsWith("asking") && erased.compareAndSet(false, true)) {
                store.change("update newsroom_rebuilt.version set headline = null, slug = null, copy = null"
                        + " where language = 'ru' and story = '" + story + "'");
                store.change("update newsroom.version set headline = null, slug = null, copy = null, erased = true"
                        + " where language = 'ru' and story = '" + story + "'");
            }
        });

        assertThat(rebuilt.isLive()).isTrue();
        assertThat(store.count(version + " and erased")).isEqualTo(1);
        assertThat(rebuild(Schema.NEWSROOM, Ending.SWAP).isLive()).isTrue();
    }

    @Test
    void a_second_rebuild_is_refused_while_one_runs() {
        List<Throwable> refusals = new ArrayList<>();

        rebuild(Schema.PUBLISHED, Ending.SWAP_IF_EQUAL, _ -> {
            try {
                rebuild(Schema.PUBLISHED, Ending.SWAP_IF_EQUAL);
            } catch (CannotRebuild refused) {
                refusals.add(refused);
            }
        });

        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(
                        refused -> assertThat(refused).hasMessageContaining("another rebuild of published is running"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "asking", "comparing"})
    void one_that_is_killed_leaves_the_live_store_as_it_was_and_the_next_begins_anew(String where) throws Exception {
        long before = oid(Schema.NEWSROOM);

        Process halted = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltedRebuild.class.getName(),
                        place.resolve("data").toString(),
                        where)
                .inheritIO()
                .start();

        assertThat(halted.waitFor()).isEqualTo(137);
        assertThat(oid(Schema.NEWSROOM)).isEqualTo(before);
        assertThat(store.count("pg_namespace where nspname = 'newsroom_rebuilt'"))
                .isEqualTo(1);
        StoryId story = Busy.bringOut(newsroom, "After the kill");
        awaitInNewsroomView(story);
        await().atMost(PATIENCE)
                .ignoreException(CannotRebuild.class)
                .until(() -> rebuild(Schema.NEWSROOM, Ending.SWAP_IF_EQUAL).isLive());
    }

    @Test
    void what_roles_may_with_the_live_store_they_may_with_the_rebuilt_one() throws Exception {
        store.change(
                "create role looker",
                "grant usage on schema published to looker",
                "grant select, update on published.edition to looker with grant option",
                "grant select on published.shelf to public",
                "alter default privileges in schema published grant select on tables to looker");
        List<String> before = rights();

        assertThat(rebuild(Schema.PUBLISHED, Ending.SWAP_IF_EQUAL).isLive()).isTrue();

        assertThat(before).anyMatch(each -> each.contains("looker"));
        assertThat(rights()).isEqualTo(before);
    }

    @Test
    void a_store_that_is_not_there_is_not_rebuilt_but_filled_by_an_archive() {
        assertThatThrownBy(() -> new Rebuild(
                                whereabouts.kafka(),
                                new DatabaseSettings(
                                        whereabouts.database().url().replace("/stet", "/postgres"),
                                        whereabouts.database().user(),
                                        whereabouts.database().password()),
                                newsroom.codec(),
                                watcher(_ -> {}))
                        .run(Schema.PUBLISHED, Ending.SWAP))
                .isInstanceOf(CannotRebuild.class)
                .hasMessageContaining("start an archive");
    }

    private static void awaitPublished(StoryId story) {
        await().atMost(PATIENCE).until(() -> store.count("published.edition where story = '" + story + "'") == 2);
    }

    private static void awaitInNewsroomView(StoryId story) {
        await().atMost(PATIENCE)
                .until(() -> store.count("newsroom.edition where live = 'published' and story = '" + story + "'") == 2);
    }

    private static void read(List<String> paths, AtomicBoolean done, AtomicInteger asked, List<String> gaps) {
        while (!done.get()) {
            for (String path : paths) {
                try {
                    int status = newsroom.get(path).statusCode();
                    if (status >= 400) {
                        gaps.add(path + " answered " + status);
                    }
                } catch (IOException | InterruptedException failure) {
                    gaps.add(path + " failed: " + failure);
                }
                asked.incrementAndGet();
            }
        }
    }

    private static void assertEqualToItsLog(Schema schema) {
        Comparison comparison = rebuild(schema, Ending.COMPARE).comparison();
        assertThat(comparison.tables())
                .allSatisfy(table -> assertThat(table.first()).isEmpty());
        assertThat(comparison.rows()).isPositive();
    }

    private static Rebuilt rebuild(Schema schema, Ending ending) {
        return rebuild(schema, ending, _ -> {});
    }

    /** What is done when a step begins. */
    @FunctionalInterface
    private interface Meanwhile {
        void at(String step) throws SQLException;
    }

    private static Rebuilt rebuild(Schema schema, Ending ending, Meanwhile meanwhile) {
        return new Rebuild(whereabouts.kafka(), whereabouts.database(), newsroom.codec(), watcher(meanwhile))
                .run(schema, ending);
    }

    private static Watcher watcher(Meanwhile meanwhile) {
        return new Watcher() {
            @Override
            public void taken(long done, long of) {
                assertThat(done).isLessThanOrEqualTo(of);
            }

            @Override
            public void begins(String step) {
                try {
                    meanwhile.at(step);
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        };
    }

    private static int stet(String... words) {
        List<String> all = new ArrayList<>(
                List.of("ops", "rebuild", "--data", place.resolve("data").toString()));
        all.addAll(List.of(words));
        return StetCommand.run(all.toArray(String[]::new));
    }

    private static long oid(Schema schema) throws SQLException {
        return Long.parseLong(store.texts("select cast('" + schema.key() + ".progress' as regclass)::oid::bigint")
                .getFirst());
    }

    private static List<String> headlines(String schema, StoryId story) throws SQLException {
        return store.texts(
                "select headline from " + schema + ".edition where language = 'en' and story = '" + story + "'");
    }

    private static List<String> rights() throws SQLException {
        return store.texts("""
                select 'schema ' || array(select unnest(nspacl)::text order by 1)::text from pg_namespace
                  where nspname = 'published'
                union all
                select relname || coalesce(array(select unnest(relacl)::text order by 1)::text, '') from pg_class
                  where relnamespace = 'published'::regnamespace and relkind = 'r'
                union all
                select 'later ' || array(select unnest(defaclacl)::text order by 1)::text from pg_default_acl
                  where defaclnamespace = 'published'::regnamespace
                order by 1
                """);
    }
}
