package press.stet.site;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;

/** The addresses of the site's pages, percent-encoded (RFC 3986). An edition's own address comes with the edition. */
final class Paths {

    private Paths() {}

    static String front(Language language) {
        return "/" + language;
    }

    static String section(Language language, Section section) {
        return front(language) + "/" + URLEncoder.encode(section.key(), StandardCharsets.UTF_8);
    }

    /** Leads to the edition that suits the reader best. */
    static String story(StoryId story) {
        return "/stories/" + story;
    }

    static String search(Language language, String words) {
        return "/search?" + query("q", words) + "&" + query("language", language.tag());
    }

    static String query(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The path's characters, to compare addresses that may be encoded in more than one way. */
    static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
