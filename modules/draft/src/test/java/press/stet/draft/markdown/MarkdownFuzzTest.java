package press.stet.draft.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownFuzzTest {

    private static final int FILES = 5_000;
    private static final int DEEP = 50_000;

    @Test
    void refuses_random_bytes_by_name() {
        for (long seed = 0; seed < FILES; seed++) {
            byte[] bytes = new OddText(seed).bytes();
            takesOrRefuses(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\\p{Cc}", "\n");
            takesOrRefuses(Files.below(text).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void takes_odd_files_whole_or_not_at_all() {
        int taken = 0;
        for (long seed = 0; seed < FILES; seed++) {
            String file = new OddText(seed).file();
            try {
                MarkdownCopy copy = Files.read(file);
                taken++;
                String written = MarkdownWriter.write(copy);
                assertThat(Files.read(written)).as("seed %d: %s", seed, file).isEqualTo(copy);
                assertThat(words(written)).as("seed %d: %s", seed, file).isEqualTo(words(file));
            } catch (MarkdownRefused refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
        assertThat(taken).as("files taken").isBetween(FILES / 20, FILES * 19 / 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                "[a](",
                "![a](https://b.org \"",
                "*a **b ",
                "_a",
                "`",
                "``a",
                "\\",
                "<",
                "<b ",
                "<!--",
                "<!-- block: ",
                "&",
                "> ",
                "- ",
                "1. ",
                "#",
                "## ",
                "\t",
                " ",
                "\n",
                "|-",
                "a\\\n",
                "[a]: b\n",
                "---\n",
                "~~~\n",
                "—",
                "\"",
                "😀",
                "水\n",
                "<b>",
                "&#",
                "(("
            })
    void is_not_overcome_by_anything_said_often(String piece) {
        takesOrRefuses(Files.below(piece.repeat(DEEP / piece.length()) + "x").getBytes(StandardCharsets.UTF_8));
        takesOrRefuses(
                ("---\nheadline: " + piece.repeat(DEEP / piece.length()) + "\n---\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{", "{a: ", "- ", "? ", "&a ", "*a ", "!!str ", "a: ", "\"", "'", "%", "|\n ", "a:\n - "})
    void is_not_overcome_by_front_matter(String piece) {
        takesOrRefuses(("---\n" + piece.repeat(DEEP / piece.length()) + "\n---\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void takesOrRefuses(byte[] bytes) {
        assertThatCode(() -> {
                    try {
                        MarkdownReader.read(Files.NAME, bytes);
                    } catch (MarkdownRefused refused) {
                        assertThat(refused.problems()).isNotEmpty();
                    }
                })
                .doesNotThrowAnyException();
    }

    /** What readers see of a file, without markup, white space, and the dash before a speaker. */
    static String words(String file) {
        String body = file.substring(file.indexOf("\n---\n") + 5);
        String html =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(body));
        return html.replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("<[a-z/][^>]*>", "")
                .replaceAll("(?U)[\\s\\p{Pd}]+", "");
    }
}
