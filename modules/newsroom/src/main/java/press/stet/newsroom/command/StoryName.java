package press.stet.newsroom.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import press.stet.model.Language;
import press.stet.model.Version;

/**
 * How people name a story, an edition or a version: {@code STORY}, {@code STORY/LANGUAGE}, either with {@code @N} behind.
 *
 * @param story an id, a short id, or a slug that only one story has
 * @param language null where the original is meant
 * @param version null where the one at hand is meant
 */
record StoryName(
        String story, @Nullable Language language, @Nullable Version version) {

    private static final Pattern NAME = Pattern.compile("([^/@\\s]+)(?:/([A-Za-z0-9-]+))?(?:@([0-9]{1,9}))?");

    static StoryName parse(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no story; write STORY, STORY/LANGUAGE, or either with @VERSION behind");
        }
        return new StoryName(
                name.group(1),
                name.group(2) == null ? null : Language.of(name.group(2)),
                name.group(3) == null ? null : new Version(Integer.parseInt(name.group(3))));
    }

    /** Lets the command line take one. */
    static final class Reader implements CommandLine.ITypeConverter<StoryName> {
        @Override
        public StoryName convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException nonsense) {
                throw new CommandLine.TypeConversionException(String.valueOf(nonsense.getMessage()));
            }
        }
    }
}
