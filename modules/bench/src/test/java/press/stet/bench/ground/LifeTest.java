package press.stet.bench.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import press.stet.model.command.Command;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;

class LifeTest {

    @Test
    void an_ordinary_life_is_all_that_most_stories_go_through() {
        assertThat(Life.ordinary(1, 1).getFirst().steps())
                .extracting(step -> step.command().getClass().getSimpleName())
                .startsWith(
                        "FileStory", "ReviseCopy", "ReviseCopy", "SubmitForReview", "ApproveVersion", "PublishVersion")
                .contains("RequestTranslation", "DeliverTranslation")
                .endsWith("ReviseCopy", "SubmitForReview", "ApproveVersion", "PublishVersion");
    }

    @Test
    void a_report_is_as_long_as_an_agencys() {
        Command filing = Life.filedAndPublished(1).steps().getFirst().command();
        Copy copy = Objects.requireNonNull(filing.copy());
        long words = copy.body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block.Paragraph.class::cast)
                .mapToLong(paragraph -> paragraph.text().split(" ").length)
                .sum();
        assertThat(words).isEqualTo(340);
    }

    @Test
    void the_same_seed_writes_the_same_words() {
        assertThat(Life.publishedAndTranslated(7).steps())
                .isEqualTo(Life.publishedAndTranslated(7).steps());
        assertThat(Life.publishedAndTranslated(7).steps())
                .isNotEqualTo(Life.publishedAndTranslated(8).steps());
    }
}
