package press.stet.testkit.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.stet.model.StoryId;
import press.stet.newsroom.embedded.Whereabouts;

/** A newsroom whose stores are gone, as in a database that was made anew. */
@Timeout(300)
class LostStoreIT {

    private static final List<String> TABLES = List.of(
            "published.edition",
            "newsroom.story",
            "newsroom.edition",
            "newsroom.version",
            "newsroom.event",
            "newsroom.refusal",
            "newsroom.staff",
            "newsroom.member");

    @TempDir
    private Path place;

    @Test
    void is_as_it_was_once_its_archive_has_read_the_log() throws Exception {
        Path data = place.resolve("data");
        List<String> before;
        StoryId story;
        try (RunningNewsroom newsroom = RunningNewsroom.on(data)) {
            Store store = new Store(Whereabouts.of(data).database());
            Busy.goThroughEverything(newsroom);
            story = Busy.bringOut(newsroom, "Before the loss");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> store.count("published.edition where story = '" + story + "'") == 2
                            && store.count("newsroom.edition where live = 'published' and story = '" + story + "'")
                                    == 2);
            before = rows(store);
            store.change("drop schema published cascade", "drop schema newsroom cascade");
        }

        try (RunningNewsroom newsroom = RunningNewsroom.on(data)) {
            assertThat(rows(new Store(Whereabouts.of(data).database()))).isEqualTo(before);
            assertThat(newsroom.get("/stories/" + story).statusCode()).isLessThan(400);
        }
    }

    private static List<String> rows(Store store) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            store.texts("select t::text from " + table + " t order by 1").forEach(row -> rows.add(table + " " + row));
        }
        return rows;
    }
}
