package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class StoreAwayIT {

    @Test
    void readers_are_told_to_come_back_while_the_store_is_away() {
        try (PublishedSite site = PublishedSite.open(SiteSettings.titled("Stet"))) {
            site.loseDatabase();

            HttpResponse<String> page = site.get("/en", "Accept-Language", "de");
            HttpResponse<String> json = site.get("/en/world", "Accept", "application/json");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("5");
            assertThat(Jsoup.parse(page.body()).select("h1").text()).isEqualTo("We cannot show this page right now");
            assertThat(page.body()).doesNotContain("SQL", "jdbi", "Hikari");
            assertThat(json.statusCode()).isEqualTo(503);
            assertThat(json.body()).isEqualTo("{\"title\":\"Service Unavailable\",\"status\":503}");
        }
    }
}
