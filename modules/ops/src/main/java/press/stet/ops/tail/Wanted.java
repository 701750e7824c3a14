package press.stet.ops.tail;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;

/**
 * Which records one wants to see: those that are in every set that is not empty.
 *
 * @param types in any case
 */
public record Wanted(Set<StoryId> stories, Set<Language> languages, Set<Person> actors, Set<String> types) {

    public Wanted {
        stories = Set.copyOf(stories);
        languages = Set.copyOf(languages);
        actors = Set.copyOf(actors);
        types = types.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean isWanted(Seen seen) {
        return (stories.isEmpty() || (seen.story() != null && stories.contains(seen.story())))
                && (languages.isEmpty() || (seen.language() != null && languages.contains(seen.language())))
                && (actors.isEmpty() || (seen.actor() != null && actors.contains(seen.actor())))
                && (types.isEmpty() || types.contains(seen.type().toLowerCase(Locale.ROOT)));
    }
}
