package press.stet.testkit.walk;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import press.stet.model.Language;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;
import press.stet.testkit.rules.RuleBook;

/** Rules with a fault planted in them. */
final class Faults {

    private Faults() {}

    static RuleBook forgettingWhoContributed() {
        return seeing(Faults::withoutContributors);
    }

    /** Rules as if the story were another, while its history goes on as it is. */
    private static RuleBook seeing(UnaryOperator<Story> otherwise) {
        return (story, arrival, circumstances) -> {
            Ruling ruling = Editor.rule(story == null ? null : otherwise.apply(story), arrival, circumstances);
            return ruling instanceof Ruling.Accepted accepted && story != null
                    ? new Ruling.Accepted(
                            after(story, accepted.entries()),
                            accepted.entries(),
                            accepted.texts(),
                            accepted.dropped(),
                            accepted.snapshots())
                    : ruling;
        };
    }

    private static Story after(Story story, List<Entry> entries) {
        Story next = story;
        for (Entry entry : entries) {
            next = next.evolve(entry);
        }
        return next;
    }

    private static Story withoutContributors(Story story) {
        TreeMap<Language, Edition> editions = new TreeMap<>(story.editions());
        editions.replaceAll((_, edition) -> edition.withContributors(Set.of()));
        return story.with(editions);
    }
}
