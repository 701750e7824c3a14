package press.stet.newsroom.settings;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.model.Site;
import press.stet.site.SiteSettings;

/**
 * What the house says of its site.
 *
 * @param title the site's name as readers see it
 * @param only the key of the site of the house whose stories readers find on it; left out for those of every site
 * @param zone whose clock the times on the pages show
 * @param address where readers reach the site from outside, such as {@code https://news.example}, without a path. Where nobody
 *     said, pages name themselves and their other languages by path alone, and the {@code stet} command names them
 *     at the address of the newsroom view
 */
record SiteKeys(
        String title,
        @Nullable String only,
        ZoneId zone,
        @Nullable URI address) {

    static final SiteKeys USUAL = new SiteKeys("Stet", null, ZoneOffset.UTC, null);

    SiteSettings settings() {
        return new SiteSettings(title, Optional.ofNullable(only).map(Site::new), zone, address);
    }
}
