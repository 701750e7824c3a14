package press.stet.model.ruling;

import java.util.List;
import java.util.Set;
import press.stet.model.copy.Source;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.story.Story;

/** What the newsroom makes of a command. */
public sealed interface Ruling {

    /** What the sender is told, and what a repeat of the command will be told: of a repeat, what became of the first. */
    Outcome outcome();

    /**
     * It is done.
     *
     * @param story as it is now
     * @param entries what has happened, in order; one or more
     * @param texts the new versions' texts
     * @param dropped the versions whose text is no longer needed at hand
     * @param snapshots what readers see now, of each edition where that changed
     */
    record Accepted(
            Story story, List<Entry> entries, List<FiledCopy> texts, Set<Source> dropped, List<Snapshot> snapshots)
            implements Ruling {
        public Accepted {
            entries = List.copyOf(entries);
            texts = List.copyOf(texts);
            dropped = Set.copyOf(dropped);
            snapshots = List.copyOf(snapshots);
        }

        @Override
        public Outcome outcome() {
            return new Outcome.Accepted(entries.getFirst().sequence(), entries.size());
        }
    }

    /** It is not done; nothing changes. */
    record Refused(RefusedCommand refused) implements Ruling {
        @Override
        public Outcome outcome() {
            Outcome first = refused.first();
            return first == null ? new Outcome.Refused(refused.refusal().rule()) : first;
        }
    }
}
