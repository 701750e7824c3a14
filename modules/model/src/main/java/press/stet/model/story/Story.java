package press.stet.model.story;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.house.Notice;

/**
 * A story as its history has made it.
 *
 * @param original the language it was first filed in
 * @param sequence how many events it has had
 * @param at the time of the last of them
 * @param killed what readers are told where it was recalled for good; null while it was not
 * @param editions by language; at most {@value #MOST_LANGUAGES}
 */
public record Story(
        StoryId id,
        Site site,
        Language original,
        long sequence,
        Instant at,
        @Nullable Notice killed,
        SortedMap<Language, Edition> editions) {

    public static final int MOST_LANGUAGES = 64;

    public Story {
        editions = Collections.unmodifiableSortedMap(new TreeMap<>(editions));
    }

    /**
     * The story that this history tells.
     *
     * @throws BrokenHistory if no newsroom can have had it
     */
    public static Story replay(List<Entry> history) {
        Story story = begin(history.getFirst());
        for (Entry entry : history.subList(1, history.size())) {
            story = story.evolve(entry);
        }
        return story;
    }

    /**
     * The story that begins with this event.
     *
     * @throws BrokenHistory if no story begins so
     */
    public static Story begin(Entry entry) {
        if (!(entry.event() instanceof Event.StoryFiled filed) || entry.sequence() != 1) {
            throw new BrokenHistory(entry.story(), entry.sequence(), "a story begins with being filed");
        }
        Edition original = Edition.blank(filed.language()).evolve(filed, entry);
        return new Story(
                entry.story(),
                filed.site(),
                filed.language(),
                1,
                entry.at(),
                null,
                new TreeMap<>(Collections.singletonMap(filed.language(), original)));
    }

    /**
     * The story after its next event.
     *
     * @throws BrokenHistory if that is not its next event, or could not have happened
     */
    public Story evolve(Entry entry) {
        if (!entry.story().equals(id)
                || entry.sequence() != sequence + 1
                || entry.at().isBefore(at)) {
            throw new BrokenHistory(entry.story(), entry.sequence(), "it follows event " + sequence + " of " + id);
        }
        return switch (entry.event()) {
            case Event.StoryFiled _ -> throw new BrokenHistory(id, entry.sequence(), "it was filed before");
            case Event.StoryKilled killed -> killed(killed, open(entry));
            case Event.TranslationRequested event -> after(event.language(), open(entry));
            case Event.CopyRevised event -> after(known(event.language(), entry), open(entry));
            case Event.ApprovalsVoided event -> after(known(event.language(), entry), open(entry));
            case Event.SubmittedForReview event -> after(known(event.language(), entry), open(entry));
            case Event.RecalledFromReview event -> after(known(event.language(), entry), open(entry));
            case Event.VersionApproved event -> after(known(event.language(), entry), open(entry));
            case Event.ReviewCompleted event -> after(known(event.language(), entry), open(entry));
            case Event.ChangesRequested event -> after(known(event.language(), entry), open(entry));
            case Event.TranslationDelivered event -> after(known(event.language(), entry), open(entry));
            case Event.EditionPublished event -> after(known(event.language(), entry), open(entry));
            case Event.EditionWithdrawn event -> after(known(event.language(), entry), open(entry));
            case Event.TranslationCancelled event -> after(known(event.language(), entry), entry);
            case Event.EditionKilled event -> after(known(event.language(), entry), ended(entry));
        };
    }

    private Story killed(Event.StoryKilled killed, Entry entry) {
        SortedMap<Language, Edition> ended = new TreeMap<>();
        editions.forEach((language, edition) -> ended.put(language, edition.evolve(killed, entry)));
        return new Story(id, site, original, entry.sequence(), entry.at(), killed.notice(), ended);
    }

    private Story after(Language language, Entry entry) {
        SortedMap<Language, Edition> next = new TreeMap<>(editions);
        next.put(language, next.computeIfAbsent(language, Edition::blank).evolve(entry.event(), entry));
        return new Story(id, site, original, entry.sequence(), entry.at(), killed, next);
    }

    /** What happens only to a story that was not killed. */
    private Entry open(Entry entry) {
        if (isKilled()) {
            throw new BrokenHistory(id, entry.sequence(), "nothing happens to a story that was killed");
        }
        return entry;
    }

    private Entry ended(Entry entry) {
        if (!isKilled()) {
            throw new BrokenHistory(id, entry.sequence(), "an edition is killed with its story");
        }
        return entry;
    }

    private Language known(Language language, Entry entry) {
        if (!editions.containsKey(language)) {
            throw new BrokenHistory(id, entry.sequence(), "there is no edition in " + language);
        }
        return language;
    }

    public boolean isKilled() {
        return killed != null;
    }

    public @Nullable Edition edition(Language language) {
        return editions.get(language);
    }

    /** The section of an edition: its copy's own, else that of what it was made from; null where nobody gave one. */
    public @Nullable Section sectionOf(Language language) {
        Set<Language> asked = new HashSet<>();
        Language next = language;
        while (next != null && asked.add(next)) {
            Edition edition = editions.get(next);
            Stamp stamp = edition == null ? null : edition.current();
            if (stamp != null && stamp.section() != null) {
                return stamp.section();
            }
            next = sourceOf(edition, stamp);
        }
        return null;
    }

    private @Nullable Language sourceOf(@Nullable Edition edition, @Nullable Stamp stamp) {
        if (stamp != null) {
            return stamp.source() == null ? null : stamp.source().language();
        }
        return edition == null || edition.job() == null
                ? original
                : edition.job().source().language();
    }

    /**
     * The versions whose text the newsroom must have at hand: those in hand, those that readers see or saw last, and those
     * that a translation points at.
     */
    public Set<Source> textsAtHand() {
        Set<Source> atHand = new HashSet<>();
        if (isKilled()) {
            return atHand;
        }
        for (Edition edition : editions.values()) {
            Job job = edition.job();
            if (job != null) {
                atHand.add(job.source());
            }
            Manuscript inHand = edition.working().manuscript();
            Stream.of(inHand == null ? null : inHand.stamp(), edition.shown())
                    .flatMap(Stream::ofNullable)
                    .forEach(stamp -> {
                        atHand.add(new Source(edition.language(), stamp.version()));
                        if (stamp.source() != null) {
                            atHand.add(stamp.source());
                        }
                    });
        }
        return atHand;
    }
}
