package press.stet.testkit.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.copy.Source;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.story.Story;

/**
 * What the topics of a newsroom hold, and what its stores do.
 *
 * @param commands as they came in, in the order of each topic
 * @param entries in the order of the events topic, which keeps that of each story
 * @param refusals in the order of their topic
 * @param snapshots every one that was written, in the order of their topic, which keeps that of each edition
 * @param texts every version's
 * @param houseRules every version of every site's
 * @param stories as the stores hold them now; those that are not known are left out
 * @param textsAtHand as the stores hold them now; those of stories that are not known are left out
 */
public record Log(
        Collection<Arrival> commands,
        List<Entry> entries,
        List<RefusedCommand> refusals,
        List<Snapshot> snapshots,
        Collection<FiledCopy> texts,
        Collection<HouseRules> houseRules,
        Map<StoryId, Story> stories,
        Map<StoryId, Set<Source>> textsAtHand) {

    /** The history of one story. */
    public List<Entry> entries(StoryId story) {
        return entries.stream().filter(entry -> entry.story().equals(story)).toList();
    }
}
