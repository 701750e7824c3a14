package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A translation on its way to a translator's tool and back. */
class TranslationXliffIT {

    @TempDir
    private Path desk;

    @Test
    void after_a_correction_a_translator_is_asked_for_the_corrected_block_and_no_other() throws IOException {
        String story = published("the-pilot-station", "It opens at noon.", "Nobody came.");
        Path file = desk.resolve("first.xlf");
        stet("translation", "export", story, "ru", file.toString())
                .done("holds en@1", "3 of 3 blocks are to do, 11 of 11 words");
        replace(file, "</source>", "</source><target>Да, в *полдень*.</target>");
        stet("translation", "deliver", story, file.toString(), "--as", "translator")
                .done("/ru@1: TranslationRequested, TranslationDelivered", "made from en@1");
        approved(story + "/ru", "translator");
        stet("publish", "now", story + "/ru", "--as", "publisher").done();

        Path copy = desk.resolve("en.md");
        stet("draft", "get", story, copy.toString()).done();
        replace(copy, "at noon", "at one");
        stet("draft", "revise", story, copy.toString(), "--as", "reporter").done();
        stet("translation", "export", story, "ru", file.toString()).done("holds en@1", "0 of 3 blocks are to do");
        approved(story, "reporter");
        stet("publish", "correct", story, "--note", "It was one.", "--as", "publisher")
                .done();

        JsonNode handout = stet("translation", "export", story, "ru", file.toString(), "--json")
                .done()
                .json();
        assertThat(handout.path("toDo").toString()).isEqualTo("[\"v1-1\"]");
        assertThat(handout.path("sourceVersion").asInt()).isEqualTo(2);
        assertThat(handout.path("replaces").asInt()).isEqualTo(1);

        stet("translation", "deliver", story, file.toString(), "--as", "translator")
                .with(1)
                .complaining(
                        "first.xlf:", "unit v1-1: segment text: its target is what it was before the source changed");
        stet("translation", "deliver", story + "/de", file.toString(), "--as", "translator")
                .with(1)
                .complaining("it is in ru, not in de");
        replace(file, "state=\"initial\"", "state=\"reviewed\"");
        stet("translation", "deliver", story, file.toString(), "--as", "translator")
                .done("/ru@2: ", "made from en@2");
        stet("translation", "deliver", story, file.toString(), "--as", "translator")
                .with(3)
                .telling("refused by expected-version");
        Path russian = desk.resolve("ru.md");
        stet("draft", "get", story + "/ru", russian.toString()).done();
        assertThat(russian).content().contains("translates: en@2", "renders: v1-1", "renders: v1-2");
    }

    @Test
    void what_the_translation_added_and_what_it_merged_go_out_and_come_back() throws IOException {
        String story = published("the-ice-breaker", "It opens at noon.", "Nobody came.");
        Path markdown = Files.writeString(desk.resolve("de.md"), """
                ---
                language: de
                headline: Das Schiff im Hafen
                translates: en@1
                ---

                <!-- renders: v1-1, v1-2 -->
                Es öffnet um zwölf, und niemand kam.

                <!-- renders: - -->
                Für deutsche Leser gilt das nicht.
                """);
        stet("translation", "deliver", story, markdown.toString(), "--as", "translator")
                .done();
        Path file = desk.resolve("de.xlf");
        stet("translation", "export", story, "de", file.toString()).done("0 of 3 blocks are to do");
        replace(file, "Für deutsche Leser gilt das nicht.", "Für Leser in Deutschland gilt das nicht.");
        stet("translation", "deliver", story, file.toString(), "--as", "translator")
                .done("/de@2: ");

        stet("review", "diff", story + "/de").done("… 2 unchanged", "in Deutschland+}", "gilt das nicht.");
        Path back = desk.resolve("back.md");
        stet("draft", "get", story + "/de", back.toString()).done();
        assertThat(back).content().contains("renders: v1-1, v1-2", "renders: -");
    }

    @Test
    void a_file_of_another_story_is_not_delivered() throws IOException {
        String one = published("the-lighter", "It opens at noon.", "Nobody came.");
        String other = published("the-barge", "It opens at noon.", "Nobody came.");
        Path file = desk.resolve("one.xlf");
        stet("translation", "export", one, "ru", file.toString()).done();

        stet("translation", "deliver", other, file.toString(), "--as", "translator")
                .with(1)
                .complaining("one.xlf: it is of story ", ", not of the-barge");
        stet("translation", "export", one, "en", file.toString()).with(2).complaining("is not made from en");
        stet("translation", "deliver", one, desk.resolve("none.xlf").toString(), "--as", "translator")
                .with(1)
                .complaining("none.xlf cannot be read");
    }

    private String published(String slug, String... paragraphs) throws IOException {
        Path file = Files.writeString(desk.resolve(slug + ".md"), """
                ---
                language: en
                headline: The ship in the harbour
                slug: %s
                section: news
                byline: Nora Lind
                ---

                %s
                """.formatted(slug, String.join("\n\n", paragraphs)));
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        approved(slug, "reporter");
        stet("publish", "now", slug, "--as", "publisher").done();
        return slug;
    }

    private static void approved(String story, String writer) {
        stet("draft", "submit", story, "--as", writer).done();
        stet("review", "approve", story, "--as", "editor").done();
    }

    private static void replace(Path file, String what, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replace(what, by));
    }
}
