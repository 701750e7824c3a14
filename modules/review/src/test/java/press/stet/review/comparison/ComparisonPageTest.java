package press.stet.review.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.review.comparison.Versions.copy;
import static press.stet.review.comparison.Versions.paragraph;
import static press.stet.review.comparison.Versions.photo;

import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.copy.Copy;

class ComparisonPageTest {

    @Test
    void what_was_removed_is_struck_out_and_what_was_added_is_underlined() {
        assertThat(page(copy(paragraph("a", "It opens on Monday.")), copy(paragraph("a", "It opens on Friday."))))
                .contains("It opens on <del>Monday</del><ins>Friday</ins>.", "paragraph, changed");
    }

    @Test
    void copy_is_text_on_the_page_and_never_markup() {
        String page = page(
                copy(paragraph("a", "It opens <b onclick='x()'>soon</b>")),
                copy(
                        paragraph("a", "It opens </style></span><script>alert(\"1 & 2\")</script>\u0000\u001B[2J soon"),
                        photo("p", "https://pictures.example/1.jpg", "\"><img src=x onerror=y>", "'")));

        assertThat(page)
                .contains(
                        "&lt;/style&gt;&lt;/span&gt;&lt;script&gt;", "&quot;1 &amp; 2&quot;", "&quot;&gt;&lt;img src=x")
                .doesNotContain("<script", "<img", "<b ", "\u0000", "\u001B")
                .contains("default-src 'none'");
        assertThat(ComparisonPage.of(Comparison.of(copy(), copy()), "<i>", "<j>", "<k>"))
                .doesNotContain("<i>", "<j>", "<k>")
                .contains("Both say the same.");
    }

    @Test
    void a_language_that_runs_from_right_to_left_does_so_on_the_page() {
        Language arabic = Language.of("ar");
        String page = page(copy(arabic, "أعيد فتح الميناء ظهرا"), copy(arabic, "أعيد فتح الميناء مساء"));

        assertThat(page)
                .contains(
                        "<main dir=\"rtl\">",
                        "<span lang=\"ar\">أعيد فتح الميناء <del>ظهرا</del><ins>مساء</ins></span>");
        assertThat(page(copy(), copy())).contains("<main dir=\"ltr\">");
    }

    private static String page(Copy before, Copy after) {
        return ComparisonPage.of(Comparison.of(before, after), "harbour/en", "version 1", "version 2");
    }
}
