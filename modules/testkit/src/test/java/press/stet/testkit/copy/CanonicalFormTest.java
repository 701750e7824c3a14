package press.stet.testkit.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static press.stet.testkit.copy.Copies.AR;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Copies.embed;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Copies.photo;
import static press.stet.testkit.copy.Copies.points;
import static press.stet.testkit.copy.Edits.body;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.replacing;
import static press.stet.testkit.copy.Edits.slug;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockMark;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.copy.Stamp;

/** The bytes that digests are taken over never change: what was approved years ago must still verify. */
class CanonicalFormTest {

    private static final Copy BARE = new Copy(EN, "Stet", "", List.of(), "", null, List.of(), null, List.of());

    @Test
    void what_is_empty_is_left_out() {
        assertThat(form(BARE)).isEqualTo("{\"headline\":\"Stet\",\"language\":\"en\"}");
    }

    @Test
    void every_field_and_every_kind_of_block_stands_in_the_form_by_name_in_order() {
        Copy full = new Copy(
                AR,
                "H",
                "S",
                List.of("A", "B"),
                "D",
                new Section("news"),
                List.of("k"),
                new Slug("s"),
                List.of(
                        new Block.Paragraph(new BlockId("p"), List.of(new BlockId("x")), "P"),
                        new Block.Subheading(new BlockId("h"), null, "U"),
                        new Block.Quote(new BlockId("q"), null, "Q", "W"),
                        new Block.Photo(new BlockId("f"), null, URI.create("https://a/b"), "L", "C", "R"),
                        new Block.Points(new BlockId("l"), null, false, List.of("1", "")),
                        new Block.Points(new BlockId("n"), null, true, List.of()),
                        new Block.Embed(new BlockId("e"), null, URI.create("https://a/c"), "T")));

        assertThat(form(full))
                .isEqualTo("{\"body\":["
                        + "{\"id\":\"p\",\"text\":\"P\",\"type\":\"paragraph\"},"
                        + "{\"id\":\"h\",\"text\":\"U\",\"type\":\"subheading\"},"
                        + "{\"id\":\"q\",\"speaker\":\"W\",\"text\":\"Q\",\"type\":\"quote\"},"
                        + "{\"address\":\"https://a/b\",\"alt\":\"L\",\"caption\":\"C\",\"credit\":\"R\",\"id\":\"f\","
                        + "\"type\":\"photo\"},"
                        + "{\"id\":\"l\",\"items\":[\"1\",\"\"],\"type\":\"points\"},"
                        + "{\"id\":\"n\",\"type\":\"numbered\"},"
                        + "{\"address\":\"https://a/c\",\"id\":\"e\",\"text\":\"T\",\"type\":\"embed\"}],"
                        + "\"bylines\":[\"A\",\"B\"],\"dateline\":\"D\",\"headline\":\"H\",\"keywords\":[\"k\"],"
                        + "\"language\":\"ar\",\"section\":\"news\",\"slug\":\"s\",\"standfirst\":\"S\"}");
    }

    @Test
    void digests_taken_today_are_those_taken_on_the_first_day() {
        assertThat(CanonicalForm.digest(BARE))
                .isEqualTo(new Digest("c1:240d6e911f62326019749b451223a2105020e0e2bf68ce830f9bacdc5bd027d6"));
        assertThat(Stamp.of(Version.FIRST, null, null, edited(BARE, body(named("a", paragraph("Text.")))))
                        .blocks())
                .extracting(mark -> mark.digest().text())
                .containsExactly("b1:8b7228716509d34a63d0e40907c05df2", "b1:f0b5ab2476d93802b5532ce74f2d5aee");
    }

    @Test
    void unicode_is_written_as_it_is_and_only_controls_quotes_and_backslashes_are_escaped() {
        Copy odd = edited(BARE, headline("\"\\/\b\f\n\r\t\u0000\u001f\u007f é e\u0301 \u2028 \uD83D\uDE00 \u202Eabc"));

        assertThat(form(odd))
                .contains("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f é e\u0301 \u2028 \uD83D\uDE00 \u202Eabc\"");
    }

    @Test
    void text_that_looks_the_same_but_is_not_has_another_digest() {
        assertThat(CanonicalForm.digest(edited(BARE, headline("\u00e9"))))
                .isNotEqualTo(CanonicalForm.digest(edited(BARE, headline("e\u0301"))));
    }

    @Test
    void half_a_character_has_no_form() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalForm.of(edited(BARE, headline("Smile \uD83D!"))))
                .withMessageContaining("half of a character, U+D83D");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalForm.of(edited(BARE, headline("\uDE00\uD83D"))));
    }

    @Test
    void what_a_block_renders_changes_its_mark_but_not_the_digest_of_the_copy() {
        Copy plain = edited(BARE, body(named("a", paragraph("Text."))));
        Copy told = edited(plain, replacing(0, block -> block.as(block.id(), List.of(new BlockId("b")))));

        assertThat(CanonicalForm.digest(told)).isEqualTo(CanonicalForm.digest(plain));
        assertThat(stamp(told).saysTheSameAs(stamp(plain))).isFalse();
        assertThat(stamp(plain).saysTheSameAs(stamp(plain))).isTrue();
    }

    @Test
    void a_made_slug_and_a_given_one_are_different_copy() {
        assertThat(CanonicalForm.digest(edited(BARE, slug("stet")))).isNotEqualTo(CanonicalForm.digest(BARE));
    }

    @Test
    void a_blocks_mark_is_of_what_a_translator_works_on() {
        Block photo = photo("A quay", "The quay at dawn");

        assertThat(mark(photo(URI.create("https://b/c"), "A quay", "The quay at dawn", "Somebody else")))
                .isEqualTo(mark(photo));
        assertThat(mark(photo("A quay", "The quay at noon"))).isNotEqualTo(mark(photo));
        assertThat(mark(points("a", "b"))).isNotEqualTo(mark(points("a b")));
        assertThat(mark(paragraph("a"))).isNotEqualTo(mark(Copies.subheading("a")));
    }

    @Test
    void an_embed_of_something_else_is_another_block() {
        assertThat(mark(embed("https://film.example/2", "A film")))
                .isNotEqualTo(mark(embed("https://film.example/1", "A film")));
    }

    @Test
    void the_tag_of_a_language_is_written_in_one_way() {
        Copy shouted = new Copy(Language.of("EN"), "Stet", "", List.of(), "", null, List.of(), null, List.of());

        assertThat(CanonicalForm.digest(shouted)).isEqualTo(CanonicalForm.digest(BARE));
    }

    private static String form(Copy copy) {
        return new String(CanonicalForm.of(copy), UTF_8);
    }

    private static Stamp stamp(Copy copy) {
        return Stamp.of(Version.FIRST, null, null, copy);
    }

    private static Digest mark(Block block) {
        BlockMark mark = stamp(edited(BARE, body(named("a", block)))).blocks().getLast();
        return mark.digest();
    }

    private static Block named(String id, Block block) {
        return block.as(new BlockId(id), block.renders());
    }

    @Test
    void a_report_has_the_form_of_its_fields_whatever_ids_it_was_sent_without() {
        assertThat(form(aReport())).doesNotContain("\"id\"");
    }
}
