package press.stet.model.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/**
 * A story in one language: what is in hand, what readers see, and who may not approve it.
 *
 * @param versions how many versions it has had
 * @param job the translation asked for, or null
 * @param stale what the translation in hand, else the one that readers see, has not seen of its source; or null
 * @param contributors who sent a version after the one that is live
 * @param aside work that made room for something more urgent, the latest last; at most {@value #MOST_ASIDE}
 * @param discussion who sees to which check, and the notes
 * @param approved every version that was found fit to print and not sent back since, in that order; at most as many as there
 *     are versions
 */
public record Edition(
        Language language,
        int versions,
        Working working,
        Live live,
        @Nullable Job job,
        @Nullable Stale stale,
        Set<Person> contributors,
        List<Aside> aside,
        Discussion discussion,
        List<Version> approved) {

    /** Versions an edition may have: live reporting makes some hundred. */
    public static final int MOST_VERSIONS = 1_000;

    /** Notes of correction an edition may carry. */
    public static final int MOST_CORRECTIONS = 100;

    /** Versions that may be set aside at a time. */
    public static final int MOST_ASIDE = 3;

    public Edition {
        contributors = Set.copyOf(contributors);
        aside = List.copyOf(aside);
        approved = List.copyOf(approved);
    }

    static Edition blank(Language language) {
        return new Edition(
                language,
                0,
                new Working.None(),
                new Live.Unpublished(),
                null,
                null,
                Set.of(),
                List.of(),
                Discussion.NONE,
                List.of());
    }

    /** When what is approved goes out, or null. */
    public @Nullable Schedule schedule() {
        return working instanceof Working.Scheduled waiting ? waiting.schedule() : null;
    }

    /**
     * What it waits for, at most one of each kind.
     *
     * @param held whether the story is: then deadlines stand still
     */
    List<Due> due(boolean held) {
        List<Due> due = new ArrayList<>();
        Schedule schedule = schedule();
        if (schedule != null) {
            due.add(new Due(language, Due.Of.PUBLICATION, schedule.due()));
        }
        if (!held) {
            tell(due, Due.Of.REVIEW, working instanceof Working.InReview review ? review.deadline() : null);
            tell(due, Due.Of.TRANSLATION, job == null ? null : job.deadline());
        }
        return due;
    }

    private void tell(List<Due> due, Due.Of of, @Nullable Deadline deadline) {
        Instant next = deadline == null ? null : deadline.next();
        if (next != null) {
            due.add(new Due(language, of, next));
        }
    }

    /** The work of this version that was set aside, or null. */
    public @Nullable Aside aside(Version version) {
        return aside.stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElse(null);
    }

    /** The same edition, with what is scheduled only approved. */
    public Edition withoutSchedule() {
        return working instanceof Working.Scheduled waiting ? with(waiting.ready()) : this;
    }

    /** The stamp of what is in hand, else of what readers see or saw last, else null. */
    public @Nullable Stamp current() {
        Manuscript inHand = working.manuscript();
        return inHand == null ? shown() : inHand.stamp();
    }

    /** The stamp of what readers see, or saw before a withdrawal; else null. */
    public @Nullable Stamp shown() {
        return switch (live) {
            case Live.Published published -> published.stamp();
            case Live.Withdrawn withdrawn -> withdrawn.stamp();
            case Live.Unpublished _, Live.Killed _ -> null;
        };
    }

    /** Whether it is made, or asked for, as a translation of another edition. */
    public boolean isTranslation() {
        Stamp stamp = current();
        return stamp == null ? job != null : stamp.source() != null;
    }

    /** What the version in hand, else the one that readers see or saw last, was translated from; null in an original. */
    public @Nullable Source source() {
        Stamp stamp = current();
        return stamp == null ? null : stamp.source();
    }

    public boolean wasApproved(Version version) {
        return approved.contains(version);
    }

    Edition evolve(Event event, Entry entry) {
        return new EditionHistory(this, entry).after(event);
    }

    Edition with(Working next) {
        return new Edition(language, versions, next, live, job, stale, contributors, aside, discussion, approved);
    }

    Edition with(Live next) {
        return new Edition(language, versions, working, next, job, stale, contributors, aside, discussion, approved);
    }

    Edition with(@Nullable Job next) {
        return new Edition(language, versions, working, live, next, stale, contributors, aside, discussion, approved);
    }

    Edition with(@Nullable Stale next) {
        return new Edition(language, versions, working, live, job, next, contributors, aside, discussion, approved);
    }

    Edition with(Discussion next) {
        return new Edition(language, versions, working, live, job, stale, contributors, aside, next, approved);
    }

    public Edition withContributors(Set<Person> next) {
        return new Edition(language, versions, working, live, job, stale, next, aside, discussion, approved);
    }

    Edition withAside(List<Aside> next) {
        return new Edition(language, versions, working, live, job, stale, contributors, next, discussion, approved);
    }

    Edition withApproved(List<Version> next) {
        return new Edition(language, versions, working, live, job, stale, contributors, aside, discussion, next);
    }

    Edition withVersions(int next) {
        return new Edition(language, next, working, live, job, stale, contributors, aside, discussion, approved);
    }
}
