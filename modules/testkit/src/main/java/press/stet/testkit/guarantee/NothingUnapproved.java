package press.stet.testkit.guarantee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.Check;
import press.stet.model.house.HouseRules;
import press.stet.model.house.RequiredCheck;
import press.stet.testkit.log.Log;

/**
 * Guarantee 1: nothing is public that was not approved in exactly that digest by everybody the house rules ask for. What a
 * translation takes from its source was approved there. A check beside the editor's may be waived; then it is owed at once.
 *
 * <p>Valid: version 2 submitted, approved by the editor and by legal in its digest, published in that digest.
 *
 * <p>Valid: version 2 approved by the editor, the legal check waived, published, and the legal check owed.
 *
 * <p>Invalid: version 2 approved, revised (3), 3 published. Or: version 2 approved by the editor alone where the house asks for
 * legal too. Or: approved in one digest and shown in another.
 */
public record NothingUnapproved() implements Guarantee {

    private record Given(Check check, Person by, Version version, Digest digest, boolean waived) {}

    private record Owed(Language language, Version version, Check check) {}

    private record Place(StoryId story, long sequence) {}

    @Override
    public String promise() {
        return "Nothing is public that was not approved in exactly that digest by everybody the house rules ask for.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Reading reading = new Reading(log, new Findings(this));
        log.entries().forEach(entry -> {
            reading.follow(entry);
            reading.forgotten(entry);
        });
        reading.unaccounted();
        return reading.findings.breaches();
    }

    /** One reading of a log, event by event. */
    private static final class Reading {

        private final Log log;
        private final Findings findings;
        private final Map<StoryId, Site> sites = new HashMap<>();
        private final Map<EditionId, List<Given>> given = new HashMap<>();
        private final Set<EditionId> ready = new HashSet<>();
        private final Map<EditionId, Set<Version>> aside = new HashMap<>();
        private final Map<StoryId, Set<Owed>> toBeOwed = new HashMap<>();
        private final Map<EditionId, Map<Version, Stamp>> stamps = new HashMap<>();
        private final Map<StoryId, Set<Source>> fit = new HashMap<>();
        private final Map<String, FiledCopy> texts = new HashMap<>();
        private final Map<Place, Snapshot.Live> shown = new HashMap<>();
        private final Map<EditionId, Version> atReaders = new HashMap<>();

        Reading(Log log, Findings findings) {
            this.log = log;
            this.findings = findings;
            log.texts().forEach(text -> texts.put(text.key(), text));
            log.snapshots().forEach(snapshot -> {
                if (snapshot instanceof Snapshot.Live live) {
                    shown.put(new Place(live.story(), live.sequence()), live);
                }
            });
        }

        void follow(Entry entry) {
            Event event = entry.event();
            Stamp stamp = event.stamp();
            if (stamp != null && event.language() != null) {
                stamps.computeIfAbsent(edition(entry), _ -> new HashMap<>()).put(stamp.version(), stamp);
            }
            switch (event) {
                case Event.WorkSetAside set -> {
                    aside.computeIfAbsent(edition(entry), _ -> new HashSet<>()).add(set.version());
                    anew(entry);
                }
                case Event.WorkTakenUp taken -> {
                    aside.getOrDefault(edition(entry), new HashSet<>()).remove(taken.version());
                    anew(entry);
                }
                case Event.StoryFiled filed -> sites.put(entry.story(), filed.site());
                case Event.VersionApproved approved ->
                    given(entry)
                            .add(new Given(
                                    approved.check(), entry.actor(), approved.version(), approved.digest(), false));
                case Event.CheckWaived waived ->
                    given(entry).add(new Given(waived.check(), entry.actor(), waived.version(), waived.digest(), true));
                case Event.ReviewOwed owed -> owed(entry, owed);
                case Event.ReviewCompleted completed -> {
                    fit(entry).add(new Source(completed.language(), completed.version()));
                    ready.add(edition(entry));
                }
                case Event.ChangesRequested changes -> takenBack(entry, changes.version());
                case Event.RecalledFromReview recalled -> recalled(entry, recalled.version());
                // That it shows nothing else than before is another guarantee's.
                case Event.EditionResent _ -> shown.remove(new Place(entry.story(), entry.sequence()));
                case Event.FactsTaken _, Event.ReadersTold _ -> sameCopy(entry);
                case Event.TranslationConfirmed confirmed ->
                    stamps.getOrDefault(edition(entry), new HashMap<>())
                            .replaceAll((_, version) -> version.of(confirmed.source()));
                case Event.DraftDiscarded discarded -> discarded(entry, discarded.version());
                case Event.StorySpiked _ -> {
                    given.keySet().removeIf(edition -> edition.story().equals(entry.story()));
                    ready.removeIf(edition -> edition.story().equals(entry.story()));
                }
                case Event.EditionPublished published -> {
                    published(entry, published);
                    anew(entry);
                }
                case Event.ReviewClaimed _,
                        Event.ReviewReleased _,
                        Event.NoteAdded _,
                        Event.NoteAnswered _,
                        Event.NoteResolved _,
                        Event.ReviewDueSoon _,
                        Event.ReviewOverdue _ -> {}
                case Event.EditionFiled _,
                        Event.CopyRevised _,
                        Event.TranslationDelivered _,
                        Event.ApprovalsVoided _,
                        Event.SubmittedForReview _ -> anew(entry);
                case Event.OfTheTranslation _,
                        Event.EditionWithdrawn _,
                        Event.OfTheStory _,
                        Event.OfTheSchedule _,
                        Event.EditionKilled _ -> {}
            }
        }

        /** What was in hand, or was set aside: then what was given to another version stands. */
        private void discarded(Entry entry, Version version) {
            boolean wasAside = aside.getOrDefault(edition(entry), Set.of()).contains(version);
            if (wasAside) {
                fit(entry).remove(new Source(edition(entry).language(), version));
            } else {
                takenBack(entry, version);
            }
        }

        /** What was given so far counts no more. */
        private void anew(Entry entry) {
            given(entry).clear();
            ready.remove(edition(entry));
        }

        private void takenBack(Entry entry, Version version) {
            anew(entry);
            fit(entry).remove(new Source(edition(entry).language(), version));
        }

        /** Takes an approval back where there was one. */
        private void recalled(Entry entry, Version version) {
            if (ready.contains(edition(entry))) {
                takenBack(entry, version);
            } else {
                anew(entry);
            }
        }

        private void published(Entry entry, Event.EditionPublished published) {
            Stamp stamp = stamps.getOrDefault(edition(entry), Map.of()).get(published.version());
            String what = "version " + published.version() + " in " + published.language() + " was published at event "
                    + entry.sequence();
            findings.unless(
                    stamp != null && stamp.digest().equals(published.digest()),
                    entry.story(),
                    () -> what + " in another text");
            atReaders.put(edition(entry), published.version());
            Snapshot.Live live = shown.remove(new Place(entry.story(), entry.sequence()));
            if (stamp == null || live == null) {
                return;
            }
            for (RequiredCheck required : asked(entry, live, stamp.source() != null)) {
                boolean enough = count(given(entry), required.check(), published) >= required.quorum();
                boolean waived =
                        !required.check().equals(Check.EDITOR) && isWaived(given(entry), required.check(), published);
                findings.unless(
                        enough || waived,
                        entry.story(),
                        () -> what + " without the " + required.check() + " check by " + required.quorum());
                if (!enough && waived) {
                    toBeOwed.computeIfAbsent(entry.story(), _ -> new HashSet<>())
                            .add(new Owed(published.language(), published.version(), required.check()));
                }
            }
            findings.unless(
                    stamp.source() == null || fit(entry).contains(stamp.source()),
                    entry.story(),
                    () -> what + ", made from " + stamp.source() + ", which was not approved");
            findings.unless(
                    live.version().equals(published.version()) && live.digest().equals(published.digest()),
                    entry.story(),
                    () -> what + ", but readers were given version " + live.version() + ", " + live.digest());
            findings.unless(
                    isShown(entry, live, stamp), entry.story(), () -> what + ", but readers were given " + live.copy());
        }

        /** The approval of the source covers its facts: nothing else may have changed. */
        private void sameCopy(Entry entry) {
            Snapshot.Live live = shown.remove(new Place(entry.story(), entry.sequence()));
            Stamp stamp = live == null
                    ? null
                    : stamps.getOrDefault(edition(entry), Map.of()).get(live.version());
            findings.unless(
                    live != null
                            && stamp != null
                            && live.version().equals(atReaders.get(edition(entry)))
                            && isShown(entry, live, stamp),
                    entry.story(),
                    () -> "readers of " + edition(entry).language() + " were given more than other facts at event "
                            + entry.sequence());
        }

        private void owed(Entry entry, Event.ReviewOwed owed) {
            Set<Owed> waiting = toBeOwed.getOrDefault(entry.story(), new HashSet<>());
            for (RequiredCheck check : owed.checks()) {
                findings.unless(
                        waiting.remove(new Owed(owed.language(), owed.version(), check.check())),
                        entry.story(),
                        () -> "the " + check.check() + " check of version " + owed.version() + " in " + owed.language()
                                + " is owed at event " + entry.sequence() + ", and was not waived");
            }
        }

        /** A check that was left out is owed in the same ruling as the publication. */
        private void forgotten(Entry entry) {
            if (entry.index() == entry.count() - 1) {
                toBeOwed.getOrDefault(entry.story(), Set.of())
                        .forEach(owed -> findings.unless(
                                false,
                                entry.story(),
                                () -> "the " + owed.check() + " check of version " + owed.version() + " in "
                                        + owed.language() + " was waived and is not owed"));
                toBeOwed.remove(entry.story());
            }
        }

        private static boolean isWaived(List<Given> given, Check check, Event.EditionPublished published) {
            return given.stream()
                    .anyMatch(one -> one.waived()
                            && one.check().equals(check)
                            && one.version().equals(published.version())
                            && one.digest().equals(published.digest()));
        }

        private List<RequiredCheck> asked(Entry entry, Snapshot.Live live, boolean translation) {
            HouseRules rules = rules(Objects.requireNonNull(sites.get(entry.story())), entry.houseRules());
            return rules.required(live.copy().section(), live.language(), translation);
        }

        /** Of the site's own rules, else of those of any. */
        private HouseRules rules(Site site, int version) {
            List<HouseRules> found = new ArrayList<>();
            for (Site each : List.of(site, Site.ANY)) {
                log.houseRules().stream()
                        .filter(rules -> rules.site().equals(each) && rules.version() == version)
                        .forEach(found::add);
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException("the log has no house rules of version " + version + " for " + site);
            }
            return found.getFirst();
        }

        private static long count(List<Given> given, Check check, Event.EditionPublished published) {
            return given.stream()
                    .filter(one -> !one.waived()
                            && one.check().equals(check)
                            && one.version().equals(published.version())
                            && one.digest().equals(published.digest()))
                    .map(Given::by)
                    .distinct()
                    .count();
        }

        private boolean isShown(Entry entry, Snapshot.Live live, Stamp stamp) {
            FiledCopy text = texts.get(live.edition() + "/" + live.version());
            if (text == null || !CanonicalForm.digest(text.copy()).equals(live.digest())) {
                return false;
            }
            return stamp.source() == null
                    ? live.copy().equals(text.copy())
                    : SharedWith.isOwnBut(live.copy(), text.copy(), approvedTexts(entry));
        }

        private List<Copy> approvedTexts(Entry entry) {
            return fit(entry).stream()
                    .map(each -> texts.get(entry.story() + "/" + each.language() + "/" + each.version()))
                    .filter(Objects::nonNull)
                    .map(FiledCopy::copy)
                    .toList();
        }

        /** Whatever readers were given came of a publication. */
        void unaccounted() {
            shown.values()
                    .forEach(live -> findings.unless(
                            false,
                            live.story(),
                            () -> "readers were given " + live.language() + " number " + live.number()
                                    + " that was not published"));
        }

        private List<Given> given(Entry entry) {
            return given.computeIfAbsent(edition(entry), _ -> new ArrayList<>());
        }

        private Set<Source> fit(Entry entry) {
            return fit.computeIfAbsent(entry.story(), _ -> new HashSet<>());
        }

        private static EditionId edition(Entry entry) {
            @Nullable Language language = entry.event().language();
            return new EditionId(entry.story(), Objects.requireNonNull(language, "of an edition"));
        }
    }
}
