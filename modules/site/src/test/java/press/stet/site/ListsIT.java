package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.site.Editions.EN;
import static press.stet.site.Editions.NOON;
import static press.stet.site.Editions.RU;
import static press.stet.site.Editions.SPORT;
import static press.stet.site.Editions.WORLD;
import static press.stet.site.Editions.copy;
import static press.stet.site.Editions.everything;
import static press.stet.site.Editions.live;
import static press.stet.site.Editions.path;
import static press.stet.site.Editions.story;
import static press.stet.site.Editions.withdrawn;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.edition.Snapshot;
import tools.jackson.databind.JsonNode;

class ListsIT {

    private static PublishedSite site;

    @BeforeAll
    static void open() {
        site = PublishedSite.open(SiteSettings.titled("Stet"));
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
    void the_front_page_leads_with_the_newest_story() {
        Snapshot.Live older = live(story(1), copy(EN, WORLD, "Bridge opens", "It opens."));
        Snapshot.Live newer = live(story(2), 1, NOON.plusSeconds(60), everything(EN, "Bridge closes"));
        site.publish(older, newer, live(story(1), copy(RU, SPORT, "Мост открыт", "Он открыт.")));

        Document page = site.page("/en");

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".teaser h2 a").eachText()).containsExactly("Bridge closes", "Bridge opens");
        assertThat(page.select(".teaser h2 a").eachAttr("href")).containsExactly(path(newer), path(older));
        assertThat(page.select(".teaser img").attr("src")).isEqualTo("https://pictures.example/bridge.jpg");
        assertThat(page.select("nav.sections a").eachText()).containsExactly("The world");
        assertThat(page.select("link[hreflang]").eachAttr("hreflang")).containsExactly("en", "ru", "x-default");
        assertThat(page.select(".languages a").eachAttr("href")).containsExactly("/en", "/ru");
        assertThat(page.select("form.search input[name=language]").attr("value"))
                .isEqualTo("en");
    }

    @Test
    void a_list_is_json_for_programs() {
        Snapshot.Live story = live(story(1), copy(EN, WORLD, "Bridge opens", "It opens."));
        site.publish(story);
        String json = """
                {"language":"en","total":1,"editions":[{"story":"%s","headline":"Bridge opens","section":"world",\
                "path":"%s","publishedAt":"2026-03-01T12:00:00Z"}]}""".formatted(story(1), path(story));

        assertThat(site.json("/en").toString()).isEqualTo(json);
        assertThat(site.json("/en/world").toString()).isEqualTo(json);
        assertThat(site.json("/search?q=bridge&language=en").toString()).isEqualTo(json);
    }

    @Test
    void a_long_list_is_read_page_by_page() {
        site.publish(IntStream.range(0, 25)
                .mapToObj(n -> live(story(n), 1, NOON.plusSeconds(n), copy(EN, WORLD, "Story " + n, "Text.")))
                .toArray(Snapshot[]::new));

        List<String> read = new ArrayList<>();
        String next = "";
        for (int pages = 0; pages < 5; pages++) {
            JsonNode page = site.json("/en?limit=7" + next);
            assertThat(page.get("total").intValue()).isEqualTo(25);
            page.get("editions").forEach(each -> read.add(each.get("headline").stringValue()));
            if (!page.has("next")) {
                break;
            }
            next = "&" + Paths.query("after", page.get("next").stringValue());
        }

        assertThat(read)
                .isEqualTo(IntStream.iterate(24, n -> n >= 0, n -> n - 1)
                        .mapToObj(n -> "Story " + n)
                        .toList());
        assertThat(site.json("/en").get("editions")).hasSize(20);
    }

    @Test
    void older_stories_are_a_link_away() {
        site.publish(IntStream.range(0, 5)
                .mapToObj(n -> live(story(n), 1, NOON.plusSeconds(n), copy(EN, WORLD, "Story " + n, "Text.")))
                .toArray(Snapshot[]::new));

        Document first = site.page("/en/world?limit=3");
        Document second = site.page(first.select("a[rel=next]").attr("href"));

        assertThat(first.select("h1").text()).isEqualTo("The world");
        assertThat(first.select(".teaser h2").eachText()).containsExactly("Story 4", "Story 3", "Story 2");
        assertThat(second.select(".teaser h2").eachText()).containsExactly("Story 1", "Story 0");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select(".pager a").attr("href")).isEqualTo("/en/world?limit=3");
        assertThat(site.get("/en/world?limit=3").headers().firstValue("Link").orElse(""))
                .matches("</en/world\\?limit=3&after=[^>]+>; rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=ten",
                "limit=",
                "limit=99999999999",
                "after=nonsense",
                "after="
            })
    void a_list_asked_for_in_a_way_that_has_no_answer_says_what_to_do(String query) {
        site.publish(live(story(1), copy(EN, WORLD, "Bridge opens", "It opens.")));

        for (String path : List.of("/en?", "/en/world?", "/search?q=bridge&language=en&")) {
            HttpResponse<String> page = site.get(path + query);
            HttpResponse<String> json = site.get(path + query, "Accept", "application/json");
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(Jsoup.parse(page.body()).select(".detail").text()).contains(query.substring(0, 5));
            assertThat(json.statusCode()).isEqualTo(400);
            assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(json.body()).contains("\"status\":400", "\"detail\":\"" + query.substring(0, 5));
        }
    }

    @Test
    void a_reader_finds_a_story_by_its_words_in_the_language_asked_for() {
        Snapshot.Live english = live(story(1), copy(EN, WORLD, "Bridge opens", "The ferry stops."));
        Snapshot.Live russian = live(story(1), copy(RU, WORLD, "Мост открыт", "Паром не ходит."));
        site.publish(english, russian, live(story(2), copy(EN, SPORT, "Match", "Nothing.")));

        Document page = site.page("/search?q=ferries&language=en");

        assertThat(page.select(".teaser h2 a").eachAttr("href")).containsExactly(path(english));
        assertThat(page.select(".count").text()).isEqualTo("Found: 1");
        assertThat(page.select("input[name=q]").eachAttr("value")).containsOnly("ferries");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(Jsoup.parse(site.get("/search?" + Paths.query("q", "паром"), "Accept-Language", "ru")
                                .body())
                        .select(".teaser h2")
                        .text())
                .isEqualTo("Мост открыт");
    }

    @Test
    void a_search_that_finds_nothing_says_so() {
        site.publish(live(story(1), copy(EN, WORLD, "Bridge opens", "It opens.")));

        assertThat(site.page("/search?q=tunnel&language=en").select(".count").text())
                .isEqualTo("Nothing was found for “tunnel”.");
        assertThat(site.get("/search").statusCode()).isEqualTo(200);
        assertThat(site.page("/search").select("main form.search")).hasSize(1);
        assertThat(site.json("/search?language=en").get("total").intValue()).isZero();
        assertThat(site.get("/search?q=bridge&language=no_language").statusCode())
                .isEqualTo(400);
        assertThat(site.get("/search?q=%00%FF%C3%28'%22%3B--&language=en").statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_was_withdrawn_is_on_no_list() {
        site.publish(live(story(1), copy(EN, WORLD, "Bridge opens", "It opens.")));
        site.publish(withdrawn(story(1), EN, 2));

        assertThat(site.json("/en").toString()).isEqualTo("{\"language\":\"en\",\"total\":0,\"editions\":[]}");
        assertThat(site.page("/en").select(".nothing").text())
                .isEqualTo("There is nothing to read here at the moment.");
        assertThat(site.get("/en/world").statusCode()).isEqualTo(404);
        assertThat(site.json("/search?q=bridge&language=en").get("total").intValue())
                .isZero();
    }
}
