package press.stet.site;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a house says of its site.
 *
 * @param title the site's name as readers see it
 * @param site whose stories readers find on it; empty for those of every site of the house
 * @param zone whose clock the times on the pages show
 * @param address where readers reach the site from outside, such as {@code https://news.example}, without a path; null where
 *     nobody said: pages then name themselves and their other languages by path alone
 */
public record SiteSettings(
        String title,
        Optional<press.stet.model.Site> site,
        ZoneId zone,
        @Nullable URI address) {

    public SiteSettings {
        if (title.isBlank()) {
            throw new IllegalArgumentException("site.title must not be blank");
        }
        if (address != null && !isOrigin(address)) {
            throw new IllegalArgumentException(
                    "site.address must be http or https with a host and no path, got '" + address + "'");
        }
    }

    /** A site named so, with the stories of every site, on the clock of UTC, that does not know its own address. */
    public static SiteSettings titled(String title) {
        return new SiteSettings(title, Optional.empty(), ZoneOffset.UTC, null);
    }

    /** The path as others may follow it: with the site's own address before it, where that is known. */
    String outside(String path) {
        return address == null ? path : address.getScheme() + "://" + address.getRawAuthority() + path;
    }

    private static boolean isOrigin(URI address) {
        return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                && address.getHost() != null
                && (address.getRawPath().isEmpty() || address.getRawPath().equals("/"))
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }
}
