package press.stet.testkit.guarantee;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.testkit.log.Log;

/**
 * Guarantee 2: nobody approves an edition they are a contributor to.
 *
 * <p>Valid: Ada files version 1, Ben revises it (2), Cem approves 2, it goes live; Ada revises it (3), Ben approves 3.
 *
 * <p>Invalid: Ada files version 1, Ben revises it (2), Ada approves 2.
 */
public record FourEyes() implements Guarantee {

    /** Who wrote what an edition will show next, and what it shows or showed last. */
    private record Hands(Set<Person> next, Set<Person> shown) {
        Hands() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    @Override
    public String promise() {
        return "Nobody approves an edition they are a contributor to.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        Map<EditionId, Hands> editions = new HashMap<>();
        for (Entry entry : log.entries()) {
            Language language = entry.event().language();
            if (language != null) {
                Hands hands = editions.computeIfAbsent(new EditionId(entry.story(), language), _ -> new Hands());
                follow(entry, hands, findings);
            }
        }
        return findings.breaches();
    }

    private static void follow(Entry entry, Hands hands, Findings findings) {
        switch (entry.event()) {
            case Event.StoryFiled _, Event.EditionFiled _, Event.CopyRevised _, Event.TranslationDelivered _ ->
                hands.next().add(entry.actor());
            case Event.EditionPublished _ -> {
                hands.shown().clear();
                hands.shown().addAll(hands.next());
                hands.next().clear();
            }
            case Event.EditionWithdrawn _ -> hands.next().addAll(hands.shown());
            case Event.VersionApproved event ->
                findings.unless(
                        !hands.next().contains(entry.actor()),
                        entry.story(),
                        () -> entry.actor() + " approved version " + event.version() + " in " + event.language()
                                + " at event " + entry.sequence() + " and is a contributor");
            case Event.OfTheReview _,
                    Event.OfTheTranslation _,
                    Event.FactsTaken _,
                    Event.ReadersTold _,
                    Event.DraftDiscarded _,
                    Event.OfTheStory _,
                    Event.OfTheSchedule _,
                    Event.EditionResent _,
                    Event.EditionKilled _ -> {}
        }
    }
}
