package press.stet.ops.lag;

import java.util.List;

/**
 * Somebody who follows topics of the newsroom: the workflow, a projection of the archive, or a group that others have made.
 *
 * @param members how many processes or threads share its partitions at this moment; none where nobody follows
 * @param places by topic and partition
 */
public record Follower(String name, int members, List<Place> places) {

    public Follower {
        places = List.copyOf(places);
    }

    /** The records that it has not read yet. */
    public long waiting() {
        return places.stream().mapToLong(Place::waiting).sum();
    }
}
