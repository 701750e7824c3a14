package press.stet.review.comparison;

import com.ibm.icu.util.ULocale;
import java.util.stream.Collectors;
import press.stet.model.Language;

/**
 * A comparison as a page of HTML that stands by itself: it loads nothing, runs nothing, is read in light and dark and printed, and shows copy in its own
 * direction. What copy holds is text there, never markup. What was removed is struck through and what was added underlined, so that neither needs colour.
 */
public final class ComparisonPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --quiet: #666; --line: #ddd;
              --added: #0a5c2b; --added-paper: #e2f5e8; --removed: #9b1c1c; --removed-paper: #fbe6e6; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #161616; --ink: #e8e8e8; --quiet: #9a9a9a; --line: #383838;
                --added: #8fe0ab; --added-paper: #12301d; --removed: #f3a5a5; --removed-paper: #3b1717; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
              font: 1.05rem/1.6 Georgia, "Noto Serif", "Noto Naskh Arabic", serif; }
            h1, header p, .what { font-family: system-ui, "Noto Sans", sans-serif; }
            h1 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .3rem; }
            header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; }
            header p, .what { color: var(--quiet); font-size: .8rem; margin: 0 0 .4rem; }
            .what { text-align: match-parent; }
            section { border-inline-start: 3px solid transparent; margin: 0 0 .6rem; padding: .2rem .9rem; }
            section.changed, section.moved { border-color: var(--quiet); }
            section.added { border-color: var(--added); }
            section.removed { border-color: var(--removed); }
            section.same > p { color: var(--quiet); }
            p { margin: 0 0 .3rem; overflow-wrap: anywhere; white-space: pre-wrap; }
            p.headline { font-size: 1.5rem; font-weight: bold; line-height: 1.3; }
            p.standfirst, p.subheading { font-weight: bold; }
            small { color: var(--quiet); font-family: system-ui, "Noto Sans", sans-serif; font-size: .75rem; }
            ins { background: var(--added-paper); color: var(--added); text-decoration: underline; }
            del { background: var(--removed-paper); color: var(--removed); text-decoration: line-through; }
            del + ins { margin-inline-start: .15em; }
            """;

    private final StringBuilder html = new StringBuilder(8_192);
    private final Language language;

    private ComparisonPage(Language language) {
        this.language = language;
    }

    /**
     * The page, to be stored in UTF-8.
     *
     * @param title what is compared
     * @param before the earlier version, in words
     * @param after the later version, in words
     */
    public static String of(Comparison comparison, String title, String before, String after) {
        ComparisonPage page = new ComparisonPage(comparison.language());
        page.head(title);
        page.html.append("<header>\n<h1><bdi>").append(text(title)).append("</bdi></h1>\n");
        page.html.append("<p><del>Removed</del>: only in ").append(text(before)).append("</p>\n");
        page.html.append("<p><ins>Added</ins>: only in ").append(text(after)).append("</p>\n");
        page.html
                .append(comparison.findsNothing() ? "<p>Both say the same.</p>\n" : "")
                .append("</header>\n");
        page.html.append("<main dir=\"").append(page.direction()).append("\">\n");
        page.facts(comparison);
        comparison.passages().forEach(page::passage);
        page.html.append("</main>\n</body>\n</html>\n");
        return page.html.toString();
    }

    private void head(String title) {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(text(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
    }

    private void facts(Comparison comparison) {
        String changed = comparison.facts().stream()
                .filter(TextComparison::isChanged)
                .map(fact -> paragraph("fact", fact))
                .collect(Collectors.joining());
        if (!changed.isEmpty()) {
            section("changed", "about the story", changed);
        }
    }

    private void passage(PassageComparison compared) {
        Passage passage = compared.passage();
        String kind = passage.kind().word();
        switch (compared) {
            case PassageComparison.Same same -> {
                PassageComparison.Move move = same.move();
                section(move == null ? "same" : "moved", move == null ? "" : moved(kind, move), texts(same));
            }
            case PassageComparison.Changed changed -> {
                PassageComparison.Move move = changed.move();
                String was = changed.before().kind().word();
                String what = was.equals(kind) ? kind : kind + ", was a " + was;
                section(
                        "changed",
                        move == null ? what + ", changed" : moved(what, move) + " and changed",
                        texts(changed));
            }
            case PassageComparison.Added added -> section("added", kind + ", added", texts(added));
            case PassageComparison.Removed removed -> section("removed", kind + ", removed", texts(removed));
        }
    }

    private static String moved(String kind, PassageComparison.Move move) {
        return kind + ", moved from place " + move.from() + " to " + move.to();
    }

    private void section(String change, String what, String texts) {
        html.append("<section class=\"").append(change).append("\">\n");
        html.append(what.isEmpty() ? "" : "<p class=\"what\" dir=\"ltr\">" + text(what) + "</p>\n");
        html.append(texts).append("</section>\n");
    }

    /** In a passage that says the same, where its words are readers' words, nothing but them. */
    private String texts(PassageComparison compared) {
        String kind = compared.passage().kind().word();
        return compared.texts().stream()
                .filter(text ->
                        text.isChanged() || !(compared instanceof PassageComparison.Same) || isRead(text.role()))
                .map(text -> paragraph(kind, text))
                .collect(Collectors.joining());
    }

    private static boolean isRead(Role role) {
        return switch (role) {
            case TEXT, SPEAKER, ITEM, ALT, CAPTION, CREDIT -> true;
            case SECTION, BYLINE, DATELINE, KEYWORD, SLUG, ADDRESS, RENDERS -> false;
        };
    }

    private String paragraph(String kind, TextComparison compared) {
        StringBuilder paragraph = new StringBuilder("<p class=\"").append(kind).append("\">");
        if (compared.role() != Role.TEXT) {
            paragraph
                    .append("<small dir=\"ltr\">")
                    .append(compared.role().word())
                    .append("</small> ");
        }
        paragraph.append("<span lang=\"").append(language.tag()).append("\">");
        compared.pieces().forEach(piece -> paragraph.append(piece(piece)));
        return paragraph.append("</span></p>\n").toString();
    }

    private static String piece(Piece piece) {
        return switch (piece) {
            case Piece.Kept kept -> text(kept.text());
            case Piece.Removed removed -> "<del>" + text(removed.text()) + "</del>";
            case Piece.Added added -> "<ins>" + text(added.text()) + "</ins>";
        };
    }

    private String direction() {
        return ULocale.forLanguageTag(language.tag()).isRightToLeft() ? "rtl" : "ltr";
    }

    /** Any text between or within tags; what HTML has no character for is shown as one that is missing. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isMissing(point) ? 0xFFFD : point);
            }
        });
        return escaped.toString();
    }

    private static boolean isMissing(int point) {
        return (Character.isISOControl(point) && point != '\n' && point != '\t')
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
