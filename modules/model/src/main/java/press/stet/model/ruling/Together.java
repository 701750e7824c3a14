package press.stet.model.ruling;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.command.Command;
import press.stet.model.copy.Source;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.TranslationRule;
import press.stet.model.story.Edition;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Schedule;
import press.stet.model.story.Story;

/**
 * How the languages of a story reach readers at the same moment for the first time, where the house wants that: what is published waits,
 * scheduled, until all that the house wants have been published, and at the latest until some time after the first of them. Then
 * all that wait go out in one ruling, every rule asked again. A story that was public in any language waits for nothing.
 */
final class Together {

    private Together() {}

    /** Whether what is published now waits. */
    static boolean waits(Case at) {
        return !at.released()
                && !at.story().wasPublic()
                && rule(at.story(), at.house()).togetherWithin() != null;
    }

    /** Waits with those that wait already, as long as they do. */
    static Event waiting(Case at, Command.PublishVersion publish) {
        Instant deadline = at.story().editions().values().stream()
                .map(Together::wait)
                .filter(Objects::nonNull)
                .map(Schedule::due)
                .findFirst()
                .orElseGet(() -> at.now()
                        .plus(Objects.requireNonNull(
                                rule(at.story(), at.house()).togetherWithin())));
        return new Event.PublicationScheduled(
                publish.language(),
                publish.version(),
                publish.digest(),
                deadline,
                ZoneOffset.UTC,
                publish.kind(),
                publish.note(),
                true);
    }

    /** Whether a source waits too, so that it is live before what was made from this version of it goes out. */
    static boolean goesFirst(Case at, Source source) {
        Edition edition = at.story().edition(source.language());
        Manuscript inHand = edition == null || wait(edition) == null
                ? null
                : edition.working().manuscript();
        return !at.released() && inHand != null && inHand.version().compareTo(source.version()) >= 0;
    }

    /** Whether nothing is missing that the house wants, now that this has happened. */
    static boolean isReady(List<Event> happened, Story story, HouseRules house) {
        boolean oneMore = happened.stream()
                .anyMatch(event -> event instanceof Event.PublicationScheduled scheduled && scheduled.together());
        return oneMore
                && needed(story, house).allMatch(language -> {
                    Edition edition = story.edition(language);
                    return edition != null && wait(edition) != null;
                });
    }

    private static Stream<Language> needed(Story story, HouseRules house) {
        return Stream.concat(Stream.of(story.original()), rule(story, house).languages().stream())
                .filter(house::has);
    }

    /** What waits, each behind what it was made from. */
    static List<Language> inOrder(Story story) {
        Set<Language> ordered = new LinkedHashSet<>();
        story.editions().keySet().forEach(language -> add(story.edition(language), story, ordered));
        return List.copyOf(ordered);
    }

    private static void add(@Nullable Edition edition, Story story, Set<Language> ordered) {
        if (edition == null || wait(edition) == null || ordered.contains(edition.language())) {
            return;
        }
        Source source = edition.source();
        if (source != null) {
            add(story.edition(source.language()), story, ordered);
        }
        ordered.add(edition.language());
    }

    private static @Nullable Schedule wait(Edition edition) {
        Schedule schedule = edition.schedule();
        return schedule != null && schedule.together() ? schedule : null;
    }

    private static TranslationRule rule(Story story, HouseRules house) {
        return house.translations(story.sectionOf(story.original()));
    }
}
