package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.model.story.Working;

/**
 * What readers see of a translation while it has not seen what its source says now, or while its source is not to be seen: as the
 * house says for the section. What is in hand of it may have seen everything; readers still see what went out.
 */
final class Meanwhile {

    private Meanwhile() {}

    /** What follows, when all else of a ruling has happened, for the readers of the translations that it touched. */
    static List<Event> after(List<Event> happened, Story now, HouseRules house, Texts texts) {
        List<Event> events = new ArrayList<>();
        for (Edition edition : now.editions().values()) {
            if (edition.live() instanceof Live.Published live
                    && live.stamp().source() != null
                    && isTouched(edition, live.stamp().source(), happened)) {
                boolean stale = isStale(edition, live, happened, now, texts);
                told(edition, live, stale, rule(edition.language(), now, house), house)
                        .ifPresent(events::add);
            }
        }
        return events;
    }

    private static boolean isTouched(Edition edition, Source source, List<Event> happened) {
        return happened.stream().anyMatch(event -> switch (event) {
            case Event.EditionPublished published ->
                published.language().equals(edition.language())
                        || published.language().equals(source.language());
            case Event.TranslationStale stale -> stale.language().equals(edition.language());
            case Event.TranslationConfirmed confirmed -> confirmed.language().equals(edition.language());
            case Event.DraftDiscarded discarded -> discarded.language().equals(edition.language());
            case Event _ -> false;
        });
    }

    /** Whether what readers see is behind: what is in hand does not help them yet, however much it has seen. */
    private static boolean isStale(Edition edition, Live.Published live, List<Event> happened, Story now, Texts texts) {
        if (edition.working() instanceof Working.None) {
            return edition.stale() != null;
        }
        boolean confirmed = happened.stream()
                .anyMatch(event -> event instanceof Event.TranslationConfirmed one
                        && one.language().equals(edition.language()));
        return (edition.stale() != null && isNoNewer(live.stamp().source(), edition.source()))
                || (!confirmed && (live.stale() || isOvertaken(live.stamp(), happened, now, texts)));
    }

    /** Whether what has not seen something was made from as new a version as what readers see, so that they have not either. */
    private static boolean isNoNewer(@Nullable Source shown, @Nullable Source inHand) {
        return shown != null
                && inHand != null
                && shown.language().equals(inHand.language())
                && shown.version().compareTo(inHand.version()) <= 0;
    }

    /** Whether its source has just gone live with what readers of the translation are not shown; minor changes do not count. */
    private static boolean isOvertaken(Stamp shown, List<Event> happened, Story now, Texts texts) {
        Source source = shown.source();
        return source != null
                && happened.stream()
                        .anyMatch(event -> event instanceof Event.EditionPublished published
                                && published.language().equals(source.language())
                                && published.kind() != PublicationKind.MINOR)
                && Staleness.isBehind(source, now, texts);
    }

    private static Optional<Event> told(
            Edition edition, Live.Published live, boolean stale, TranslationRule rule, HouseRules house) {
        if (!stale) {
            return live.stale() ? Optional.of(told(edition, false)) : Optional.empty();
        }
        return switch (rule.whileStale()) {
            case KEEP -> Optional.empty();
            case NOTICE -> live.stale() ? Optional.empty() : Optional.of(told(edition, true));
            case WITHDRAW ->
                Optional.of(new Event.EditionWithdrawn(
                        edition.language(),
                        edition.live().number() + 1,
                        house.sentences().stale()));
        };
    }

    private static Event told(Edition edition, boolean stale) {
        return new Event.ReadersTold(edition.language(), edition.live().number() + 1, stale);
    }

    private static TranslationRule rule(Language language, Story story, HouseRules house) {
        return house.translations(story.sectionOf(language));
    }

    /** Refuses to show readers what the house would take from them at once. */
    static @Nullable Refusal refusal(Case at, Edition edition) {
        var stale = edition.stale();
        return stale == null || rule(edition.language(), at.story(), at.house()).whileStale() != WhileStale.WITHDRAW
                ? null
                : Refusal.of(
                        Rule.STALE,
                        "it has not seen what readers see of " + stale.source() + " in " + Staleness.names(stale.all())
                                + "; deliver it anew from there, or confirm that it is right as it is");
    }

    /** A withdrawal touches only its own language, unless the house says that an original takes with it what was translated from it. */
    static List<Event> withdrawn(Event.EditionWithdrawn withdrawn, Story now, HouseRules house) {
        Edition original = now.edition(withdrawn.language());
        Stamp shown = original == null ? null : original.shown();
        if (shown == null
                || shown.source() != null
                || !rule(withdrawn.language(), now, house).withdrawnWithOriginal()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        for (Edition edition : now.editions().values()) {
            if (edition.live() instanceof Live.Published live
                    && goesBackTo(withdrawn.language(), live.stamp(), now, new HashSet<>())) {
                events.add(new Event.EditionWithdrawn(edition.language(), live.number() + 1, withdrawn.notice()));
            }
        }
        return events;
    }

    private static boolean goesBackTo(Language original, Stamp stamp, Story story, Set<Language> asked) {
        Source source = stamp.source();
        if (source == null || !asked.add(source.language())) {
            return false;
        }
        Edition from = story.edition(source.language());
        Stamp shown = from == null ? null : from.shown();
        return source.language().equals(original) || (shown != null && goesBackTo(original, shown, story, asked));
    }
}
