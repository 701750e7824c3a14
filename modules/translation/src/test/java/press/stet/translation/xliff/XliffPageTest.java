package press.stet.translation.xliff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static press.stet.translation.handout.Desk.ids;
import static press.stet.translation.handout.Desk.paragraph;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.translation.handout.Delivery;
import press.stet.translation.handout.Desk;
import press.stet.translation.handout.Handout;
import press.stet.translation.handout.NotTaken;

/** {@code docs/xliff.md}, read as its readers will. */
class XliffPageTest {

    private final String page = Files.readString(Path.of("../../docs/xliff.md"));

    XliffPageTest() throws IOException {}

    @Test
    void shows_the_file_that_is_written() {
        assertThat(example("xml")).isEqualTo(XliffWriter.write(theNightTrain()));
    }

    @Test
    void says_how_a_file_is_brought_back() {
        String done = example("xml").replace("um 22.40 Uhr", "um 22.50 Uhr");

        Copy copy = Delivery.take(theNightTrain(), read(done).units());
        assertThat(copy.body().getFirst())
                .isEqualTo(
                        paragraph("v1-1", "Der *erste* Zug fährt um 22.50 Uhr.").as(new BlockId("v1-1"), ids("v1-1")));
    }

    @Test
    void says_what_is_told_of_a_file_that_does_not_fit() {
        String wrong = example("xml")
                .replace("<unit id=\"headline\"", "<unit id=\"title\"")
                .replace("A sleeping car", "A car");

        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> Delivery.take(theNightTrain(), read(wrong).units()))
                .withMessage(example("text").strip());
    }

    private static Handout theNightTrain() {
        Language german = Language.of("de");
        Copy translation = new Copy(
                german,
                "Die Nachtzüge kommen zurück",
                "",
                List.of(),
                "",
                null,
                List.of(),
                null,
                List.of(
                        paragraph("v1-1", "Der *erste* Zug fährt um 22.40 Uhr.").as(new BlockId("v1-1"), ids("v1-1")),
                        new Block.Photo(new BlockId("v1-2"), ids("v1-2"), null, "Ein Schlafwagen", "Repariert.", ""),
                        paragraph("v1-3", "Deutsche Karten gelten.").as(new BlockId("v1-3"), List.of())));
        return new Handout(
                StoryId.of("0199a3c4-5e00-7a10-8b00-3f6c1d2e4a50"),
                new Source(Desk.EN, new Version(3)),
                source("The *first* train leaves at 22.50."),
                german,
                new Version(1),
                new Handout.Standing(translation, source("The *first* train leaves at 22.40.")));
    }

    private static Copy source(String text) {
        return new Copy(
                Desk.EN,
                "Night trains return",
                "",
                List.of("Nora Lind"),
                "",
                new Section("city"),
                List.of(),
                null,
                List.of(
                        paragraph("v1-1", text),
                        new Block.Photo(
                                new BlockId("v1-2"),
                                null,
                                URI.create("https://pictures.example/sleeper.jpg"),
                                "A sleeping car",
                                "Repaired.",
                                "Ivo Brandt")));
    }

    private static XliffFile read(String file) {
        return XliffReader.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private String example(String kind) {
        return Pattern.compile("(?ms)^```" + kind + "\\n(.*?)^```$")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
