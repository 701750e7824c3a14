package press.stet.draft.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static press.stet.draft.markdown.Files.below;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.stet.model.copy.Copy;

class MarkdownRefusedTest {

    @Test
    void tells_everything_that_is_wrong_with_a_file_at_once_in_its_order() {
        assertThat(refused("""
                        ---
                        language: en
                        headlin: Floods recede
                        section: World News
                        keywords: {a: b}
                        version: first
                        translates: en@0
                        ---
                        # Floods

                        Text <b>bold</b> and [bad](javascript:alert).

                        ![Boat](images/boat.jpg)
                        """)).hasMessage("""
                        floods.md:1:1: the front matter lacks 'headline'
                        floods.md:3:1: unknown key 'headlin'; is it 'headline'? (known are language, headline, standfirst, \
                        section, byline, dateline, slug, keywords, translates, version, site)
                        floods.md:4:10: 'section': a section is a key of 1 to 60 lower-case letters, digits and hyphens, \
                        got 'World News'
                        floods.md:5:11: 'keywords' is one text or a list of texts
                        floods.md:6:10: 'version': a version is a number, got 'first'
                        floods.md:7:13: 'translates': versions are counted from 1, got 0
                        floods.md:9:1: a first heading: the headline stands in the front matter; a subheading is written ## …
                        floods.md:11:6: HTML ('<b>'): use Markdown, or write \\< for a less-than sign
                        floods.md:11:13: HTML ('</b>'): use Markdown, or write \\< for a less-than sign
                        floods.md:11:22: a link to 'javascript:alert': a link names a whole address that begins with https:, \
                        http: or mailto:
                        floods.md:13:1: a picture: 'images/boat.jpg' is a local file, and Stet has no store for files yet: \
                        put it online and give its https address""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "'# One'                          ~ 5:1  ~ a first heading",
                "'text¶¶### Three'                ~ 7:1  ~ a heading of level 3",
                "'Text¶---'                       ~ 5:1  ~ underlined",
                "'##'                             ~ 5:1  ~ a subheading without words",
                "'text¶¶    code'                 ~ 7:5  ~ a code block",
                "'```¶code¶```'                   ~ 5:1  ~ a code block",
                "'***'                            ~ 5:1  ~ a line between paragraphs",
                "'<div>x</div>'                   ~ 5:1  ~ HTML",
                "'<!-- a --> text'                ~ 5:1  ~ HTML",
                "'text¶¶<!-- note¶text'           ~ 7:1  ~ a comment without an end",
                "'text <!-- note --> text'        ~ 5:6  ~ a comment within text",
                "'¶a | b¶--- | ---¶1 | 2'         ~ 7:1  ~ a table",
                "'- a¶  - b'                      ~ 6:3  ~ a list in a list",
                "'- a¶¶  b'                       ~ 7:3  ~ a second paragraph",
                "'- a¶-¶- c'                      ~ 6:1  ~ without words",
                "'- # a'                          ~ 5:3  ~ a heading in a list",
                "'1984. It was cold.'             ~ 5:1  ~ write 1984\\.",
                "'> a¶> - Ada'                    ~ 6:3  ~ a list in a quote: a list stands by itself",
                "'> > a'                          ~ 5:3  ~ a quote in a quote",
                "'>'                              ~ 5:1  ~ a quote without words",
                "'> a¶> — Ada *Smith*'            ~ 6:9  ~ markup where only words can stand",
                "'[a]: https://example.org'       ~ 5:1  ~ an address apart from its link",
                "'a ![b](https://c.org/d)'        ~ 5:3  ~ a picture within text",
                "'![a *b*](https://c.org/d)'      ~ 5:5  ~ markup where only words can stand",
                "'![a](http://c.org/d)'           ~ 5:1  ~ begins with https:",
                "'![a](c:/pictures/d.jpg)'        ~ 5:1  ~ is a local file",
                "'![a](/d.jpg)'                   ~ 5:1  ~ is a local file",
                "'![a](data:image/png;base64,AA)' ~ 5:1  ~ begins with https:",
                "'![a](https:d.jpg)'              ~ 5:1  ~ names no host",
                "'![a](<https://c.org/d e.jpg>)'  ~ 5:1  ~ is no address: Illegal character",
                "'![a]()'                         ~ 5:1  ~ only a translation takes it from its source",
                "'![](https://c.org/d \"<b>\")'   ~ 5:1  ~ in the caption or credit: HTML",
                "'ab [c](data:text/html,x)'       ~ 5:4  ~ a whole address",
                "'ab <javascript:alert(1)>'       ~ 5:4  ~ a whole address",
                "'ab [c](example.org)'            ~ 5:4  ~ a whole address",
                "'> ab¶> [c]( JavaScript:d)'      ~ 6:3  ~ a whole address",
                "'😀 ab¶é <i>'                     ~ 6:3  ~ HTML",
                "'😀 <i>'                          ~ 5:3  ~ HTML",
                "'<!-- block: a b! -->¶x'         ~ 5:1  ~ got 'a b!'",
                "'<!-- block: -->¶x'              ~ 5:1  ~ a block id is missing",
                "'<!-- block: a; colour: b -->¶x' ~ 5:1  ~ got 'colour'",
                "'<!-- embed: film.mp4 -->¶x'     ~ 5:1  ~ is a local file",
                "'<!-- embed: https://a.org -->¶- x' ~ 6:1 ~ belongs to an embed",
                "'<!-- block: a -->¶x¶¶<!-- block: a -->¶y' ~ 9:1 ~ block id 'a' stands twice, first in line 6",
                "'<!-- block: headline -->¶x'     ~ 6:1  ~ is the id of the headline",
            })
    void names_what_it_cannot_take_and_where_it_stands(String body, String place, String what) {
        MarkdownRefused refused = refused(below(body.replace('¶', '\n')));

        assertThat(refused.problems()).hasSize(1);
        assertThat(refused).hasMessageStartingWith("floods.md:" + place + ": ").hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "''                                       ~ 1:1  ~ copy begins with a line ---",
                "'text'                                   ~ 1:1  ~ copy begins with a line ---",
                "'---¶language: en¶headline: x'           ~ 1:1  ~ another line ---",
                "'---¶headline: x¶---'                    ~ 1:1  ~ lacks 'language'",
                "'---¶language: en¶headline:¶---'         ~ 3:10 ~ 'headline' is empty",
                "'---¶language: english please¶headline: x¶---' ~ 2:11 ~ a language is a BCP 47 tag",
                "'---¶language: en¶headline: a: b¶---'    ~ 3:12 ~ no YAML",
                "'---¶language: en¶headline: x¶headline: y¶---' ~ 4:1 ~ stands twice",
                "'---¶language: en¶headline: [x]¶---'     ~ 3:11 ~ 'headline' is one text",
                "'---¶language: en¶headline: x¶byline: [a, [b]]¶---' ~ 4:13 ~ 'byline' is a list of texts",
                "'---¶language: en¶headline: x¶byline: [a, ]¶slug: A b¶---' ~ 5:7 ~ a slug is",
                "'---¶language: &l en¶headline: x¶byline: *l¶---' ~ 4:9 ~ 'byline' is one text",
                "'---¶language: en¶headline: x¶translates: en¶---' ~ 4:13 ~ is no translation of",
                "'---¶language: en¶headline: x¶site: The Herald¶---' ~ 4:7 ~ a site is named",
                "'---¶language: en¶headline: x¶colour: [a: {b: c}]¶---' ~ 4:1 ~ unknown key 'colour' (known",
                "'---¶- a¶---'                            ~ 2:1  ~ front matter is made of lines",
                "'---¶\tlanguage: en¶---'                 ~ 2:1  ~ no YAML",
            })
    void says_where_front_matter_is_wrong(String file, String place, String what) {
        assertThat(refused(file.replace('¶', '\n')).problems())
                .extracting(Problem::toString)
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(place + ": ").contains(what));
    }

    @Test
    void does_not_miss_keys_of_front_matter_that_it_could_not_read() {
        assertThat(refused("---\nlanguage: en\nstandfirst: \"so\nheadline: x\n---\n")
                        .problems())
                .hasSize(1);
    }

    @Test
    void says_which_byte_is_not_utf_8() {
        byte[] latin = below("é", "ab é").getBytes(StandardCharsets.ISO_8859_1);
        byte[] mixed = below("é", "ab ").getBytes(StandardCharsets.UTF_8);
        byte[] truncated = Arrays.copyOf(mixed, mixed.length);
        truncated[mixed.length - 1] = (byte) 0xC3;

        assertThat(refused(latin))
                .hasMessage("floods.md:5:1: byte 46 of the file (0xE9) is not UTF-8: save the file as UTF-8");
        assertThat(refused(truncated))
                .hasMessage("floods.md:6:4: byte 52 of the file (0xC3) is not UTF-8: save the file as UTF-8");
    }

    @Test
    void refuses_control_characters() {
        assertThat(refused(below("a", "b\u0007\u0000")))
                .hasMessage("floods.md:6:2: a control character (U+0007): take it out\n"
                        + "floods.md:6:3: a control character (U+0000): take it out");
    }

    @Test
    void refuses_a_file_too_large_before_reading_it(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large.md");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'-'}), 1L << 40);
        }

        assertThatExceptionOfType(MarkdownRefused.class)
                .isThrownBy(() -> MarkdownReader.read(file))
                .withMessage(file
                        + ":1:1: the file has 1099511627777 bytes; copy is read from files of at most 4194304 bytes");
    }

    @Test
    void refuses_more_blocks_than_copy_has() {
        String[] paragraphs = IntStream.range(0, 2 * Copy.MOST_BLOCKS + 2)
                .mapToObj(line -> line % 2 == 0 ? "One." : "")
                .toArray(String[]::new);

        assertThat(refused(below(paragraphs)))
                .hasMessage("floods.md:4005:1: copy has at most 2000 blocks, and this is one more");
    }

    @Test
    void stops_telling_where_a_terminal_ends() {
        MarkdownRefused refused = refused(below("<b> ".repeat(70)));

        assertThat(refused.problems()).hasSize(70);
        assertThat(refused).message().endsWith("\n… and 20 more").hasLineCount(51);
    }

    private static MarkdownRefused refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MarkdownRefused refused(byte[] bytes) {
        return assertThatExceptionOfType(MarkdownRefused.class)
                .isThrownBy(() -> MarkdownReader.read(Files.NAME, bytes))
                .actual();
    }
}
