package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news.example",
                "ftp://news.example",
                "https://news.example/path",
                "https://me@news.example",
                "https:/"
            })
    void an_address_that_readers_cannot_reach_is_refused_by_its_key(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SiteSettings("Stet", Optional.empty(), ZoneOffset.UTC, URI.create(address)))
                .withMessageStartingWith("site.address must be");
    }

    @Test
    void a_site_needs_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteSettings.titled(" "))
                .withMessage("site.title must not be blank");
    }

    @Test
    void a_site_that_knows_its_address_gives_it_to_others() {
        assertThat(new SiteSettings("Stet", Optional.empty(), ZoneOffset.UTC, URI.create("https://news.example:8443/"))
                        .outside("/en"))
                .isEqualTo("https://news.example:8443/en");
        assertThat(SiteSettings.titled("Stet").outside("/en")).isEqualTo("/en");
    }
}
