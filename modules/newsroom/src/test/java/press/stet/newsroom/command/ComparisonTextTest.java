package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.review.comparison.Comparison;

class ComparisonTextTest {

    @Test
    void what_changed_is_told_with_how_much_between_did_not() {
        Copy before =
                copy("city", paragraph("a", "One."), paragraph("b", "Two."), paragraph("c", "It opens on Monday."));
        Copy after =
                copy("world", paragraph("a", "One."), paragraph("b", "Two."), paragraph("c", "It opens on Friday."));

        assertThat(new ComparisonText(false).of(Comparison.of(before, after))).isEqualTo("""
                about the story
                  section: [-city-]{+world+}
                  … 3 unchanged
                paragraph c, changed
                  It opens on [-Monday-]{+Friday+}.
                """);
        assertThat(new ComparisonText(false).of(Comparison.of(before, before))).isEqualTo("Both say the same.\n");
    }

    @Test
    void in_colour_there_are_no_signs() {
        Copy before = copy("city", paragraph("c", "It opens on Monday."));
        Copy after = copy("city", paragraph("c", "It opens on Friday."));

        assertThat(new ComparisonText(true).of(Comparison.of(before, after)))
                .contains("It opens on \u001B[9;31mMonday\u001B[0m\u001B[4;32mFriday\u001B[0m.")
                .doesNotContain("[-", "{+");
    }

    @Test
    void copy_gives_a_terminal_no_orders() {
        Copy before = copy("city", paragraph("c", "It opens."));
        Copy after = copy("city", paragraph("c", "\u001B]0;owned\u0007It \u009Bopens\u007F."));

        assertThat(new ComparisonText(false).of(Comparison.of(before, after)))
                .contains("␛]0;owned␇", "␡")
                .doesNotContain("\u001B", "\u0007", "\u009B", "\u007F");
    }

    private static Copy copy(String section, Block... body) {
        return new Copy(
                Language.of("en"),
                "Harbour reopens",
                "",
                List.of(),
                "",
                new Section(section),
                List.of(),
                null,
                Arrays.asList(body));
    }

    private static Block paragraph(String id, String text) {
        return new Block.Paragraph(new BlockId(id), null, text);
    }
}
