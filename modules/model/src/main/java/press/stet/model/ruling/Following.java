package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.RequiredCheck;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.model.story.Working;

/** What follows, in the same story and the same hop, from something that has happened. */
final class Following {

    private Following() {}

    static List<Event> after(Event event, Story before, Story now, HouseRules house, Texts texts) {
        return switch (event) {
            case Event.EditionPublished published -> published(published, before, now, house, texts);
            case Event.TranslationStale stale -> ofTranslations(now, stale.language(), texts);
            case Event.TranslationConfirmed confirmed -> {
                List<Event> events = new ArrayList<>(facts(null, before, now, texts));
                List<Event> stale = anew(now, confirmed.language(), texts);
                events.addAll(stale.isEmpty() ? ofTranslations(now, confirmed.language(), texts) : stale);
                yield events;
            }
            case Event.TranslationDelivered delivered -> {
                List<Event> stale = anew(now, delivered.language(), texts);
                yield stale.isEmpty() ? ofTranslations(now, delivered.language(), texts) : stale;
            }
            case Event.ReviewCompleted completed ->
                completed.language().equals(now.original())
                        ? Translating.needed(now, new Source(completed.language(), completed.version()), house)
                        : List.of();
            case Event.EditionWithdrawn withdrawn -> Meanwhile.withdrawn(withdrawn, now, house);
            case Event.DraftDiscarded discarded -> anew(now, discarded.language(), texts);
            case Event.WorkSetAside aside -> anew(now, aside.language(), texts);
            case Event.WorkTakenUp taken -> anew(now, taken.language(), texts);
            case Event.OfTheCopy _,
                    Event.OfTheReview _,
                    Event.OfTheStory _,
                    Event.OfTheTranslation _,
                    Event.OfTheSchedule _,
                    Event.EditionResent _,
                    Event.FactsTaken _,
                    Event.ReadersTold _,
                    Event.EditionKilled _ -> List.of();
        };
    }

    private static List<Event> published(
            Event.EditionPublished published, Story before, Story now, HouseRules house, Texts texts) {
        boolean minor = published.kind() == PublicationKind.MINOR;
        List<Event> events = new ArrayList<>(owed(published, before, now, house));
        if (Facts.changed(published.language(), before, now, texts)) {
            events.addAll(facts(published.language(), before, now, texts));
        }
        for (Edition translation : translations(now, published.language())) {
            Staleness.published(translation, minor, before, now, texts).ifPresent(events::add);
        }
        return events;
    }

    /** What was waived before the publication is to be given after it. */
    private static List<Event> owed(Event.EditionPublished published, Story before, Story now, HouseRules house) {
        Edition edition = before.edition(published.language());
        if (edition == null || !(edition.working() instanceof Working.Approved ready)) {
            return List.of();
        }
        List<RequiredCheck> waived = ready
                .approvals()
                .owed(house.required(
                        now.sectionOf(published.language()), published.language(), edition.isTranslation()))
                .stream()
                .filter(each -> ready.approvals().isWaived(each.check()))
                .toList();
        return waived.isEmpty()
                ? List.of()
                : List.of(new Event.ReviewOwed(published.language(), published.version(), published.digest(), waived));
    }

    private static List<Event> ofTranslations(Story now, Language language, Texts texts) {
        return translations(now, language).stream()
                .flatMap(each -> Staleness.renewed(each, now, texts).stream())
                .toList();
    }

    private static List<Event> anew(Story now, Language language, Texts texts) {
        return Optional.ofNullable(now.edition(language)).flatMap(each -> Staleness.anew(each, now, texts)).stream()
                .toList();
    }

    /** The editions that were made from this one. */
    private static List<Edition> translations(Story story, Language language) {
        return story.editions().values().stream()
                .filter(edition ->
                        edition.source() != null && edition.source().language().equals(language))
                .toList();
    }

    /**
     * Live translations that take facts which have changed get a new number at once. The approval of the source covers that.
     *
     * @param published what has a new number already, or null
     */
    private static List<Event> facts(@Nullable Language published, Story before, Story now, Texts texts) {
        List<Event> taken = new ArrayList<>();
        for (Edition edition : now.editions().values()) {
            if (edition.live() instanceof Live.Published live
                    && live.stamp().source() != null
                    && !edition.language().equals(published)) {
                Copy own = texts.find(edition.language(), live.version());
                if (own != null
                        && !Facts.fillIn(own, live.stamp().source(), before, texts)
                                .equals(Facts.fillIn(own, live.stamp().source(), now, texts))) {
                    taken.add(new Event.FactsTaken(edition.language(), live.number() + 1));
                }
            }
        }
        return taken;
    }
}
