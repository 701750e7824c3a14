package press.stet.model.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import press.stet.model.Person;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** What one event makes of an edition. An event that could not have happened to it is a {@link BrokenHistory}. */
final class EditionHistory {

    private final Happening now;
    private final Edition edition;
    private final Entry entry;

    EditionHistory(Edition edition, Entry entry) {
        this.now = new Happening(edition, entry);
        this.edition = edition;
        this.entry = entry;
    }

    Edition after(Event event) {
        return switch (event) {
            case Event.OfTheCopy copy -> new CopyHistory(now).after(copy);
            case Event.OfTheReview review -> new ReviewHistory(now).after(review);
            case Event.OfTheTranslation translation -> new TranslationHistory(now).after(translation);
            case Event.PublicationScheduled scheduled -> scheduled(scheduled);
            case Event.OfTheSchedule _ -> unscheduled();
            case Event.EditionPublished published -> published(published);
            case Event.FactsTaken taken -> factsTaken(taken);
            case Event.ReadersTold told -> readersTold(told);
            case Event.EditionWithdrawn withdrawn -> withdrawn(withdrawn);
            case Event.EditionKilled killed -> killed(killed);
            case Event.EditionResent resent -> resent(resent);
            case Event.OfTheStory story -> after(story);
        };
    }

    private Edition after(Event.OfTheStory event) {
        return switch (event) {
            case Event.StorySpiked _ -> spiked();
            case Event.StoryRestored _ -> restored();
            case Event.StoryKilled _ -> now.withNothingInHand().withAside(List.of());
            case Event.StoryHeld _,
                    Event.StoryResumed _,
                    Event.StoryAssigned _,
                    Event.EmbargoSet _,
                    Event.EmbargoLifted _ -> edition;
        };
    }

    /** After a hold, with its deadlines later by as long as they stood still. */
    Edition resumed(Hold hold) {
        Edition next = edition;
        if (next.working() instanceof Working.InReview review && review.deadline() != null) {
            next = next.with(review.with(review.deadline().after(hold, entry)));
        }
        Job job = next.job();
        return job == null || job.deadline() == null
                ? next
                : next.with(job.with(job.deadline().after(hold, entry)));
    }

    private Edition spiked() {
        Manuscript inHand = edition.working().manuscript();
        return inHand == null ? edition : now.withNothingInHand().with(new Working.Spiked(inHand));
    }

    private Edition restored() {
        return edition.working() instanceof Working.Spiked spiked ? edition.with(spiked.restored()) : edition;
    }

    private Edition scheduled(Event.PublicationScheduled event) {
        if (!(edition.working() instanceof Working.Approved ready)) {
            throw now.broken("nothing is approved in " + edition.language());
        }
        now.same(ready.manuscript(), event.version(), event.digest());
        return edition.with(new Working.Scheduled(
                ready.manuscript(),
                ready.approvals(),
                new Schedule(
                        entry.cause(),
                        entry.actor(),
                        entry.tool(),
                        event.due(),
                        event.zone(),
                        event.kind(),
                        event.note(),
                        event.together())));
    }

    private Edition unscheduled() {
        if (!(edition.working() instanceof Working.Scheduled waiting)) {
            throw now.broken("nothing is scheduled in " + edition.language());
        }
        return edition.with(waiting.ready());
    }

    private Edition published(Event.EditionPublished event) {
        if (!(edition.working() instanceof Working.Approved ready)) {
            throw now.broken("nothing is approved in " + edition.language());
        }
        now.same(ready.manuscript(), event.version(), event.digest());
        now.follows(event.number());
        Set<Person> by = edition.contributors();
        Live next = switch (edition.live()) {
            case Live.Unpublished unpublished -> unpublished.published(ready, by, event, entry.at());
            case Live.Published published -> published.replaced(ready, by, event, entry.at());
            case Live.Withdrawn withdrawn -> withdrawn.published(ready, by, event, entry.at());
            case Live.Killed _ -> throw now.broken("a killed edition cannot be published");
        };
        return now.withNothingInHand()
                .with(next)
                .withAside(new CopyHistory(now).behind(ready.manuscript().stamp()))
                .withContributors(Set.of());
    }

    private Edition factsTaken(Event.FactsTaken event) {
        if (!(edition.live() instanceof Live.Published published)) {
            throw now.broken("readers see nothing in " + edition.language());
        }
        now.follows(event.number());
        return edition.with(published.withFacts(event, entry.at()));
    }

    private Edition readersTold(Event.ReadersTold event) {
        if (!(edition.live() instanceof Live.Published published)) {
            throw now.broken("readers see nothing in " + edition.language());
        }
        now.follows(event.number());
        return edition.with(published.told(event));
    }

    private Edition resent(Event.EditionResent event) {
        if (event.number() != edition.live().number()) {
            throw now.broken("readers were shown number " + edition.live().number() + " in " + edition.language());
        }
        return edition;
    }

    private Edition withdrawn(Event.EditionWithdrawn event) {
        if (!(edition.live() instanceof Live.Published published)) {
            throw now.broken("readers see nothing in " + edition.language());
        }
        now.follows(event.number());
        Set<Person> all = new HashSet<>(edition.contributors());
        all.addAll(published.contributors());
        return edition.with(published.withdrawn(event)).withContributors(all);
    }

    private Edition killed(Event.EditionKilled event) {
        now.follows(event.number());
        return switch (edition.live()) {
            case Live.Published _, Live.Withdrawn _ -> edition.with(new Live.Killed(event.number()));
            case Live.Unpublished _, Live.Killed _ ->
                throw now.broken("there is nothing to kill in " + edition.language());
        };
    }
}
