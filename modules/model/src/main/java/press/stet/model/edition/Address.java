package press.stet.model.edition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;

/**
 * Where readers find an edition: {@code /{language}/{section}/{slug}-{short id}}. The language and the short id alone find it;
 * section and slug are for people.
 */
public record Address(Language language, Section section, Slug slug, String shortId) {

    /**
     * The address of copy that readers may see.
     *
     * @throws IllegalArgumentException if the copy has no section
     */
    public static Address of(StoryId story, Copy copy) {
        Section section = copy.section();
        if (section == null) {
            throw new IllegalArgumentException("story " + story + " in " + copy.language() + " has no section");
        }
        return new Address(copy.language(), section, copy.address(), story.shortId());
    }

    /** Percent-encoded (RFC 3986), as links and headers carry it. */
    public String path() {
        return "/" + language + "/" + encoded(section.key()) + "/" + encoded(slug + "-" + shortId);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }
}
