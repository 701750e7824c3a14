package press.stet.model.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Version;
import press.stet.model.event.Entry;

/** An event in its place, and the edition that it happens to. What could not have happened is a {@link BrokenHistory}. */
record Happening(Edition edition, Entry entry) {

    Edition withNothingInHand() {
        return edition.with(new Working.None()).with(edition.discussion().withoutClaims());
    }

    /** The versions that count as approved without this one. */
    List<Version> without(Version version) {
        return edition.approved().stream().filter(each -> !each.equals(version)).toList();
    }

    void same(@Nullable Manuscript inHand, Version version) {
        if (inHand == null || !inHand.version().equals(version)) {
            throw broken("version " + version + " is not in hand in " + edition.language());
        }
    }

    void same(@Nullable Manuscript inHand, Version version, Digest digest) {
        same(inHand, version);
        if (inHand != null && !inHand.stamp().digest().equals(digest)) {
            throw broken("version " + version + " in " + edition.language() + " is another text");
        }
    }

    /** A deadline that something is still to be told of. */
    Deadline due(@Nullable Deadline deadline) {
        if (deadline == null || deadline.next() == null) {
            throw broken("nothing is due in " + edition.language());
        }
        return deadline;
    }

    void follows(int number) {
        if (number != edition.live().number() + 1) {
            throw broken(
                    "number " + number + " follows number " + edition.live().number() + " in " + edition.language());
        }
    }

    BrokenHistory nothingInReview() {
        return broken("nothing is in review in " + edition.language());
    }

    BrokenHistory broken(String what) {
        return new BrokenHistory(entry.story(), entry.sequence(), what);
    }
}
