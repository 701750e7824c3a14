package press.stet.translation.xliff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Source;

/**
 * What a file says of itself: {@code original="stet:STORY/en@3?replaces=2"} of its {@code file}, and the languages of the document.
 *
 * @param source which version is translated
 * @param replaces the version of the translated edition that it was exported with, or null where there was none
 */
public record Header(
        StoryId story,
        Source source,
        Language into,
        @Nullable Version replaces) {

    private static final Pattern ORIGINAL =
            Pattern.compile("stet:([^/]+)/([A-Za-z0-9-]+)@([0-9]{1,9})(?:\\?replaces=([0-9]{1,9}))?");

    String original() {
        return "stet:" + story + "/" + source + (replaces == null ? "" : "?replaces=" + replaces);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is of no export of a newsroom
     */
    static Header of(@Nullable String original, String sourceLanguage, @Nullable String targetLanguage) {
        Matcher parts = ORIGINAL.matcher(original == null ? "" : original);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "its 'original' is " + (original == null ? "missing" : "'" + original + "'")
                            + ", but that of an export is like stet:STORY/en@3: deliver the file that was exported");
        }
        if (targetLanguage == null) {
            throw new IllegalArgumentException("it has no 'trgLang': deliver the file that was exported");
        }
        Source source = new Source(Language.of(parts.group(2)), version(parts.group(3)));
        if (!source.language().equals(Language.of(sourceLanguage))) {
            throw new IllegalArgumentException(
                    "its 'srcLang' is " + sourceLanguage + ", but its 'original' is in " + source.language());
        }
        return new Header(
                StoryId.of(parts.group(1)),
                source,
                Language.of(targetLanguage),
                parts.group(4) == null ? null : version(parts.group(4)));
    }

    private static Version version(String digits) {
        return new Version(Integer.parseInt(digits));
    }
}
