package press.stet.model.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** What an event makes of the copy in hand. */
final class CopyHistory {

    private final Happening now;
    private final Edition edition;
    private final Entry entry;

    CopyHistory(Happening now) {
        this.now = now;
        this.edition = now.edition();
        this.entry = now.entry();
    }

    Edition after(Event.OfTheCopy event) {
        return switch (event) {
            case Event.StoryFiled filed -> newCopy(edition, filed.stamp());
            case Event.EditionFiled filed -> newCopy(edition, filed.stamp());
            case Event.CopyRevised revised -> newCopy(edition, revised.stamp(), revised.overruled());
            case Event.WorkSetAside aside -> setAside(aside.version());
            case Event.WorkTakenUp taken -> takenUp(taken.version());
            case Event.DraftDiscarded discarded -> discarded(discarded.version());
        };
    }

    Edition newCopy(Edition of, Stamp stamp) {
        return newCopy(of, stamp, List.of());
    }

    /** What readers came to see meanwhile is taken up where it stands in the new version too, or was overruled. */
    private Edition newCopy(Edition of, Stamp stamp, List<BlockId> overruled) {
        if (stamp.version().number() != of.versions() + 1) {
            throw now.broken("version " + stamp.version() + " follows version " + of.versions());
        }
        List<BlockId> behind = List.of();
        Version descendsFrom = descent(stamp);
        Manuscript before = edition.working().manuscript();
        Stamp shown = edition.shown();
        if (before != null && shown != null && !before.behind().isEmpty()) {
            behind = before.behind(stamp, shown, overruled);
            descendsFrom = behind.isEmpty() ? shown.version() : descendsFrom;
        }
        Set<Person> more = new HashSet<>(of.contributors());
        more.add(entry.actor());
        return of.withVersions(of.versions() + 1)
                .with(new Working.Draft(new Manuscript(stamp, entry.actor(), entry.at(), descendsFrom, behind)))
                .with(of.discussion().withoutClaimsOf(entry.actor()))
                .withContributors(more);
    }

    private @Nullable Version descent(Stamp stamp) {
        Manuscript inHand = edition.working().manuscript();
        if (inHand != null && inHand.version().equals(stamp.basedOn())) {
            return inHand.descendsFrom();
        }
        Stamp shown = edition.shown();
        return shown != null && shown.version().equals(stamp.basedOn()) ? shown.version() : null;
    }

    private Edition setAside(Version version) {
        if (!(edition.working() instanceof Working.Draft draft)) {
            throw now.broken("there is no draft to set aside in " + edition.language());
        }
        now.same(draft.manuscript(), version);
        List<Aside> more = new ArrayList<>(edition.aside());
        more.add(new Aside(draft.manuscript(), edition.contributors()));
        return now.withNothingInHand().withAside(more);
    }

    /** Who had a hand in it before it was set aside still has. */
    private Edition takenUp(Version version) {
        Aside aside = edition.aside(version);
        if (aside == null || edition.working().manuscript() != null) {
            throw now.broken("version " + version + " was not set aside in " + edition.language());
        }
        Set<Person> all = new HashSet<>(edition.contributors());
        all.addAll(aside.contributors());
        return edition.with(new Working.Draft(aside.manuscript()))
                .withContributors(all)
                .withAside(without(aside));
    }

    private List<Aside> without(Aside gone) {
        return edition.aside().stream().filter(each -> !each.equals(gone)).toList();
    }

    /** Who wrote it still has had a hand in the edition: what they wrote may come again by another's. */
    private Edition discarded(Version version) {
        Aside aside = edition.aside(version);
        if (aside != null) {
            return edition.withAside(without(aside)).withApproved(now.without(version));
        }
        now.same(edition.working().manuscript(), version);
        return now.withNothingInHand().withApproved(now.without(version));
    }

    /** What was set aside has not seen what changes for readers now. */
    List<Aside> behind(Stamp next) {
        Stamp shown = edition.shown();
        if (shown == null) {
            return edition.aside();
        }
        return edition.aside().stream()
                .map(aside -> {
                    Manuscript waiting = aside.manuscript();
                    Set<BlockId> behind = new LinkedHashSet<>(waiting.behind());
                    behind.addAll(next.changedSince(shown));
                    behind.removeIf(block -> waiting.stamp().hasInCommon(next, block));
                    Version descendsFrom = behind.isEmpty() ? next.version() : waiting.descendsFrom();
                    return new Aside(
                            new Manuscript(
                                    waiting.stamp(), waiting.writer(), waiting.at(), descendsFrom, List.copyOf(behind)),
                            aside.contributors());
                })
                .toList();
    }
}
