package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.archive.database.DatabaseSettings;
import press.stet.newsroom.embedded.Whereabouts;
import tools.jackson.databind.JsonNode;

/** The record of a story: what happened, whether that is what was written, what the story was then, and going back to it. */
class RecordIT {

    private static final String STORY = "the-harbour-light";

    @TempDir
    private static Path desk;

    private static String id;

    /** Two numbers, with a refusal between. */
    @BeforeAll
    static void tell() throws IOException {
        Path file = copy("It is dark.");
        id = stet("draft", "file", file.toString(), "--as", "reporter", "--json")
                .done()
                .json()
                .path("story")
                .asString();
        stet("draft", "submit", STORY, "--as", "reporter").done();
        stet("review", "approve", STORY, "--as", "reporter").with(ExitStatus.REFUSED);
        stet("review", "approve", STORY, "--as", "editor").done();
        stet("publish", "now", STORY, "--as", "publisher").done();
        Path next = desk.resolve("next.md");
        stet("draft", "get", STORY, next.toString()).done();
        Files.writeString(next, Files.readString(next).replace("It is dark.", "It is lit."));
        stet("draft", "revise", STORY, next.toString(), "--as", "reporter", "--submit")
                .done();
        stet("review", "approve", STORY, "--as", "editor").done();
        stet("publish", "now", STORY, "--as", "publisher").done();
    }

    @Test
    void the_history_says_who_did_what_when_by_which_tool_and_under_which_rules_and_what_was_refused() {
        Told told = stet("story", "history", STORY).done();

        assertThat(told.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .matches(
                                " {3}1  [0-9TZ:.-]+  reporter by stet \\(rules [1-9]\\d*, staff [1-9]\\d*\\)  en: filed the"
                                        + " story for main"))
                .anySatisfy(line -> assertThat(line)
                        .matches(" {3}–  .*  reporter by stet  en: ApproveVersion refused by permission: .*"));
        assertThat(told.out().indexOf("refused by"))
                .isBetween(
                        told.out().indexOf("put version 1 in review"),
                        told.out().indexOf("fit to print"));
        assertThat(stet("story", "history", STORY, "--json")
                        .done()
                        .json()
                        .path("events")
                        .path(0)
                        .path("houseRules")
                        .asInt())
                .isPositive();
    }

    @Test
    void the_history_says_what_each_was_granted_then() {
        stet("story", "history", STORY, "--grants")
                .done(": reporter)  en: filed the story for main", ": editor)  en: gave version 1 the editor check");
    }

    @Test
    void a_history_that_is_as_it_was_written_is_found_so() {
        stet("story", "history", STORY, "--verify")
                .done("As it was written: ", " and 2 texts with the digests", "has the digest e1:");
        JsonNode verified = stet("story", "history", STORY, "--verify", "--json")
                .done()
                .json()
                .path("verified");
        assertThat(verified.path("intact").asBoolean()).isTrue();
        assertThat(verified.path("texts").asInt()).isEqualTo(2);
        assertThat(verified.path("missing")).isEmpty();
    }

    @Test
    void an_altered_history_is_found_out_with_the_place() throws SQLException {
        altered(
                "update newsroom.event set value = set_byte(value, length(value) - 1, 1 - get_byte(value, length(value) - 1))"
                        + " where story = ? and sequence = 2",
                "FROM event ");
        altered("update newsroom.event set actor = 'editor' where story = ? and sequence = 1", "from event 1 on");
        altered(
                "update newsroom.version set copy = cast(replace(cast(copy as text), 'lit', 'dim') as json)"
                        + " where story = ? and version = 2",
                "the text of en@2 has the digest");
        altered("delete from newsroom.event where story = ? and sequence = 3", "event 3 was expected");
        altered(
                "delete from newsroom.event where story = ?"
                        + " and sequence = (select max(sequence) from newsroom.story where story = event.story)",
                "the story has had ");
        stet("story", "history", STORY, "--verify").done();
    }

    @Test
    void a_text_that_was_erased_breaks_nothing_and_is_named() throws SQLException {
        change(
                "update newsroom.version set copy = null, headline = null, slug = null where story = ? and version = 1",
                () -> stet("story", "history", STORY, "--verify").done("not come yet: en@1", " and 1 texts"));
    }

    @Test
    void a_story_is_shown_as_it_was_at_a_moment() {
        JsonNode events =
                stet("story", "history", STORY, "--json").done().json().path("events");
        Instant first = at(events, "EditionPublished");
        Instant approved = at(events, "ReviewCompleted");

        stet("story", "show", STORY, "--at", first.toString())
                .done("readers: number 1, version 1, “The harbour light”", "nothing in hand");
        stet("story", "show", STORY, "--at", approved.toString())
                .done("approved  version 1 by reporter; checks given: editor by editor", "readers: nothing");
        JsonNode then = stet("story", "show", STORY, "--at", approved.toString(), "--json")
                .done()
                .json();
        assertThat(then.path("editions").path(0).path("readers").path("live").asString())
                .isEqualTo("unpublished");
        assertThat(then.path("editions")
                        .path(0)
                        .path("checks")
                        .path(0)
                        .path("by")
                        .asString())
                .isEqualTo("editor");
        stet("story", "show", STORY, "--at", "2020-01-01T00:00Z")
                .with(ExitStatus.FAILED)
                .complaining("had not been filed at 2020");
        stet("story", "show", STORY, "--at", "then").with(ExitStatus.USAGE).complaining("is no moment");
    }

    @Test
    void an_earlier_version_comes_back_as_a_new_one_that_needs_every_check_anew() throws IOException {
        Path file = Files.writeString(desk.resolve("back.md"), """
                ---
                language: en
                headline: The light that came back
                standfirst: It was thought lost.
                section: harbour
                byline: Nora Lind
                slug: the-light-that-came-back
                ---

                First.
                """);
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        Files.writeString(file, Files.readString(file).replace("First.", "Second."));
        stet("draft", "revise", "the-light-that-came-back", file.toString(), "--as", "reporter")
                .done();

        stet("draft", "bring-back", "the-light-that-came-back", "--as", "reporter")
                .with(ExitStatus.USAGE)
                .complaining("STORY@N");
        stet("draft", "bring-back", "the-light-that-came-back@1", "--as", "editor")
                .with(ExitStatus.USAGE)
                .complaining("--over", "version 2 was sent by reporter");
        stet("draft", "bring-back", "the-light-that-came-back@1", "--as", "editor", "--over", "2", "--submit")
                .done("/en@3: CopyRevised, SubmittedForReview");

        Path got = desk.resolve("got.md");
        stet("draft", "get", "the-light-that-came-back", got.toString()).done();
        assertThat(got).content().contains("First.", "version: 3").doesNotContain("Second.");
        stet("publish", "now", "the-light-that-came-back", "--as", "publisher").with(ExitStatus.REFUSED);
    }

    private static void altered(String statement, String told) throws SQLException {
        change(
                statement,
                () -> assertThat(stet("story", "history", STORY, "--verify")
                                .with(ExitStatus.FAILED)
                                .out())
                        .containsIgnoringCase("not as it was written")
                        .containsIgnoringCase(told));
    }

    /** Changes what the view keeps, and takes that back. */
    private static void change(String statement, Runnable look) throws SQLException {
        DatabaseSettings database = Whereabouts.of(OneNewsroom.data()).database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            String[] tables = {"event", "version"};
            for (String table : tables) {
                run(
                        connection,
                        "create temporary table " + table + "_before as select * from newsroom." + table
                                + " where story = ?");
            }
            try {
                assertThat(run(connection, statement)).isEqualTo(1);
                look.run();
            } finally {
                for (String table : tables) {
                    run(connection, "delete from newsroom." + table + " where story = ?");
                    run(
                            connection,
                            "insert into newsroom." + table + " select * from " + table + "_before where story = ?");
                }
            }
        }
    }

    private static int run(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, UUID.fromString(id));
            return prepared.executeUpdate();
        }
    }

    private static Instant at(JsonNode events, String event) {
        return events.valueStream()
                .filter(each -> each.path("event").asString().equals(event))
                .findFirst()
                .map(each -> Instant.parse(each.path("at").asString()))
                .orElseThrow();
    }

    private static Path copy(String text) throws IOException {
        return Files.writeString(desk.resolve("light.md"), """
                ---
                language: en
                headline: The harbour light
                standfirst: What is known so far.
                section: harbour
                byline: Nora Lind
                slug: the-harbour-light
                ---

                %s
                """.formatted(text));
    }
}
