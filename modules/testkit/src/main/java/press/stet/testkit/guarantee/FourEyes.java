package press.stet.testkit.guarantee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
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
    private record Hands(Set<Person> next, Set<Person> shown, List<Version> versions, Map<Version, Set<Person>> aside) {
        Hands() {
            this(new HashSet<>(), new HashSet<>(), new ArrayList<>(), new HashMap<>());
        }

        /** Who had a hand in a version: one that readers see, or what they are to see next. */
        Set<Person> of(Version version) {
            return versions.contains(version) ? shown : next;
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
            case Event.EditionPublished event -> {
                hands.versions().clear();
                hands.versions().add(event.version());
                hands.shown().clear();
                hands.shown().addAll(hands.next());
                hands.next().clear();
            }
            case Event.EditionWithdrawn _ -> {
                hands.versions().clear();
                hands.next().addAll(hands.shown());
            }
            case Event.WorkSetAside event -> hands.aside().put(event.version(), Set.copyOf(hands.next()));
            case Event.WorkTakenUp event -> hands.next().addAll(hands.aside().getOrDefault(event.version(), Set.of()));
            case Event.VersionApproved event -> judged(entry, "approved", event.version(), hands, findings);
            case Event.CheckWaived event -> judged(entry, "waived a check of", event.version(), hands, findings);
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

    private static void judged(Entry entry, String how, Version version, Hands hands, Findings findings) {
        findings.unless(
                !hands.of(version).contains(entry.actor()),
                entry.story(),
                () -> entry.actor() + " " + how + " version " + version + " in "
                        + entry.event().language() + " at event " + entry.sequence() + " and is a contributor");
    }
}
