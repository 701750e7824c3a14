package press.stet.model.ruling;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Notice;
import press.stet.model.house.Sentences;
import press.stet.model.story.Edition;
import press.stet.model.story.Embargo;
import press.stet.model.story.Live;
import press.stet.model.story.Story;

/** Takes the picture of an edition that readers are given. */
final class Snapshots {

    private Snapshots() {}

    /** What readers see after this event, where it changed that. */
    static Optional<Snapshot> after(Entry entry, Story story, HouseRules house, Texts texts) {
        return switch (entry.event()) {
            case Event.EditionPublished event ->
                Optional.of(live(entry, entry.at(), event.language(), story, house, texts));
            case Event.FactsTaken event -> Optional.of(live(entry, entry.at(), event.language(), story, house, texts));
            case Event.ReadersTold event -> Optional.of(live(entry, entry.at(), event.language(), story, house, texts));
            case Event.EditionResent event ->
                Optional.of(live(
                        entry, published(story, event.language()).updatedAt(), event.language(), story, house, texts));
            case Event.EditionWithdrawn event ->
                Optional.of(new Snapshot.Withdrawn(
                        story.id(),
                        event.language(),
                        story.site(),
                        entry.sequence(),
                        event.number(),
                        entry.at(),
                        Sentences.words(event.notice(), house.sentences().withdrawn(), event.language())));
            case Event.EditionKilled event ->
                Optional.of(new Snapshot.Killed(
                        story.id(),
                        event.language(),
                        story.site(),
                        entry.sequence(),
                        event.number(),
                        entry.at(),
                        Sentences.words(
                                story.killed() == null ? Notice.NONE : story.killed(),
                                house.sentences().killed(),
                                event.language())));
            case Event.OfTheCopy _,
                    Event.OfTheReview _,
                    Event.OfTheTranslation _,
                    Event.OfTheStory _,
                    Event.OfTheSchedule _ -> Optional.empty();
        };
    }

    private static Live.Published published(Story story, Language language) {
        Edition edition = story.edition(language);
        if (edition == null || !(edition.live() instanceof Live.Published published)) {
            throw new IllegalStateException(
                    "story " + story.id() + " was published in " + language + " and is not live");
        }
        return published;
    }

    /** The picture as of an event, by the number that readers were first shown then. */
    private static Snapshot live(
            Entry entry, Instant shown, Language language, Story story, HouseRules house, Texts texts) {
        Live.Published published = published(story, language);
        Copy own = texts.find(language, published.version());
        if (own == null) {
            throw new IllegalStateException("the text of a version that passed as complete is at hand");
        }
        Copy filled = Facts.fillIn(own, published.stamp().source(), story, texts);
        Section section = filled.section();
        return new Snapshot.Live(
                story.id(),
                language,
                story.site(),
                entry.sequence(),
                published.number(),
                shown,
                story.original(),
                published.version(),
                published.stamp().digest(),
                section == null ? "" : house.nameOf(section, language),
                filled,
                published.publishedAt(),
                published.updatedAt(),
                published.corrections().stream()
                        .map(note -> new Correction(note.at(), words(note.note(), house, language)))
                        .toList(),
                notBefore(story.embargo()),
                published.stale()
                        ? Sentences.words(Notice.NONE, house.sentences().stale(), language)
                        : null);
    }

    private static @Nullable Instant notBefore(@Nullable Embargo embargo) {
        if (embargo == null) {
            return null;
        }
        return embargo.until() == null ? Snapshot.NEVER : embargo.until();
    }

    private static String words(Notice note, HouseRules house, Language language) {
        return Sentences.words(note, house.sentences().corrected(), language);
    }
}
