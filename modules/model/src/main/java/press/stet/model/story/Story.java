package press.stet.model.story;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
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
 * @param hold why nothing goes on to readers for now, or null
 * @param embargo what keeps it from the public, or null
 * @param assigned whose it is, or null
 * @param editions by language; at most {@value #MOST_LANGUAGES}
 */
public record Story(
        StoryId id,
        Site site,
        Language original,
        long sequence,
        Instant at,
        @Nullable Notice killed,
        @Nullable Hold hold,
        @Nullable Embargo embargo,
        @Nullable Assignment assigned,
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
                null,
                null,
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
            case Event.StoryKilled killed -> after(open(entry)).each(entry).with(killed.notice());
            case Event.StoryHeld held -> after(open(entry)).with(new Hold(entry.actor(), entry.at(), held.reason()));
            case Event.StoryResumed _ -> after(open(entry)).resumed(entry);
            case Event.EmbargoSet set -> after(open(entry)).with(new Embargo(set.until(), entry.actor()));
            case Event.EmbargoLifted _ -> after(open(entry)).with((@Nullable Embargo) null);
            case Event.StoryAssigned event -> after(open(entry)).with(assignment(event));
            case Event.StorySpiked _, Event.StoryRestored _ ->
                after(open(entry)).each(entry);
            case Event.WorkSetAside event -> after(known(event.language(), entry), open(entry));
            case Event.WorkTakenUp event -> after(known(event.language(), entry), open(entry));
            case Event.EditionFiled event -> after(event.language(), open(entry));
            case Event.TranslationRequested event -> after(event.language(), open(entry));
            case Event.EditionResent event -> after(known(event.language(), entry), entry);
            case Event.TranslationCancelled event -> after(known(event.language(), entry), entry);
            case Event.DraftDiscarded event -> after(known(event.language(), entry), open(entry));
            case Event.CopyRevised event -> after(known(event.language(), entry), open(entry));
            case Event.EditionPublished event -> after(known(event.language(), entry), open(entry));
            case Event.EditionWithdrawn event -> after(known(event.language(), entry), open(entry));
            case Event.FactsTaken event -> after(known(event.language(), entry), open(entry));
            case Event.ReadersTold event -> after(known(event.language(), entry), open(entry));
            case Event.OfTheReview event -> after(known(event.language(), entry), open(entry));
            case Event.OfTheTranslation event -> after(known(event.language(), entry), open(entry));
            case Event.OfTheSchedule event -> after(known(event.language(), entry), open(entry));
            case Event.EditionKilled event -> after(known(event.language(), entry), ended(entry));
        };
    }

    private Story after(Entry entry) {
        return new Story(id, site, original, entry.sequence(), entry.at(), killed, hold, embargo, assigned, editions);
    }

    private Story after(Language language, Entry entry) {
        SortedMap<Language, Edition> next = new TreeMap<>(editions);
        next.put(language, next.computeIfAbsent(language, Edition::blank).evolve(entry.event(), entry));
        return after(entry).with(next);
    }

    /** With each edition as the event leaves it. */
    private Story each(Entry entry) {
        SortedMap<Language, Edition> next = new TreeMap<>();
        editions.forEach((language, edition) -> next.put(language, edition.evolve(entry.event(), entry)));
        return with(next);
    }

    private Story resumed(Entry entry) {
        if (hold == null) {
            throw new BrokenHistory(id, entry.sequence(), "the story was not held");
        }
        SortedMap<Language, Edition> next = new TreeMap<>();
        editions.forEach((language, edition) -> next.put(language, new EditionHistory(edition, entry).resumed(hold)));
        return with(next).with((@Nullable Hold) null);
    }

    private static @Nullable Assignment assignment(Event.StoryAssigned event) {
        return event.to() == null ? null : new Assignment(event.to(), event.due());
    }

    /** The same story with other editions. */
    public Story with(SortedMap<Language, Edition> next) {
        return new Story(id, site, original, sequence, at, killed, hold, embargo, assigned, next);
    }

    private Story with(Notice next) {
        return new Story(id, site, original, sequence, at, next, hold, embargo, assigned, editions);
    }

    private Story with(@Nullable Hold next) {
        return new Story(id, site, original, sequence, at, killed, next, embargo, assigned, editions);
    }

    private Story with(@Nullable Embargo next) {
        return new Story(id, site, original, sequence, at, killed, hold, next, assigned, editions);
    }

    private Story with(@Nullable Assignment next) {
        return new Story(id, site, original, sequence, at, killed, hold, embargo, next, editions);
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

    public boolean isSpiked() {
        return editions.values().stream().anyMatch(edition -> edition.working() instanceof Working.Spiked);
    }

    /** Whether readers see it in any language. */
    public boolean isLive() {
        return editions.values().stream().anyMatch(edition -> edition.live() instanceof Live.Published);
    }

    /** Whether readers ever saw it in any language. */
    public boolean wasPublic() {
        return editions.values().stream().anyMatch(edition -> edition.live().number() > 0);
    }

    /** What it waits for, the earliest first. */
    public List<Due> due() {
        return editions.values().stream()
                .flatMap(edition -> edition.due(hold != null).stream())
                .sorted(Comparator.comparing(Due::at))
                .toList();
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
     * The versions whose text the newsroom must have at hand: those in hand or set aside, those that readers see or saw last, and
     * those that a translation points at.
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
            Stream.concat(
                            Stream.of(inHand == null ? null : inHand.stamp(), edition.shown())
                                    .flatMap(Stream::ofNullable),
                            edition.aside().stream()
                                    .map(aside -> aside.manuscript().stamp()))
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
