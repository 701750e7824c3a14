package press.stet.draft.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.draft.markdown.Files.below;
import static press.stet.draft.markdown.Files.blocks;
import static press.stet.draft.markdown.Files.paragraph;
import static press.stet.draft.markdown.Files.read;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;

class MarkdownReaderTest {

    @Test
    void takes_everything_that_front_matter_says() {
        MarkdownCopy copy = read("""
                ---
                language: pt-br
                headline: "Cheias: o rio recua"
                standfirst: >
                  Depois de três dias
                  a água baixa.
                section: mundo
                byline: [Ana Souza, "João \\"Jota\\" Lima"]
                dateline: Porto Alegre
                slug: o-rio-recua
                keywords: cheias, Rio Grande do Sul
                translates: en@3
                version: 2
                site: herald
                ---
                """);

        assertThat(copy)
                .isEqualTo(new MarkdownCopy(
                        new Copy(
                                Language.of("pt-BR"),
                                "Cheias: o rio recua",
                                "Depois de três dias a água baixa.",
                                List.of("Ana Souza", "João \"Jota\" Lima"),
                                "Porto Alegre",
                                new Section("mundo"),
                                List.of("cheias", "Rio Grande do Sul"),
                                new Slug("o-rio-recua"),
                                List.of()),
                        new MarkdownCopy.Translates(Language.of("en"), new Version(3)),
                        new Version(2),
                        new Site("herald")));
    }

    @Test
    void needs_a_language_and_a_headline_and_takes_words_as_they_are_written() {
        MarkdownCopy copy = read("---\nlanguage: no\nheadline: 1984\nbyline: 0x10\nstandfirst:\n---");

        assertThat(copy.copy().language()).isEqualTo(Language.of("no"));
        assertThat(copy.copy().headline()).isEqualTo("1984");
        assertThat(copy.copy().bylines()).containsExactly("0x10");
        assertThat(copy.copy().standfirst()).isEmpty();
        assertThat(copy.translates()).isNull();
        assertThat(copy.version()).isNull();
        assertThat(copy.site()).isNull();
    }

    @Test
    void takes_paragraphs_subheadings_quotes_lists_and_photos() {
        assertThat(blocks(
                        "The river *fell* by night.",
                        "",
                        "## What comes next ##",
                        "",
                        "> We told them so.",
                        "> — Ada Smith, mayor",
                        "",
                        "- sandbags",
                        "- pumps",
                        "",
                        "1. first",
                        "2. second",
                        "",
                        "![A man in a boat](https://example.org/boat.jpg \"A man rows *home* | Jo Doe/AP\")"))
                .containsExactly(
                        paragraph("The river *fell* by night."),
                        new Block.Subheading(BlockId.NOT_GIVEN, null, "What comes next"),
                        new Block.Quote(BlockId.NOT_GIVEN, null, "We told them so.", "Ada Smith, mayor"),
                        new Block.Points(BlockId.NOT_GIVEN, null, false, List.of("sandbags", "pumps")),
                        new Block.Points(BlockId.NOT_GIVEN, null, true, List.of("first", "second")),
                        photo("https://example.org/boat.jpg", "A man in a boat", "A man rows *home*", "Jo Doe/AP"));
    }

    @Test
    void forgets_how_lines_were_wrapped_and_keeps_line_breaks() {
        assertThat(blocks("One line", "  and *the", "next*.  ", "A new line,\\", "another, `code", "goes on`."))
                .containsExactly(paragraph("One line and *the next*.\\\nA new line,\\\nanother, `code goes on`."));
    }

    @Test
    void puts_no_space_where_a_script_without_spaces_was_wrapped() {
        assertThat(blocks("洪水が引いた。", "市長は言う", "and then", "水")).containsExactly(paragraph("洪水が引いた。市長は言う and then 水"));
    }

    @Test
    void keeps_inline_text_as_its_writer_wrote_it() {
        String text = "_So_ **it** goes, L&#39;Oreal & [Co](https://example.org \"a\") \\*, 5 * 3 <mayor@example.org>";

        assertThat(blocks(text)).containsExactly(paragraph(text));
    }

    @Test
    void takes_what_only_looks_like_a_block_once_it_is_escaped() {
        assertThat(blocks("1984\\. was a year.", "", "\\- no list", "", "\\# no heading"))
                .containsExactly(
                        paragraph("1984\\. was a year."), paragraph("\\- no list"), paragraph("\\# no heading"));
    }

    @Test
    void passes_over_empty_paragraphs() {
        assertThat(blocks("", "", "One.", "", "   ", "", "", "Two.", "", ""))
                .containsExactly(paragraph("One."), paragraph("Two."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"so\"", "“so”", "„so“", "«so»", "‹so›", "‚so‘", "’so’", "”so”", "「so」", "'so'", "``so''", "＂so＂"
            })
    void takes_every_kind_of_quotation_mark(String quoted) {
        assertThat(blocks("He said " + quoted + ".", "", "> " + quoted))
                .containsExactly(paragraph("He said " + quoted + "."), quote(quoted, ""));
        assertThat(read("---\nlanguage: en\nheadline: He said " + quoted + "\n---")
                        .copy()
                        .headline())
                .isEqualTo("He said " + quoted);
    }

    @Test
    void takes_quotes_of_several_paragraphs_with_the_speaker_below() {
        assertThat(blocks("> One", "> and one.", ">", "> Two.\\", "> — *Ada* Smith".replace("*", "")))
                .containsExactly(quote("One and one.\n\nTwo.", "Ada Smith"));
        assertThat(blocks("> One.", ">", "> —\u00A0Ada \\*Smith\\* & AT&amp;T"))
                .containsExactly(quote("One.", "Ada *Smith* & AT&T"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"— Ada", "– Ada", "― Ada", "-- Ada"})
    void knows_a_speaker_by_any_dash(String line) {
        assertThat(blocks("> So it goes.", "> " + line)).containsExactly(quote("So it goes.", "Ada"));
    }

    @Test
    void does_not_take_speech_that_begins_with_a_dash_for_a_speaker() {
        assertThat(blocks("> — Привет!")).containsExactly(quote("— Привет!", ""));
        assertThat(blocks("> — Привет!\\", "> — Здравствуйте.", "> —"))
                .containsExactly(quote("— Привет!\\\n— Здравствуйте.", ""));
        assertThat(blocks("> —Hola, dijo.", "> —Adiós.")).containsExactly(quote("—Hola, dijo. —Adiós.", ""));
    }

    @Test
    void takes_lists_with_empty_lines_and_wrapped_items() {
        assertThat(blocks("* one", "  goes on", "", "* two", "lazily", "", "1) first"))
                .containsExactly(
                        new Block.Points(BlockId.NOT_GIVEN, null, false, List.of("one goes on", "two lazily")),
                        new Block.Points(BlockId.NOT_GIVEN, null, true, List.of("first")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "-",
            value = {
                "-                              ~ ''               ~ ''",
                "A boat                         ~ A boat           ~ ''",
                "A boat | AP                    ~ A boat           ~ AP",
                "| AP                           ~ ''               ~ AP",
                "A boat |                       ~ A boat           ~ ''",
                "Before | after | AP            ~ Before | after   ~ AP",
                "Before | after |               ~ Before | after   ~ ''",
                "A \\\"big\\\" *boat* | A & B   ~ A \"big\" *boat* ~ A & B",
                "A boat | AP \\\\| Reuters      ~ A boat           ~ AP | Reuters",
            })
    void takes_caption_and_credit_from_the_title_of_a_picture(@Nullable String title, String caption, String credit) {
        String titled = title == null ? "" : " \"" + title.strip() + "\"";

        assertThat(blocks("![](https://example.org/a.jpg" + titled + ")"))
                .containsExactly(photo("https://example.org/a.jpg", "", caption, credit));
    }

    @Test
    void lets_a_translation_take_address_and_credit_of_a_photo_from_its_source() {
        MarkdownCopy copy = read("---\nlanguage: de\nheadline: Flut\ntranslates: en\n---\n![Boot](<> \"Ein Boot\")");

        assertThat(copy.copy().body())
                .containsExactly(new Block.Photo(BlockId.NOT_GIVEN, null, null, "Boot", "Ein Boot", ""));
    }

    @Test
    void takes_back_the_labels_of_blocks() {
        assertThat(blocks(
                        "<!-- block: v1-1 -->",
                        "One.",
                        "",
                        "<!--block:v2-7;renders:v1-2,v1-3-->",
                        "",
                        "Two and three.",
                        "",
                        "<!-- renders: - -->",
                        "- added",
                        "<!-- embed: https://example.org/map?a;b=1 -->",
                        "A *map* of the flood."))
                .containsExactly(
                        new Block.Paragraph(new BlockId("v1-1"), null, "One."),
                        new Block.Paragraph(
                                new BlockId("v2-7"),
                                List.of(new BlockId("v1-2"), new BlockId("v1-3")),
                                "Two and three."),
                        new Block.Points(BlockId.NOT_GIVEN, List.of(), false, List.of("added")),
                        new Block.Embed(
                                BlockId.NOT_GIVEN,
                                null,
                                URI.create("https://example.org/map?a;b=1"),
                                "A *map* of the flood."));
    }

    @Test
    void forgets_the_label_of_a_block_that_was_taken_away() {
        assertThat(blocks("<!-- block: v1-1 -->", "", "<!-- block: v1-2 -->", "Two.", "", "<!-- block: v1-3 -->"))
                .containsExactly(new Block.Paragraph(new BlockId("v1-2"), null, "Two."));
    }

    @Test
    void publishes_no_comment_of_its_writer() {
        assertThat(blocks(
                        "<!-- ask Jo about this", "", "- [ ] figures -->", "One.", "", "<!-- a --> <!-- b -->", "Two."))
                .containsExactly(paragraph("One."), paragraph("Two."));
    }

    @Test
    void takes_files_from_any_machine() {
        String file = "\uFEFF" + below("One", "line.", "", "Two.").replace("\n", "\r\n");

        assertThat(read(file).copy().body()).containsExactly(paragraph("One line."), paragraph("Two."));
        assertThat(read(file)).isEqualTo(read(file.replace("\r\n", "\r")));
    }

    private static Block quote(String text, String speaker) {
        return new Block.Quote(BlockId.NOT_GIVEN, null, text, speaker);
    }

    private static Block photo(String address, String alt, String caption, String credit) {
        return new Block.Photo(BlockId.NOT_GIVEN, null, URI.create(address), alt, caption, credit);
    }
}
