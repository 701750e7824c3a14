package press.stet.translation.xliff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static press.stet.translation.handout.Desk.aReport;
import static press.stet.translation.handout.Desk.aTranslation;
import static press.stet.translation.handout.Desk.anew;
import static press.stet.translation.handout.Desk.edited;
import static press.stet.translation.handout.Desk.goingOn;
import static press.stet.translation.handout.Desk.ids;
import static press.stet.translation.handout.Desk.paragraph;
import static press.stet.translation.handout.Desk.withBody;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.translation.handout.Delivery;
import press.stet.translation.handout.Desk;
import press.stet.translation.handout.Handout;
import press.stet.translation.handout.NotTaken;

class XliffTest {

    private static final Handout CORRECTED = goingOn(
            edited(aReport(), "s1", paragraph("s1", "It *reopened* at <one>, not \"noon\" & so on.")), aTranslation());

    @Test
    void an_export_is_xliff_by_its_schemas_and_constraints() {
        Copy free = withBody(aTranslation(), body -> {
            body.set(0, paragraph("t1", "Открыта; два дня.").as(new BlockId("t1"), ids("s1", "s2")));
            body.set(1, paragraph("t2", "Для читателей.").as(new BlockId("t2"), List.of()));
            return body;
        });
        for (Handout handout : List.of(anew(aReport()), CORRECTED, goingOn(aReport(), free))) {
            try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
                reader.open(XliffWriter.write(handout));
                while (reader.hasNext()) {
                    reader.next();
                }
            }
        }
        assertThat(XliffWriter.write(CORRECTED)).contains(" version=\"2.1\" srcLang=\"en\" trgLang=\"ru\">");
    }

    @Test
    void what_has_not_changed_is_final_and_locked_and_what_has_carries_what_it_said_before() {
        String file = XliffWriter.write(CORRECTED);

        assertThat(file)
                .contains("original=\"stet:" + Desk.STORY + "/en@3?replaces=2\"")
                .containsPattern("<unit id=\"s2\" translate=\"no\"[^>]*>[^§]*?<segment id=\"text\" state=\"final\">")
                .containsPattern("<unit id=\"s1\" type=\"stet:paragraph\">[^§]*?"
                        + "category=\"source-before\">The harbour \\*reopened\\* at noon.</note>[^§]*?"
                        + "<segment id=\"text\" state=\"initial\" subState=\"stet:changed\">[^§]*?"
                        + "<target>Гавань \\*открылась\\* в полдень.</target>")
                .containsOnlyOnce("state=\"initial\"")
                .contains("<mda:meta type=\"words\">49</mda:meta>", "<mda:meta type=\"words-to-do\">8</mda:meta>");
    }

    @Test
    void a_file_comes_back_whatever_its_text_is_made_of() {
        String odd = "a\nb\n\nc \\*d\\* <e> & \"f\" ]]> 'g'\t\u200F\u001B 👩‍👩‍👧\uD835\uDCB3 é e\u0301";
        Handout handout = anew(edited(aReport(), "s1", paragraph("s1", odd)));
        String file = XliffWriter.write(handout).replaceAll("</source>", "</source><target>Да.</target>");

        Copy copy = Delivery.take(handout, read(file).units());
        assertThat(copy.headline()).isEqualTo("Да.");
        assertThat(read(file).units().get(2).texts().getFirst().source()).isEqualTo(odd);
    }

    @Test
    void only_the_changed_segment_needs_a_translator() {
        String file = XliffWriter.write(CORRECTED)
                .replace("Гавань *открылась* в полдень.", "Открылась в <mrk id=\"m1\" type=\"term\">час</mrk>.");

        assertThat(Delivery.take(CORRECTED, read(file).units()))
                .isEqualTo(edited(
                        aTranslation(),
                        "t1",
                        paragraph("t1", "Открылась в час.").as(new BlockId("t1"), ids("s1"))));
    }

    @Test
    void tags_that_a_tool_put_into_a_target_are_seen() {
        String file = XliffWriter.write(CORRECTED)
                .replace("Гавань *открылась* в полдень.", "Открылась в <pc id=\"1\">час</pc>.");

        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> Delivery.take(CORRECTED, read(file).units()))
                .withMessageContaining("unit s1: segment text: tags stand in its target")
                .withMessageMatching("\\d+: unit s1.*");
    }

    @Test
    void a_file_says_what_it_is_of() {
        assertThat(read(XliffWriter.write(CORRECTED)).header())
                .isEqualTo(new Header(Desk.STORY, new Source(Desk.EN, new Version(3)), Desk.RU, new Version(2)));
        assertThat(read(XliffWriter.write(anew(aReport()))).header().replaces()).isNull();
        Handout arabic =
                new Handout(Desk.STORY, new Source(Desk.EN, new Version(1)), aReport(), Language.of("ar"), null, null);
        assertThat(XliffWriter.write(arabic)).contains("srcDir=\"ltr\" trgDir=\"rtl\"");
    }

    @Test
    void a_file_of_something_else_is_refused() {
        String file = XliffWriter.write(CORRECTED);

        refused("", "it is no XML");
        refused(file.substring(0, 400), "it is no XML");
        refused("<html/>", "it is no XLIFF 2");
        refused(file.replace("stet:" + Desk.STORY, "file:///etc"), "its 'original' is 'file:///etc/en@3");
        refused(file.replace(" srcLang=\"en\"", " srcLang=\"de\""), "its 'srcLang' is de, but its 'original' is in en");
        refused(XliffWriter.write(anew(aReport())).replace(" trgLang=\"ru\"", ""), "it has no 'trgLang'");
        String one = file.substring(file.indexOf(" <file"), file.indexOf("</xliff>"));
        refused(
                file.replace("</xliff>", one.replace("id=\"f1\"", "id=\"f2\"") + "</xliff>"),
                "it has more than one 'file'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE xliff>",
                "<!DOCTYPE xliff SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE xliff [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE xliff [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            })
    void a_file_declares_nothing(String declaration) {
        String file = XliffWriter.write(CORRECTED);

        refused(file.replace("?>\n<xliff", "?>\n" + declaration + "<xliff"), "2: it has a DOCTYPE");
        refused(file.replace("It *reopened*", "&e;"), "it is no XML");
    }

    @Test
    void a_file_is_no_deeper_and_no_larger_than_a_translation() {
        String file = XliffWriter.write(CORRECTED);

        refused(file.replace("It *reopened*", "<x>".repeat(200_000)), "has a depth of \"101\"");
        refused(file + " ".repeat(XliffReader.LARGEST), "it is larger than 32 MiB");
        refused(file.replace("Карта.", "\uE101\uE110"), "it holds U+E101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XliffWriter.write(anew(edited(aReport(), "s1", paragraph("s1", "\uE101\uE110")))))
                .withMessageContaining("U+E101");
    }

    private static XliffFile read(String file) {
        return XliffReader.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String file, String told) {
        assertThatExceptionOfType(NotTaken.class).isThrownBy(() -> read(file)).withMessageContaining(told);
    }
}
