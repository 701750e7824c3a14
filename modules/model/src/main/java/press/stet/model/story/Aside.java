package press.stet.model.story;

import java.util.Set;
import press.stet.model.Person;
import press.stet.model.Version;

/**
 * Work that had to make room for something more urgent, and is taken up again after.
 *
 * @param contributors who had a hand in it
 */
public record Aside(Manuscript manuscript, Set<Person> contributors) {
    public Aside {
        contributors = Set.copyOf(contributors);
    }

    public Version version() {
        return manuscript.version();
    }
}
