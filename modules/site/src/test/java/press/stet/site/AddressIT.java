package press.stet.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.site.Editions.AR;
import static press.stet.site.Editions.EN;
import static press.stet.site.Editions.NOON;
import static press.stet.site.Editions.RU;
import static press.stet.site.Editions.WORLD;
import static press.stet.site.Editions.copy;
import static press.stet.site.Editions.embargoed;
import static press.stet.site.Editions.killed;
import static press.stet.site.Editions.live;
import static press.stet.site.Editions.path;
import static press.stet.site.Editions.story;
import static press.stet.site.Editions.withdrawn;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.model.edition.Snapshot;

class AddressIT {

    private static final Snapshot.Live ENGLISH = live(story(1), copy(EN, WORLD, "Bridge opens", "It opens."));
    private static final Snapshot.Live RUSSIAN = live(story(1), copy(RU, WORLD, "Мост открыт", "Он открыт."));
    private static final Snapshot.Live ARABIC = live(story(1), copy(AR, WORLD, "افتتاح الجسر", "افتُتح."));
    private static final String SHORT_ID = story(1).shortId();

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
    void publish() {
        site.empty();
        site.at(NOON);
        site.publish(ENGLISH, RUSSIAN, ARABIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"world/wrong-", "sport/bridge-opens-", "world/", "world/-", "x/мост-", "world/a-b-c-"})
    void the_short_id_alone_finds_the_edition_and_leads_to_its_address(String before) {
        HttpResponse<String> answer = site.get(encoded("/en/" + before) + SHORT_ID);

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains(path(ENGLISH));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void embargo_blocks_publication_at_every_door_of_the_site_too() {
        site.empty();
        site.publish(
                embargoed(ENGLISH, NOON.plusSeconds(60)),
                embargoed(live(story(2), copy(EN, WORLD, "Bridge closes", "x")), Snapshot.NEVER),
                RUSSIAN);
        List<String> pages = List.of(path(ENGLISH), "/stories/" + story(1) + "/en", "/en/x/-" + SHORT_ID);
        List<String> lists = List.of("/en", "/en/world", "/search?q=bridge&language=en");

        site.at(NOON.plusSeconds(60).minusMillis(1));

        assertThat(pages).allSatisfy(page -> {
            assertThat(site.get(page).statusCode()).isEqualTo(404);
            assertThat(site.get(page).body()).doesNotContain("Bridge");
        });
        assertThat(lists).allSatisfy(list -> {
            assertThat(site.get(list).body()).doesNotContain("Bridge");
            assertThat(site.get(list, "Accept", "application/json").body()).doesNotContain("Bridge");
        });
        assertThat(site.get("/", "Accept-Language", "en").headers().firstValue("Location"))
                .contains("/ru");
        assertThat(site.get("/stories/" + story(1), "Accept-Language", "en")
                        .headers()
                        .firstValue("Location"))
                .contains(path(RUSSIAN));
        assertThat(site.get(path(RUSSIAN)).body()).doesNotContain("Bridge", path(ENGLISH));

        site.at(NOON.plusSeconds(60));

        assertThat(site.get(path(ENGLISH)).statusCode()).isEqualTo(200);
        assertThat(lists)
                .allSatisfy(list -> assertThat(site.get(list).body())
                        .contains("Bridge opens")
                        .doesNotContain("Bridge closes"));
        assertThat(site.get(path(RUSSIAN)).body()).contains(path(ENGLISH));
    }

    @Test
    void an_address_written_in_another_way_leads_to_the_one() {
        assertThat(site.get(path(ENGLISH).toUpperCase(java.util.Locale.ROOT))
                        .headers()
                        .firstValue("Location"))
                .contains(path(ENGLISH));
        assertThat(site.get(path(ENGLISH) + "/").statusCode()).isEqualTo(308);
        assertThat(site.get("/EN").headers().firstValue("Location")).contains("/en");
        assertThat(site.get("/en/?limit=5").headers().firstValue("Location")).contains("/en?limit=5");
    }

    @Test
    void an_address_in_any_script_is_one_address_however_it_is_encoded() throws IOException {
        assertThat(path(RUSSIAN)).matches("[\\x21-\\x7e]+").contains("%D0%BC%D0%BE%D1%81%D1%82");
        assertThat(site.get(path(RUSSIAN)).statusCode()).isEqualTo(200);
        assertThat(site.get(path(ARABIC)).statusCode()).isEqualTo(200);
        assertThat(site.get(path(RUSSIAN).replace("%D0", "%d0")).statusCode()).isEqualTo(200);
        assertThat(site.get("/ru/x/" + SHORT_ID).headers().firstValue("Location"))
                .contains(path(RUSSIAN));
        assertThat(raw("GET /ru/world/мост-открыт-" + SHORT_ID + " HTTP/1.1")).matches("(?s)HTTP/1.1 (200|308|400) .*");
    }

    @Test
    void a_story_leads_to_the_edition_that_suits_the_reader() {
        for (String story : List.of("/stories/" + story(1), "/stories/" + SHORT_ID)) {
            assertLeads(site.get(story, "Accept-Language", "ru-RU,en;q=0.5"), path(RUSSIAN));
            assertLeads(site.get(story, "Accept-Language", "ar"), path(ARABIC));
            assertLeads(site.get(story + "/ru", "Accept-Language", "en"), path(RUSSIAN));
            assertThat(site.get(story + "/de").statusCode()).isEqualTo(404);
        }
        assertThat(site.get("/stories/" + story(1), "Accept-Language", "ru")
                        .headers()
                        .firstValue("Vary")
                        .orElse(""))
                .contains("Accept-Language");
    }

    @Test
    void a_story_that_is_gone_says_so_where_it_is_asked_for_by_its_id() {
        site.publish(withdrawn(story(1), EN, 2));

        assertThat(site.get("/stories/" + story(1) + "/en").statusCode()).isEqualTo(410);
        assertLeads(site.get("/stories/" + story(1), "Accept-Language", "en"), path(ARABIC));

        site.publish(live(story(2), copy(EN, WORLD, "Other", "Text")));
        site.publish(killed(story(1), EN, 3), killed(story(1), RU, 3), killed(story(1), AR, 3));

        assertThat(site.get("/stories/" + story(1)).statusCode()).isEqualTo(410);
        assertThat(site.get("/stories/" + SHORT_ID).statusCode()).isEqualTo(410);
        assertThat(site.get("/stories/" + SHORT_ID + "/ru").statusCode()).isEqualTo(410);
    }

    @Test
    void a_story_of_which_nothing_is_left_says_so_in_the_language_that_suits_the_reader() {
        site.publish(withdrawn(story(1), EN, 2), killed(story(1), RU, 3), withdrawn(story(1), AR, 2));

        for (String story : List.of("/stories/" + story(1), "/stories/" + SHORT_ID)) {
            var russian = site.get(story, "Accept-Language", "ru,en;q=0.5");
            assertThat(russian.statusCode()).isEqualTo(410);
            assertThat(russian.headers().firstValue("Content-Language")).contains("ru");
            assertThat(russian.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
            assertThat(russian.body()).contains("Recalled &lt;for&gt; good.");
            assertThat(site.get(story, "Accept-Language", "en").body()).contains("We could not stand by it.");
            assertThat(site.get(story, "Accept-Language", "de").statusCode()).isEqualTo(410);
        }
        assertThat(site.get("/stories/" + story(2)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru,en;q=0.5  | /ru
            ar-EG        | /ar
            en-GB        | /en
            """)
    void the_entrance_leads_to_the_readers_language(String header, String front) {
        assertLeads(site.get("/", "Accept-Language", header), front);
    }

    @Test
    void an_empty_house_says_that_nothing_is_published_yet_and_how_to() {
        site.empty();

        HttpResponse<String> answer = site.get("/", "Accept-Language", "ru");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("html").attr("lang")).isEqualTo("ru");
        assertThat(page.select("h1").text()).isEqualTo("Пока ничего не опубликовано");
        assertThat(page.select("pre").text()).contains("./stet draft file", "./stet publish now");
        assertThat(site.get("/", "Accept", "application/json").body())
                .isEqualTo("{\"language\":\"en\",\"total\":0,\"editions\":[]}");
        assertThat(site.get("/en").statusCode()).isEqualTo(200);
        assertThat(site.get("/ja").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/world/bridge-opens-0000000000zz",
                "/de/world/bridge-opens-000000000001",
                "/en/world/bridge-opens",
                "/en/nowhere",
                "/xx",
                "/not a language",
                "/stories/none",
                "/stories/019c0000-0000-7000-8000-0000000000ff",
                "/stories/019c0000-0000-4000-8000-000000000001",
                "/a/b/c/d",
                "/favicon.ico",
                "/assets/site.css",
                "/assets/../../etc/passwd",
                "/en/World%00",
                "/en/%F0%9F%92%A9",
                "/newsroom",
                "/newsroom/stories"
            })
    void what_was_never_published_is_not_found(String path) {
        HttpResponse<String> answer = site.get(encoded(path), "Accept-Language", "ru");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isIn(404, 400);
        if (answer.statusCode() == 404) {
            assertThat(page.select("h1")).hasSize(1);
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
    }

    @Test
    void a_page_that_is_not_there_speaks_the_readers_language() {
        assertThat(Jsoup.parse(site.get("/xx/yy", "Accept-Language", "de-AT").body())
                        .select("h1")
                        .text())
                .isEqualTo("Diese Seite gibt es nicht");
        assertThat(site.page("/ru/nowhere").select("h1").text()).isEqualTo("Такой страницы нет");
        assertThat(site.get("/xx", "Accept", "application/json").body())
                .isEqualTo("{\"title\":\"Not Found\",\"status\":404}");
        assertThat(site.get("/xx", "Accept", "application/json").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /en/../../../etc/passwd HTTP/1.1",
                "GET /en/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /en/..;/newsroom/ping HTTP/1.1",
                "GET //evil.example/en HTTP/1.1",
                "GET /en%2Fworld HTTP/1.1",
                "GET /en/%zz HTTP/1.1",
                "GET /en/%C3%28 HTTP/1.1",
                "GET /en?q=%zz HTTP/1.1",
                "GET /search?q=%C3%28 HTTP/1.1",
                "GET /\\evil.example HTTP/1.1",
                "GET /en/world\u0001 HTTP/1.1",
                "GET /%0d%0aSet-Cookie:x HTTP/1.1",
                "GET /en;jsessionid=1 HTTP/1.1",
                "GET http://evil.example/ HTTP/1.1"
            })
    void tricks_with_the_address_lead_nowhere(String line) throws IOException {
        String answer = raw(line);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (200|303|308|400|404|421) .*");
        assertThat(answer).doesNotContain("root:", "pong", "Set-Cookie:x", "\tat ", "Exception");
        assertThat(answer.lines().filter(each -> each.startsWith("Location:")))
                .allMatch(each -> each.startsWith("Location: /") && !each.startsWith("Location: //"));
    }

    @Test
    void an_endless_address_is_refused() throws IOException {
        assertThat(raw("GET /en/" + "a".repeat(100_000) + " HTTP/1.1")).matches("(?s)HTTP/1\\.1 (414|431|400) .*");
        assertThat(site.get("/search?language=en&q=" + "a".repeat(201)).statusCode())
                .isEqualTo(400);
        assertThat(site.get("/search?language=en&q=" + "a".repeat(200)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void readers_only_read(String method) {
        for (String path : List.of("/", "/en", path(ENGLISH), "/search")) {
            HttpResponse<String> answer = site.send(method, path);
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
    }

    @Test
    void the_headers_of_a_page_can_be_had_alone() {
        for (String path : List.of("/en", path(ENGLISH), "/xx", "/stories/" + story(1))) {
            HttpResponse<String> whole = site.get(path);
            HttpResponse<String> head = site.send("HEAD", path);
            assertThat(head.statusCode()).isEqualTo(whole.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("ETag"))
                    .isEqualTo(whole.headers().firstValue("ETag"));
            assertThat(head.headers().firstValue("Content-Length"))
                    .isEqualTo(whole.headers().firstValue("Content-Length"));
        }
    }

    @Test
    void a_client_that_takes_neither_form_is_told_which_there_are() {
        HttpResponse<String> answer = site.get(path(ENGLISH), "Accept", "image/png");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/html and application/json");
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        HttpResponse<String> first = site.get(path(ENGLISH));
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = site.get(path(ENGLISH), "If-None-Match", etag);

        assertThat(etag).startsWith("\"");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(etag);
        assertThat(second.headers().firstValue("Vary"))
                .isEqualTo(first.headers().firstValue("Vary"));
        assertThat(site.get(path(ENGLISH), "If-None-Match", "\"other\", W/" + etag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get(path(ENGLISH), "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(site.get(path(ENGLISH), "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(site.get(path(ENGLISH), "If-None-Match", etag, "Accept", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_page_changes_with_the_story_and_with_its_other_languages() {
        String etag = etag(path(ENGLISH));
        String etagOfJson = site.get(path(ENGLISH), "Accept", "application/json")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(etagOfJson).isNotEqualTo(etag);

        site.publish(withdrawn(story(1), RU, 2));
        String withoutRussian = etag(path(ENGLISH));
        assertThat(withoutRussian).isNotEqualTo(etag);

        site.publish(live(story(1), 3, Editions.NOON, copy(EN, WORLD, "Bridge opens", "It opens wide.")));
        assertThat(etag(path(ENGLISH))).isNotEqualTo(withoutRussian);
    }

    @Test
    void a_page_for_those_who_can_unpack_it_is_smaller_and_has_a_validator_of_its_own() {
        HttpResponse<String> packed = site.get(path(ENGLISH), "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(packed.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(etag(path(ENGLISH)));
    }

    @Test
    void no_page_may_run_anything_or_be_framed_and_none_sets_a_cookie() {
        for (String path : List.of("/", "/en", path(ENGLISH), "/xx", "/en/x/" + SHORT_ID, stylesheet())) {
            HttpResponse<String> answer = site.get(path);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertThat(policy)
                    .contains(
                            "default-src 'none'",
                            "img-src https:",
                            "style-src 'self'",
                            "frame-ancestors 'none'",
                            "form-action 'self'",
                            "base-uri 'none'")
                    .doesNotContain("unsafe", "script-src");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void the_stylesheet_is_kept_for_ever_under_a_name_that_changes_with_it() {
        HttpResponse<String> answer = site.get(stylesheet());

        assertThat(stylesheet()).matches("/assets/site\\.[0-9a-f]{16}\\.css");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    @Test
    void what_the_house_has_registered_before_stays_where_it_is() {
        assertThat(site.get("/newsroom/ping").body()).isEqualTo("pong");
    }

    private static String stylesheet() {
        return site.page("/en").select("link[rel=stylesheet]").attr("href");
    }

    private static String etag(String path) {
        return site.get(path).headers().firstValue("ETag").orElseThrow();
    }

    private static void assertLeads(HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(path);
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            encoded.append(octet > ' ' ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    /** Sends a request line that no client of good manners would. */
    private static String raw(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
