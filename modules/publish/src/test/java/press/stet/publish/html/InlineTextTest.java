package press.stet.publish.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineTextTest {

    @Test
    void sets_emphasis_code_and_links() {
        assertThat(InlineText.line(
                                "The *Gazette* said **no** to `stet` and [asked why](https://example.com/why?a=1&b=2).")
                        .markup())
                .isEqualTo("The <em>Gazette</em> said <strong>no</strong> to <code>stet</code> and "
                        + "<a href=\"https://example.com/why?a&#61;1&amp;b&#61;2\">asked why</a>.");
    }

    @Test
    void parts_paragraphs_at_an_empty_line() {
        assertThat(InlineText.paragraphs("One\nstill one.\n\nTwo."))
                .extracting(SafeHtml::markup)
                .containsExactly("One\nstill one.", "Two.");
        assertThat(InlineText.line("One.\n\nTwo.").markup()).isEqualTo("One.<br>Two.");
        assertThat(InlineText.paragraphs(" \n ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 1 in the charts",
                "1. FC Köln won",
                "- said nobody",
                "> more than ever",
                "    four blanks",
                "---"
            })
    void takes_no_line_for_a_block(String text) {
        assertThat(shown(text).text()).isEqualTo(text.strip());
        assertThat(shown(text).children()).isEmpty();
    }

    @Test
    void keeps_a_line_break_that_the_writer_asked_for() {
        assertThat(shown("Roses are red\\\nviolets are blue").select("br")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\" onclick=\"alert(1)\">here</a>",
                "<svg/onload=alert(1)>",
                "<b>bold</b>",
                "<!-- nothing -->",
                "<style>*{display:none}</style>"
            })
    void shows_markup_as_the_text_it_is(String text) {
        assertThat(shown("Before " + text + " after").text()).isEqualTo("Before " + text + " after");
        assertThat(shown("Before " + text + " after").children()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[here](javascript:alert(1))",
                "[here](JaVaScRiPt:alert(1))",
                "[here](&#106;avascript:alert(1))",
                "[here](<java\tscript:alert(1)>)",
                "[here](data:text/html;base64,PHNjcmlwdD4=)",
                "[here](vbscript:msgbox)",
                "![here](javascript:alert(1))",
                "<javascript:alert(1)>",
                "[here]: javascript:alert(1)\n\n[here]"
            })
    void lets_no_link_do_anything_but_lead_elsewhere(String text) {
        assertThat(shown(text).select("a")).isEmpty();
        assertThat(shown(text).text()).isNotEmpty();
    }

    @Test
    void shows_a_picture_within_a_line_as_a_link_to_it() {
        Element shown = shown("See ![the *mayor*](https://example.com/mayor.jpg) there");
        assertThat(shown.text()).isEqualTo("See the mayor there");
        assertThat(shown.select("a").attr("href")).isEqualTo("https://example.com/mayor.jpg");
        assertThat(shown.select("img")).isEmpty();
        assertThat(shown("![](https://example.com/a.jpg)").text()).isEqualTo("https://example.com/a.jpg");
        assertThat(shown("[![mayor](https://example.com/a.jpg)](https://example.com/b)")
                        .select("a"))
                .hasSize(1);
    }

    @Test
    void leaves_out_nothing_that_looks_like_the_definition_of_a_link() {
        assertThat(shown("[note]: https://example.com \"title\"").text())
                .isEqualTo("[note]: https://example.com \"title\"");
        assertThat(shown("[Inaudible]: he\n[said]: this\nand more").text())
                .isEqualTo("[Inaudible]: he [said]: this and more");
    }

    @Test
    void shows_nesting_without_end_as_it_was_written() {
        List<SafeHtml> shown = InlineText.paragraphs("*a **b ".repeat(20_000) + " d** c*".repeat(20_000));
        assertThat(shown).hasSize(1);
        assertThat(depth(Jsoup.parseBodyFragment(shown.getFirst().markup()))).isLessThan(30);
    }

    @Test
    void takes_a_text_as_large_as_copy_may_be() {
        String text = "слово ".repeat(170_000).strip();
        assertThat(shown(text).text()).isEqualTo(text);
        assertThat(shown("[".repeat(100_000)).text()).hasSize(100_000);
        assertThat(shown("[a](".repeat(20_000)).text()).hasSize(80_000);
    }

    private static Element shown(String text) {
        Document document = Jsoup.parseBodyFragment(InlineText.line(text).markup());
        return document.body();
    }

    private static int depth(Element element) {
        return 1
                + element.children().stream()
                        .mapToInt(InlineTextTest::depth)
                        .max()
                        .orElse(0);
    }
}
