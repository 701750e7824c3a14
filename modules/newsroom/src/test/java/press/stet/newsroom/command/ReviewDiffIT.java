package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an editor sees of a new version who knows the one before. */
class ReviewDiffIT {

    @TempDir
    private Path desk;

    @Test
    void a_revision_is_read_beside_what_readers_see_and_else_beside_what_it_was_made_from() throws IOException {
        Path file = file("the-pilot-boat", "It sails at noon.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("review", "diff", "the-pilot-boat")
                .with(2)
                .complaining("version 1 of the en edition was made from none", "--from N");
        revise("the-pilot-boat", "noon", "one");
        stet("review", "diff", "the-pilot-boat")
                .done("version 2, sent by reporter", "against version 1", "It sails at [-noon-]{+one+}.");

        stet("draft", "submit", "the-pilot-boat", "--as", "reporter").done();
        stet("review", "approve", "the-pilot-boat", "--as", "editor").done();
        stet("publish", "now", "the-pilot-boat", "--as", "publisher").done();
        stet("review", "diff", "the-pilot-boat").done("against version 1", "[-noon-]{+one+}");
        revise("the-pilot-boat", "one", "two");
        revise("the-pilot-boat", "two", "three");
        stet("review", "diff", "the-pilot-boat").done("version 4", "against version 2", "[-one-]{+three+}");
        stet("review", "diff", "the-pilot-boat@3").done("version 3", "against version 2", "[-one-]{+two+}");
        stet("review", "diff", "the-pilot-boat", "--from", "4", "--to", "1").done("[-three-]{+noon+}");
        stet("review", "diff", "the-pilot-boat", "--from", "1", "--to", "1").done("Both say the same.");
    }

    @Test
    void a_comparison_is_a_page_and_an_object_for_tools() throws IOException {
        Path file = file("the-tug", "It sails at noon.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        revise("the-tug", "noon", "one");
        Path page = desk.resolve("diff.html");

        stet("review", "diff", "the-tug", "--html", page.toString()).done(page + " shows ");
        assertThat(page).content().contains("It sails at <del>noon</del><ins>one</ins>.");
        stet("review", "diff", "the-tug", "--color").done("\u001B[9;31mnoon\u001B[0m");
        JsonNode json = stet("review", "diff", "the-tug", "--json").done().json();
        assertThat(json.path("from").path("version").asInt()).isEqualTo(1);
        assertThat(json.path("to").path("version").asInt()).isEqualTo(2);
        assertThat(json.path("same").asBoolean()).isFalse();
        assertThat(json.path("blocks").path(1).path("change").asString()).isEqualTo("changed");
        assertThat(json.path("blocks").path(1).path("texts").toString())
                .contains("{\"kept\":\"It sails at \"},{\"removed\":\"noon\"},{\"added\":\"one\"}");
    }

    @Test
    void a_version_that_is_not_there_or_named_twice_is_told() throws IOException {
        Path file = file("the-dredger", "It sails at noon.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();

        stet("review", "diff", "the-dredger", "--from", "7").with(1).complaining("no text of version 7");
        stet("review", "diff", "the-dredger", "--from", "0").with(2).complaining("--from: ");
        stet("review", "diff", "the-dredger@1", "--to", "1").with(2).complaining("leave one out");
    }

    private void revise(String story, String word, String other) throws IOException {
        Path copy = desk.resolve("revised.md");
        stet("draft", "get", story, copy.toString()).done();
        Files.writeString(copy, Files.readString(copy).replace("at " + word, "at " + other));
        stet("draft", "revise", story, copy.toString(), "--as", "reporter").done();
    }

    private Path file(String slug, String text) throws IOException {
        return Files.writeString(desk.resolve(slug + ".md"), """
                ---
                language: en
                headline: The boat of the harbour
                slug: %s
                section: news
                byline: Nora Lind
                ---

                %s
                """.formatted(slug, text));
    }
}
