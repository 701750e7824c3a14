package press.stet.newsroom.command;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.address;
import static press.stet.newsroom.command.OneNewsroom.json;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Folders of stories, brought into a newsroom that runs for real. */
class ImportIT {

    private static final List<String> WAY_OF_AN_ORIGINAL =
            List.of("StoryFiled", "SubmittedForReview", "VersionApproved", "ReviewCompleted", "EditionPublished");

    private static final List<String> WAY_OF_A_TRANSLATION = List.of(
            "TranslationRequested",
            "TranslationDelivered",
            "SubmittedForReview",
            "VersionApproved",
            "ReviewCompleted",
            "EditionPublished");

    @TempDir
    private Path desk;

    @Test
    void two_stories_in_three_languages_are_brought_to_their_readers_once_however_often_it_is_begun()
            throws IOException {
        Path folder = desk.resolve("ferries");
        write(folder, "01-bell", "en", "", "A bell for the ferry", "It rings.");
        write(folder, "01-bell", "ru", "en", "Колокол для парома", "Он звонит.");
        write(folder, "01-bell", "ar", "en", "جرس للعبّارة", "إنه يرنّ.");
        write(folder, "02-rope", "en", "", "A rope for the bell", "It holds.");
        write(folder, "02-rope", "ru", "en", "Верёвка для колокола", "Она держит.");
        Files.writeString(folder.resolve("02-rope/broken.md"), "---\nlanguage: tg\nheadlin: Ресмон\n---\n");

        JsonNode first = brought(folder).with(1).json();

        assertThat(counts(first)).isEqualTo("2 stories, 5 editions, 20 accepted, 0 refused, 0 already, 5 live");
        assertThat(first.path("problems"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.asString())
                        .contains("broken.md:3:1: unknown key 'headlin'; is it 'headline'?"));
        assertThat(counts(brought(folder).with(1).json()))
                .isEqualTo("2 stories, 5 editions, 0 accepted, 0 refused, 5 already, 5 live");

        Files.delete(folder.resolve("02-rope/broken.md"));
        Told told = stet("import", folder.toString(), "--approve-as", "chief", "--as", "reporter")
                .done("2 stories with 5 editions: 0 commands accepted, 0 refused, 0 failed; 5 editions were there");
        assertThat(told.out().lines()).as("no progress where nobody watches").hasSize(1);
        assertThat(told.err()).isEmpty();
        assertEachWentItsWayOnce("A bell for the ferry", 3);
        assertEachWentItsWayOnce("A rope for the bell", 2);
    }

    @Test
    void without_an_approver_stories_are_drafts_and_an_approver_takes_them_from_there() throws IOException {
        Path folder = desk.resolve("bridges");
        write(folder, "01", "en", "", "A bridge in drafts", "It stands.");
        write(folder, "01", "ru", "en", "Мост в набросках", "Он стоит.");

        assertThat(counts(stet("import", folder.toString(), "--as", "reporter", "--json")
                        .done()
                        .json()))
                .isEqualTo("1 stories, 2 editions, 2 accepted, 0 refused, 0 already, 0 live");
        assertThat(counts(brought(folder).done().json()))
                .isEqualTo("1 stories, 2 editions, 6 accepted, 0 refused, 0 already, 2 live");
        assertEachWentItsWayOnce("A bridge in drafts", 2);
    }

    @Test
    void what_the_rules_refuse_is_counted_by_rule_and_keeps_no_other_story_out() throws IOException {
        Path folder = desk.resolve("quays");
        write(folder, "01", "en", "", "A quay with all it needs", "It lies there.");
        Files.createDirectories(folder.resolve("02"));
        Files.writeString(folder.resolve("02/en.md"), "---\nlanguage: en\nheadline: A quay without\n---\n\nText.\n");

        JsonNode told = brought(folder).with(3).json();

        assertThat(counts(told)).isEqualTo("2 stories, 2 editions, 5 accepted, 1 refused, 0 already, 1 live");
        assertThat(told.path("refusals").path(0).asString()).startsWith("02/en refused by complete-copy: ");
    }

    @Test
    void an_import_that_is_cut_short_goes_on_where_it_stopped() throws Exception {
        int stories = 60;
        Path folder = desk.resolve("lanterns");
        for (int at = 1; at <= stories; at++) {
            write(folder, "%02d".formatted(at), "en", "", "Lantern " + at, "It burns.");
            write(folder, "%02d".formatted(at), "ru", "en", "Фонарь " + at, "Он горит.");
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "press.stet.newsroom.Stet",
                        "import",
                        folder.toString(),
                        "--approve-as",
                        "chief",
                        "--as",
                        "reporter",
                        "--newsroom",
                        address().toString())
                .redirectErrorStream(true)
                .redirectOutput(desk.resolve("import.log").toFile())
                .start();
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> live("Lantern") > 0);
        } finally {
            process.destroyForcibly().waitFor();
        }
        long before = live("Lantern");
        assertThat(before).as("editions live when it was cut short").isBetween(1L, 2L * stories - 1);

        JsonNode second = brought(folder).done().json();

        assertThat(second.path("live").asInt()).isEqualTo(2 * stories);
        assertThat(second.path("already").asLong()).isGreaterThanOrEqualTo(before);
        for (int at = 1; at <= stories; at++) {
            assertEachWentItsWayOnce("Lantern " + at, 2);
        }
    }

    private static Told brought(Path folder) {
        return stet("import", folder.toString(), "--approve-as", "chief", "--as", "reporter", "--json");
    }

    private static String counts(JsonNode told) {
        return "%d stories, %d editions, %d accepted, %d refused, %d already, %d live"
                .formatted(
                        told.path("stories").asInt(),
                        told.path("editions").asInt(),
                        told.path("accepted").asInt(),
                        told.path("refused").asInt(),
                        told.path("already").asInt(),
                        told.path("live").asInt());
    }

    private static long live(String headline) {
        return json("/newsroom/stories?limit=200")
                .path("stories")
                .valueStream()
                .filter(story -> story.path("editions")
                        .path(0)
                        .path("headline")
                        .asString()
                        .startsWith(headline))
                .flatMap(story -> story.path("editions").valueStream())
                .filter(edition -> edition.path("live").asString().equals("published"))
                .count();
    }

    /** Nothing happened to it twice. */
    private static void assertEachWentItsWayOnce(String headline, int languages) {
        JsonNode story = json("/newsroom/stories?limit=200")
                .path("stories")
                .valueStream()
                .filter(each -> each.path("editions")
                        .valueStream()
                        .anyMatch(edition -> edition.path("headline").asString().equals(headline)))
                .findFirst()
                .orElseThrow();
        JsonNode history = json("/newsroom/stories/" + story.path("story").asString() + "/history");
        Map<String, List<String>> ways = history.path("events")
                .valueStream()
                .collect(groupingBy(
                        event -> event.path("language").asString(),
                        mapping(event -> event.path("event").asString(), toList())));
        assertThat(ways).hasSize(languages);
        assertThat(ways.get("en")).isEqualTo(WAY_OF_AN_ORIGINAL);
        assertThat(ways.entrySet().stream()
                        .filter(way -> !way.getKey().equals("en"))
                        .collect(groupingBy(Map.Entry::getValue, counting())))
                .isEqualTo(Map.of(WAY_OF_A_TRANSLATION, languages - 1L));
    }

    private static void write(Path folder, String story, String language, String source, String headline, String text)
            throws IOException {
        Files.createDirectories(folder.resolve(story));
        Files.writeString(folder.resolve(story).resolve(language + ".md"), """
                ---
                language: %s
                headline: %s
                %s
                ---

                %s
                """.formatted(
                        language,
                        headline,
                        source.isEmpty()
                                ? "standfirst: Own words.\nsection: harbour\nbyline: Nora Lind"
                                : "standfirst: Own words.\ntranslates: " + source,
                        text));
    }
}
