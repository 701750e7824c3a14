package press.stet.draft.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.draft.markdown.Files.copyWith;
import static press.stet.draft.markdown.Files.paragraph;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;

class MarkdownRoundTripTest {

    private static final int COPIES = 3_000;

    @Test
    void writes_a_file_that_its_writer_would_know() {
        Copy copy = new Copy(
                Language.of("en"),
                "Floods: the river \"recedes\"",
                "",
                List.of("Ada Smith"),
                "Stettin",
                new Section("world"),
                List.of("floods", "Oder, the"),
                new Slug("floods"),
                List.of(
                        new Block.Paragraph(new BlockId("v1-1"), null, "It *fell*,\\\nby night."),
                        new Block.Subheading(new BlockId("v1-2"), null, "What next?"),
                        new Block.Quote(new BlockId("v2-3"), null, "We told them.\n\nTwice.", "Jo Doe"),
                        new Block.Points(new BlockId("v2-4"), null, true, List.of("one", "two")),
                        new Block.Photo(
                                new BlockId("v2-5"),
                                null,
                                URI.create("https://a.org/b.jpg"),
                                "A boat",
                                "\"Boat\"",
                                "AP")));

        assertThat(MarkdownWriter.write(new MarkdownCopy(copy, null, new Version(2), null)))
                .isEqualTo("""
                ---
                language: en
                headline: 'Floods: the river "recedes"'
                section: world
                byline: Ada Smith
                dateline: Stettin
                slug: floods
                keywords:
                - floods
                - Oder, the
                version: 2
                ---

                <!-- block: v1-1 -->
                It *fell*,\\
                by night.

                <!-- block: v1-2 -->
                ## What next?

                <!-- block: v2-3 -->
                > We told them.
                >
                > Twice.
                > — Jo Doe

                <!-- block: v2-4 -->
                1. one
                2. two

                <!-- block: v2-5 -->
                ![A boat](https://a.org/b.jpg "\\"Boat\\" | AP")
                """);
    }

    @Test
    void hands_a_translator_the_source_to_write_over() {
        Copy source = new Copy(
                Language.of("en"),
                "Floods recede",
                "At last",
                List.of("Ada Smith"),
                "Stettin",
                new Section("world"),
                List.of("floods"),
                null,
                List.of(
                        new Block.Paragraph(new BlockId("v1-1"), null, "It fell."),
                        new Block.Photo(
                                new BlockId("v1-2"), null, URI.create("https://a.org/b.jpg"), "Boat", "A boat", "AP")));

        String file = MarkdownWriter.write(MarkdownCopy.toTranslate(source, new Version(3), Language.of("de")));

        assertThat(file).isEqualTo("""
                ---
                language: de
                headline: Floods recede
                standfirst: At last
                translates: en@3
                ---

                <!-- renders: v1-1 -->
                It fell.

                <!-- renders: v1-2 -->
                ![Boat](<> "A boat")
                """);
        assertThat(Files.read(file.replace("It fell.", "Es fiel."))
                        .copy()
                        .body()
                        .getFirst())
                .isEqualTo(new Block.Paragraph(BlockId.NOT_GIVEN, List.of(new BlockId("v1-1")), "Es fiel."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1. May             ~ 1\\. May",
                "- x                ~ \\- x",
                "# x                ~ \\# x",
                "> x                ~ \\> x",
                "---                ~ \\---",
                "***                ~ \\*\\*\\*",
                "[a]: b             ~ \\[a]: b",
                "<div               ~ \\<div",
                "a <b>c</b>         ~ a \\<b>c\\</b>",
                "a ![b](https://c.d) ~ a \\![b](https://c.d)",
                "[a](javascript:b)  ~ \\[a](javascript:b)",
                "x\\                ~ x\\\\",
                "1984.              ~ 1984\\.",
                "#1 is #2           ~ #1 is #2",
                "-1 and *so*        ~ -1 and *so*",
            })
    void escapes_no_more_of_foreign_text_than_it_takes(String text, String written) {
        assertThat(blocks(paragraph(text))).containsExactly(paragraph(written));
    }

    @Test
    void says_that_a_quote_has_no_speaker_where_its_last_line_looks_like_one() {
        Block quote = new Block.Quote(BlockId.NOT_GIVEN, null, "— Да?\\\n— Нет.", "");

        assertThat(MarkdownWriter.write(copyWith(quote))).endsWith("\n> — Да?\\\n> — Нет.\n> —\n");
        assertThat(blocks(quote)).containsExactly(quote);
    }

    @Test
    void keeps_two_lists_apart() {
        Block one = new Block.Points(BlockId.NOT_GIVEN, null, false, List.of("a"));
        Block other = new Block.Points(BlockId.NOT_GIVEN, null, false, List.of("b"));

        assertThat(blocks(one, other, one)).containsExactly(one, other, one);
    }

    @Test
    void leaves_out_blocks_that_say_nothing() {
        assertThat(blocks(
                        paragraph(" \n"),
                        new Block.Subheading(BlockId.NOT_GIVEN, null, ""),
                        new Block.Quote(BlockId.NOT_GIVEN, null, "", ""),
                        new Block.Points(BlockId.NOT_GIVEN, null, false, List.of("", " ")),
                        paragraph("x")))
                .containsExactly(paragraph("x"));
    }

    @Test
    void reads_back_what_it_wrote_and_writes_it_the_same_again() {
        for (long seed = 0; seed < COPIES; seed++) {
            MarkdownCopy copy = new OddText(seed).copy();
            String file = MarkdownWriter.write(copy);
            MarkdownCopy back = Files.read(file);
            assertThat(MarkdownWriter.write(back)).as("seed %d", seed).isEqualTo(file);
            assertThat(back.translates()).isEqualTo(copy.translates());
            assertThat(back.version()).isEqualTo(copy.version());
            assertThat(back.site()).isEqualTo(copy.site());
            assertThat(ids(copy)).as("seed %d", seed).containsAll(ids(back));
        }
    }

    @Test
    void changes_no_meaning_of_text_that_comes_from_elsewhere() {
        for (long seed = 0; seed < COPIES; seed++) {
            String text = new OddText(seed).text();
            String canonical = CanonicalText.paragraph(text);
            assertThat(CanonicalText.paragraph(canonical)).as("seed %d", seed).isEqualTo(canonical);
            if (!InlineMeaning.isRefused(text)) {
                assertThat(InlineMeaning.of(canonical))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(InlineMeaning.of(text));
            }
        }
    }

    private static List<Block> blocks(Block... blocks) {
        return Files.read(MarkdownWriter.write(copyWith(blocks))).copy().body();
    }

    private static List<String> ids(MarkdownCopy copy) {
        return copy.copy().body().stream()
                .map(block -> block.getClass() + " " + block.id() + " " + block.renders())
                .toList();
    }
}
