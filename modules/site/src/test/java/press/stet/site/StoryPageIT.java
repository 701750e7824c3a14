package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.site.Editions.AR;
import static press.stet.site.Editions.EN;
import static press.stet.site.Editions.HE;
import static press.stet.site.Editions.NOON;
import static press.stet.site.Editions.RU;
import static press.stet.site.Editions.WORLD;
import static press.stet.site.Editions.copy;
import static press.stet.site.Editions.everything;
import static press.stet.site.Editions.killed;
import static press.stet.site.Editions.live;
import static press.stet.site.Editions.path;
import static press.stet.site.Editions.stale;
import static press.stet.site.Editions.story;
import static press.stet.site.Editions.withdrawn;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;
import tools.jackson.databind.JsonNode;

class StoryPageIT {

    private static PublishedSite site;

    @BeforeAll
    static void open() {
        site = PublishedSite.open(new SiteSettings(
                "The Daily Stet", Optional.empty(), ZoneId.of("Europe/Riga"), URI.create("https://news.example")));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void empty() {
        site.empty();
    }

    @Test
    void a_reader_sees_the_whole_story() {
        Snapshot.Live story = live(story(1), everything(EN, "Bridge opens"));
        site.publish(story);

        Document page = site.page(path(story));

        assertThat(page.title()).isEqualTo("Bridge opens — The Daily Stet");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
        assertThat(page.select("h1").eachText()).containsExactly("Bridge opens");
        assertThat(page.select("article .section a").attr("href")).isEqualTo("/en/world");
        assertThat(page.select("article .section").text()).isEqualTo("The world");
        assertThat(page.select("article header .standfirst").text()).isEqualTo("After six years of works");
        assertThat(page.select(".byline .names").text())
                .isEqualTo("\u2068Ada Reporter\u2069 and \u2068Ben Writer\u2069");
        assertThat(page.select(".dateline").text()).isEqualTo("RIGA");
        assertThat(page.select("time.published").attr("datetime")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(page.select("time.published").text().replace('\u202f', ' '))
                .isEqualTo("March 1, 2026 at 2:00 PM GMT+2");
        assertThat(page.select("time.updated, time.corrected, .corrections")).isEmpty();
        assertThat(page.select("nav.sections a[aria-current=page]").text()).isEqualTo("The world");
    }

    @Test
    void every_kind_of_block_is_set_as_what_it_is() {
        Snapshot.Live story = live(story(1), everything(EN, "Bridge opens"));
        site.publish(story);

        Element body = site.page(path(story)).expectFirst(".body");

        assertThat(body.expectFirst("> p").html())
                .isEqualTo("It <em>opens</em> <a href=\"https://example.com/at-last\">at last</a>.");
        assertThat(body.select("h2").text()).isEqualTo("Six years late");
        assertThat(body.select("figure.quote blockquote p").eachText()).containsExactly("At last.", "At long last.");
        assertThat(body.select("figure.quote figcaption").text()).isEqualTo("The mayor");
        Element picture = body.expectFirst("figure.photo img");
        assertThat(picture.attr("src")).isEqualTo("https://pictures.example/bridge.jpg");
        assertThat(picture.attr("alt")).isEqualTo("A bridge at dawn");
        assertThat(picture.attr("loading")).isEqualTo("lazy");
        assertThat(body.select("figure.photo figcaption").text()).isEqualTo("The new bridge Photo: Cara Camera");
        assertThat(body.select("ol li").eachText()).containsExactly("first", "second");
        assertThat(body.select("ol li strong").text()).isEqualTo("second");
        assertThat(body.select("ul li").eachText()).containsExactly("one", "other");
        assertThat(body.select(".embed a").attr("href")).isEqualTo("https://www.maps.example/1");
        assertThat(body.select(".embed .text").text()).isEqualTo("A map of the bridge");
        assertThat(body.select(".embed .host").text()).isEqualTo("maps.example");
    }

    @Test
    void a_correction_is_told_with_its_time() {
        Snapshot.Live story = live(
                story(1),
                3,
                NOON,
                copy(EN, WORLD, "Bridge opens", "It opens."),
                new Correction(NOON.plusSeconds(3600), "It was a *ferry*."),
                new Correction(NOON.plusSeconds(7200), "It was a bridge."));
        site.publish(story);

        Document page = site.page(path(story));

        assertThat(page.select(".corrections li p").eachText())
                .containsExactly("It was a bridge.", "It was a *ferry*.");
        assertThat(page.select(".corrections time").eachAttr("datetime"))
                .containsExactly("2026-03-01T14:00:00Z", "2026-03-01T13:00:00Z");
        assertThat(page.select(".imprint a[href=#corrections] time").attr("datetime"))
                .isEqualTo("2026-03-01T14:00:00Z");
        assertThat(page.select("time.updated").attr("datetime")).isEqualTo("2026-03-01T14:00:00Z");
    }

    @Test
    void readers_of_a_translation_are_told_that_its_original_has_changed_until_it_is_up_to_date() {
        Snapshot.Live russian = live(story(1), copy(RU, WORLD, "Мост открыт", "Он открыт."));
        site.publish(russian);
        assertThat(site.page(path(russian)).select(".stale")).isEmpty();
        assertThat(site.json(path(russian)).has("notice")).isFalse();

        site.publish(stale(russian, "Оригинал <изменился>."));

        Element told = site.page(path(russian)).expectFirst("article > p.stale");
        assertThat(told.text()).isEqualTo("Оригинал <изменился>.");
        assertThat(told.attr("role")).isEqualTo("note");
        assertThat(site.json(path(russian)).path("notice").asString()).isEqualTo("Оригинал <изменился>.");
    }

    @Test
    void languages_of_a_story_lead_to_each_other() {
        Snapshot.Live english = live(story(1), copy(EN, WORLD, "Bridge opens", "It opens."));
        Snapshot.Live russian = live(story(1), copy(RU, WORLD, "Мост открыт", "Он открыт."));
        Snapshot.Live arabic = live(story(1), copy(AR, WORLD, "افتتاح الجسر", "افتُتح."));
        site.publish(english, russian, arabic);

        for (Snapshot.Live edition : List.of(english, russian, arabic)) {
            Document page = site.page(path(edition));
            assertThat(page.select("link[rel=canonical]").attr("href"))
                    .isEqualTo("https://news.example" + path(edition));
            assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                    .containsExactly("ar", "en", "ru", "x-default");
            assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("href"))
                    .containsExactly(
                            "https://news.example" + path(arabic),
                            "https://news.example" + path(english),
                            "https://news.example" + path(russian),
                            "https://news.example/stories/" + story(1));
            assertThat(page.select(".languages a[aria-current=page]").attr("href"))
                    .isEqualTo(path(edition));
        }
        Document page = site.page(path(english));
        assertThat(page.select("nav.siblings a").eachText()).containsExactly("العربية", "Русский");
        assertThat(page.select("nav.siblings a").eachAttr("lang")).containsExactly("ar", "ru");
        assertThat(page.select("nav.siblings a").eachAttr("dir")).containsExactly("rtl", "ltr");
        assertThat(page.select(".translations a").eachText()).containsExactly("افتتاح الجسر", "Мост открыт");
    }

    @Test
    void a_script_from_right_to_left_turns_the_page_around() {
        Snapshot.Live arabic = live(story(1), copy(AR, WORLD, "افتتاح الجسر", "افتُتح."));
        site.publish(arabic);

        Document page = site.page(path(arabic));

        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("html").attr("lang")).isEqualTo("ar");
        assertThat(page.select(".skip").text()).isEqualTo("انتقل إلى النص");
        assertThat(page.select(".skip").hasAttr("lang")).isFalse();
    }

    @Test
    void the_sites_own_words_are_marked_where_they_are_not_in_the_language_of_the_page() {
        Snapshot.Live hebrew = live(story(1), copy(HE, WORLD, "הגשר נפתח", "הוא נפתח."));
        site.publish(hebrew);

        Document page = site.page(path(hebrew));

        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select(".skip").attr("lang")).isEqualTo("en");
        assertThat(page.select(".skip").attr("dir")).isEqualTo("ltr");
        assertThat(page.select(".times .word").attr("lang")).isEqualTo("en");
    }

    @Test
    void whoever_shows_a_link_to_the_story_learns_what_it_is() {
        Snapshot.Live story = live(story(1), everything(EN, "Bridge \"opens\" & more"));
        site.publish(story);

        Document page = site.page(path(story));

        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Bridge \"opens\" & more");
        assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
        assertThat(page.select("meta[property=og:url]").attr("content"))
                .isEqualTo("https://news.example" + path(story));
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .isEqualTo("https://pictures.example/bridge.jpg");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("After six years of works");
        assertThat(page.select("meta[name=robots]")).isEmpty();
    }

    @Test
    void a_program_gets_the_story_as_json() {
        Snapshot.Live english = live(
                story(1),
                4,
                NOON,
                everything(EN, "Bridge opens"),
                new Correction(NOON.plusSeconds(60), "Not a ferry."));
        Snapshot.Live arabic = live(story(1), copy(AR, WORLD, "افتتاح الجسر", "افتُتح."));
        site.publish(english, arabic);

        JsonNode json = site.json(path(english));

        assertThat(json.propertyNames())
                .containsExactly(
                        "story",
                        "language",
                        "number",
                        "status",
                        "headline",
                        "standfirst",
                        "section",
                        "bylines",
                        "dateline",
                        "path",
                        "publishedAt",
                        "updatedAt",
                        "blocks",
                        "corrections",
                        "languages");
        assertThat(json.toString()).isEqualTo("""
                        {"story":"%s","language":"en","number":4,"status":"published","headline":"Bridge opens",\
                        "standfirst":"After six years of works","section":"world","bylines":["Ada Reporter","Ben Writer"],\
                        "dateline":"RIGA","path":"%s","publishedAt":"2026-03-01T12:00:00Z","updatedAt":"2026-03-01T12:01:00Z",\
                        "blocks":[\
                        {"id":"p1","type":"paragraph","text":"It *opens* [at last](https://example.com/at-last)."},\
                        {"id":"s1","type":"subheading","text":"Six years late"},\
                        {"id":"q1","type":"quote","text":"At last.\\n\\nAt *long* last.","speaker":"The mayor"},\
                        {"id":"f1","type":"photo","address":"https://pictures.example/bridge.jpg","alt":"A bridge at dawn",\
                        "caption":"The new bridge","credit":"Cara Camera"},\
                        {"id":"l1","type":"list","numbered":true,"items":["first","**second**"]},\
                        {"id":"l2","type":"list","numbered":false,"items":["one","other"]},\
                        {"id":"e1","type":"embed","address":"https://www.maps.example/1","text":"A map of the bridge"}],\
                        "corrections":[{"at":"2026-03-01T12:01:00Z","note":"Not a ferry."}],\
                        "languages":[{"language":"ar","path":"%s"},{"language":"en","path":"%s"}]}""".formatted(story(1), path(english), path(arabic), path(english)));
    }

    @Test
    void a_withdrawn_edition_is_gone_and_says_why_and_where_else_the_story_is() {
        Snapshot.Live english = live(story(1), copy(EN, WORLD, "Bridge opens", "It opens."));
        Snapshot.Live russian = live(story(1), copy(RU, WORLD, "Мост открыт", "Он открыт."));
        site.publish(english, russian);
        site.publish(withdrawn(story(1), EN, 2));

        HttpResponse<String> answer = site.get(path(english));
        Document page = site.page(path(english));

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(page.select("h1").text()).isEqualTo("This story has been withdrawn");
        assertThat(page.select(".notice").text()).isEqualTo("We could not stand by it.");
        assertThat(page.select(".translations a").attr("href")).isEqualTo(path(russian));
        assertThat(page.text()).doesNotContain("Bridge opens");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(site.page(path(russian)).select("nav.siblings, .translations, link[hreflang]"))
                .isEmpty();
        assertThat(site.json(path(english)).toString()).isEqualTo("""
                        {"story":"%s","language":"en","number":2,"status":"withdrawn","at":"2026-03-01T12:00:00Z",\
                        "notice":"We could not stand by it.","languages":[{"language":"ru","path":"%s"}]}""".formatted(story(1), path(russian)));
    }

    @Test
    void a_killed_story_is_gone_in_every_language() {
        Snapshot.Live english = live(story(1), copy(EN, WORLD, "Bridge opens", "It opens."));
        Snapshot.Live russian = live(story(1), copy(RU, WORLD, "Мост открыт", "Он открыт."));
        site.publish(english, russian);
        site.publish(killed(story(1), EN, 2), killed(story(1), RU, 2));

        assertThat(site.get(path(english)).statusCode()).isEqualTo(410);
        assertThat(site.get(path(russian)).statusCode()).isEqualTo(410);
        assertThat(site.page(path(russian)).select("h1").text()).isEqualTo("Этот материал отозван");
        assertThat(site.page(path(russian)).select(".notice").text()).isEqualTo("Recalled <for> good.");
        assertThat(site.json(path(english)).get("status").stringValue()).isEqualTo("killed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "[click](javascript:alert(1))",
                "javascript:alert(1)",
                "{{constructor.constructor('alert(1)')()}}",
                "\u202Egnp.exe\u202C \u2066\u2067",
                "</title></style></textarea><svg onload=alert(1)>",
                "<!--",
                "]]>",
                "&lt;script&gt;",
                "\\u003cscript\\u003e",
                "<base href=//evil.example>"
            })
    void hostile_copy_stays_text(String hostile) {
        List<Block> body = List.of(
                new Block.Paragraph(new BlockId("p1"), null, hostile),
                new Block.Subheading(new BlockId("s1"), null, hostile),
                new Block.Quote(new BlockId("q1"), null, hostile, hostile),
                new Block.Photo(
                        new BlockId("f1"),
                        null,
                        URI.create("https://pictures.example/a.jpg?x=%22%3E%3Cscript%3E'onerror=alert(1)"),
                        hostile,
                        hostile,
                        hostile),
                new Block.Points(new BlockId("l1"), null, false, List.of(hostile)),
                new Block.Embed(
                        new BlockId("e1"), null, URI.create("https://maps.example/'onclick='alert(1)"), hostile));
        Snapshot.Live english = new Snapshot.Live(
                story(1),
                EN,
                new press.stet.model.Site("daily"),
                1,
                1,
                NOON,
                EN,
                new press.stet.model.Version(1),
                press.stet.model.copy.CanonicalForm.digest(copy(EN, WORLD, "a", "b")),
                hostile,
                new press.stet.model.copy.Copy(
                        EN, hostile, hostile, List.of(hostile), hostile, WORLD, List.of(hostile), null, body),
                NOON,
                NOON,
                List.of(new Correction(NOON, hostile)),
                null,
                hostile);
        site.publish(english, live(story(1), copy(RU, WORLD, hostile, hostile)));

        for (String path : List.of(
                path(english),
                "/en",
                "/en/world",
                "/search?language=en&q=" + Paths.query("", hostile).substring(1))) {
            Document page = site.page(path);
            assertThat(page.select("script, iframe, object, embed, style, svg, base, [style]"))
                    .isEmpty();
            assertThat(page.getAllElements())
                    .allSatisfy(element -> element.attributes().forEach(attribute -> {
                        assertThat(attribute.getKey()).doesNotStartWith("on");
                        if (List.of("href", "src", "action").contains(attribute.getKey())) {
                            assertThat(attribute.getValue()).matches("(https://|/|#).*");
                        }
                    }));
            assertThat(page.select("h1")).hasSize(1);
        }
        Document page = site.page(path(english));
        assertThat(page.expectFirst("h1").wholeText()).isEqualTo(hostile);
        assertThat(page.expectFirst("article header .standfirst").wholeText()).isEqualTo(hostile);
        assertThat(page.select("figure.photo img").attr("alt")).isEqualTo(hostile);
        assertThat(page.expectFirst("figure.quote figcaption").wholeText()).isEqualTo(hostile);
        assertThat(page.expectFirst(".corrections li p").wholeText()).isEqualTo(hostile);
        assertThat(page.title()).contains(" — The Daily Stet");
    }

    @Test
    void the_largest_copy_makes_a_page() {
        String text = "Ein sehr langer Absatz mit *Betonung*. ".repeat(25_000);
        Snapshot.Live story = live(story(1), copy(EN, WORLD, "Bridge ".repeat(30), text));
        site.publish(story);

        assertThat(site.page(path(story)).select(".body em")).hasSize(25_000);
    }
}
