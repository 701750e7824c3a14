package press.stet.newsroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.newsroom.house.HouseFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other house rules are tried on what has happened. */
class WhatIfIT {

    @TempDir
    private static Path desk;

    private static String published;
    private static String refused;

    @BeforeAll
    static void happen() throws IOException {
        published = file("the-ice-holds", "byline: Nora Lind");
        stet("draft", "submit", published, "--as", "reporter").done();
        stet("review", "approve", published, "--as", "editor").done();
        stet("publish", "now", published, "--as", "publisher").done();
        refused = file("the-ice-breaks", "slug: the-ice-breaks");
        stet("draft", "submit", refused, "--as", "reporter").with(ExitStatus.REFUSED);
    }

    @Test
    void under_the_rules_in_force_everything_would_be_decided_as_it_was() throws IOException {
        List<JsonNode> told = ask(house("", ""));

        JsonNode counts = told.getLast().path("counts");
        assertThat(told.subList(0, told.size() - 1))
                .allMatch(each -> each.path("wouldBe").isNull());
        assertThat(counts.path("same").asInt()).isGreaterThan(5);
        assertThat(counts.path("unknown").asInt())
                .as(counts.toString())
                .isLessThanOrEqualTo(counts.path("same").asInt() / 10);
    }

    @Test
    void under_rules_that_ask_for_more_what_was_published_would_be_refused() throws IOException {
        List<JsonNode> ofStory =
                of(published, ask(house("    byline:", "    checks:\n      - {check: legal}\n    byline:")));

        assertThat(ofStory)
                .extracting(each -> each.path("what").asString())
                .containsExactly("SubmitForReview", "ApproveVersion", "PublishVersion");
        assertThat(ofStory.getFirst().path("was").asString()).endsWith("checks asked: editor");
        assertThat(ofStory.getFirst().path("wouldBe").asString()).contains("checks asked: editor, legal");
        assertThat(ofStory.getLast().path("wouldBe").asString()).startsWith("refused by ");
        assertThat(ofStory.getLast().path("sequence").asLong()).isGreaterThan(1);
    }

    @Test
    void under_rules_that_ask_for_less_what_was_refused_would_be_accepted() throws IOException {
        Path house = house("originals: true", "originals: false");

        assertThat(of(refused, ask(house))).singleElement().satisfies(each -> {
            assertThat(each.path("what").asString()).isEqualTo("SubmitForReview");
            assertThat(each.path("was").asString()).isEqualTo("refused by complete-copy");
            assertThat(each.path("wouldBe").asString()).startsWith("accepted: put version 1 in review");
            assertThat(each.path("sequence").isNull()).isTrue();
        });
        stet("ops", "what-if", "--rules", house.toString())
                .done(
                        "SubmitForReview by reporter: was refused by complete-copy; would be accepted",
                        " rulings asked again: ");
    }

    private static List<JsonNode> ask(Path house) {
        return stet("ops", "what-if", "--rules", house.toString(), "--unknown", "--json")
                .done()
                .out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static List<JsonNode> of(String story, List<JsonNode> told) {
        return told.stream()
                .filter(each -> each.path("story").asString().equals(story))
                .toList();
    }

    /** The house in force, but for this. */
    private static Path house(String instead, String of) throws IOException {
        try (InputStream standard =
                Objects.requireNonNull(HouseFile.class.getResourceAsStream("standard-house.yaml"))) {
            String text = new String(standard.readAllBytes(), UTF_8);
            return Files.writeString(desk.resolve("house.yaml"), text.replace(instead, of));
        }
    }

    private static String file(String slug, String line) throws IOException {
        Path file = Files.writeString(desk.resolve(slug + ".md"), """
                ---
                language: en
                headline: The ice is watched
                standfirst: What is known so far.
                section: harbour
                %s
                ---

                It is ten centimetres thick.
                """.formatted(line));
        return stet("draft", "file", file.toString(), "--as", "reporter", "--json")
                .done()
                .json()
                .path("story")
                .asString();
    }
}
