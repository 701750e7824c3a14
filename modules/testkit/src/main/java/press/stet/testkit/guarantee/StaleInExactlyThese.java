package press.stet.testkit.guarantee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockMark;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.testkit.log.Log;

/**
 * Guarantee 10: when a source goes live with changed blocks (not minor), every translation made from it is stale in exactly
 * those blocks, and those of translations made from it, until delivered or confirmed.
 *
 * <p>Valid: the original is live with two paragraphs, a translation of it is delivered, the original is corrected in the second:
 * the translation is stale in the second. Delivered anew from the correction, it is stale in none.
 *
 * <p>Invalid: corrected in the second, the translation is stale in both, or in none.
 *
 * <p>What was made ahead of readers, from a version that is not public yet, has seen everything that is. What was made from a version that nobody works on or from any more has seen nothing: all of it is stale.
 *
 * <p>Judged by what each translation has seen, block by block: what it was made from, and every minor change since of a block
 * that it was not stale in.
 */
public record StaleInExactlyThese() implements Guarantee {

    @Override
    public String promise() {
        return "A translation is stale in exactly the blocks of its live source that it has not seen.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        Map<StoryId, Told> stories = new HashMap<>();
        for (Entry entry : log.entries()) {
            Told told = stories.computeIfAbsent(entry.story(), _ -> new Told());
            told.follow(entry.event());
            if (entry.index() == entry.count() - 1) {
                told.judge(entry, findings);
                told.forget();
            }
        }
        return findings.breaches();
    }

    /** An edition as its events tell it. */
    private static final class Sheet {

        private final Map<Version, Stamp> stamps = new HashMap<>();
        private @Nullable Version inHand;
        private @Nullable Version shown;
        private final Set<Version> aside = new HashSet<>();
        private @Nullable Source job;
        private boolean jobIsOpenAgain;

        /** What the version in hand, else the one shown, was made from. */
        private Map<BlockId, Digest> madeFrom = Map.of();

        /** The same, with every minor change since of what it was not stale in. */
        private Map<BlockId, Digest> seen = Map.of();

        private Set<BlockId> unseen = Set.of();

        /** Of these, those that are not only what its source has not seen. */
        private Set<BlockId> unseenItself = Set.of();

        private Set<BlockId> told = Set.of();

        private @Nullable Stamp current() {
            return stamps.get(inHand == null ? shown : inHand);
        }

        private @Nullable Source source() {
            Stamp current = current();
            return current == null ? null : current.source();
        }

        /** What readers see, or saw before a withdrawal. */
        private @Nullable Stamp atReaders() {
            return stamps.get(shown);
        }
    }

    /** A story as its events tell it. */
    private static final class Told {

        private final Map<Language, Sheet> sheets = new TreeMap<>();

        /** The versions that somebody works on or from, or did before this ruling. */
        private final Set<Source> remembered = new HashSet<>();

        void follow(Event event) {
            Language language = event.language();
            Stamp stamp = event.stamp();
            if (event instanceof Event.StoryKilled) {
                sheets.clear();
            }
            if (language == null) {
                return;
            }
            Sheet sheet = sheets.computeIfAbsent(language, _ -> new Sheet());
            if (stamp != null) {
                sheet.stamps.put(stamp.version(), stamp);
                sheet.inHand = stamp.version();
                remembered.add(new Source(language, stamp.version()));
            }
            switch (event) {
                case Event.TranslationDelivered _ -> {
                    sheet.job = null;
                    sheet.told = Set.of();
                    seesItsSource(language, sheet);
                }
                case Event.TranslationRequested requested -> {
                    sheet.job = requested.source();
                    sheet.jobIsOpenAgain = false;
                }
                case Event.TranslationCancelled _ -> sheet.job = null;
                case Event.WorkSetAside set -> {
                    sheet.aside.add(set.version());
                    sheet.inHand = null;
                    seesItsSource(language, sheet);
                }
                case Event.WorkTakenUp taken -> {
                    sheet.aside.remove(taken.version());
                    sheet.inHand = taken.version();
                    seesItsSource(language, sheet);
                }
                case Event.DraftDiscarded discarded -> {
                    if (!sheet.aside.remove(discarded.version())) {
                        sheet.inHand = null;
                        seesItsSource(language, sheet);
                    }
                }
                case Event.EditionPublished published -> published(language, sheet, published);
                case Event.SubmittedForReview submitted -> sheet.inHand = submitted.version();
                case Event.TranslationConfirmed confirmed -> {
                    sheet.stamps.replaceAll((_, version) -> version.of(confirmed.source()));
                    endOpenAgain(sheet);
                    sheet.told = Set.of();
                    seesItsSource(language, sheet);
                }
                case Event.TranslationStale stale -> {
                    sheet.told = new HashSet<>(stale.all());
                    if (stale.all().isEmpty()) {
                        endOpenAgain(sheet);
                    } else {
                        sheet.jobIsOpenAgain |= sheet.job == null;
                        sheet.job = stale.source();
                    }
                }
                case Event _ -> {
                    // Changes nothing in what a translation has seen.
                }
            }
        }

        private static void endOpenAgain(Sheet sheet) {
            if (sheet.jobIsOpenAgain) {
                sheet.job = null;
            }
        }

        /** What nobody works on or from any more. */
        void forget() {
            Set<Source> needed = new HashSet<>();
            sheets.forEach((language, sheet) -> {
                if (sheet.job != null) {
                    needed.add(sheet.job);
                }
                List<@Nullable Version> kept = new ArrayList<>(sheet.aside);
                kept.add(sheet.inHand);
                kept.add(sheet.shown);
                for (Version version : kept) {
                    Stamp stamp = version == null ? null : sheet.stamps.get(version);
                    if (stamp != null) {
                        needed.add(new Source(language, stamp.version()));
                        if (stamp.source() != null) {
                            needed.add(stamp.source());
                        }
                    }
                }
            });
            remembered.retainAll(needed);
        }

        private void seesItsSource(Language language, Sheet sheet) {
            Source source = sheet.source();
            Sheet from = source == null ? null : sheets.get(source.language());
            Stamp made = source != null && from != null && remembered.contains(source)
                    ? from.stamps.get(source.version())
                    : null;
            sheet.madeFrom = made == null ? Map.of() : marks(made);
            sheet.seen = sheet.madeFrom;
            sheet.unseen = Set.of();
            sheet.unseenItself = Set.of();
            sheet.unseen = unseen(sheet);
            pass(language);
        }

        private void published(Language language, Sheet sheet, Event.EditionPublished published) {
            Map<BlockId, Digest> before = marks(sheet.shown == null ? null : sheet.stamps.get(sheet.shown));
            sheet.shown = published.version();
            sheet.inHand = null;
            if (published.kind() == PublicationKind.MINOR) {
                Map<BlockId, Digest> after = marks(sheet.stamps.get(published.version()));
                translations(language).forEach(translation -> adopt(translation, before, after));
            }
            pass(language);
        }

        /** What a minor change changed counts as seen, where what was there before was. */
        private static void adopt(Sheet translation, Map<BlockId, Digest> before, Map<BlockId, Digest> after) {
            Map<BlockId, Digest> seen = new HashMap<>(translation.seen);
            Set<BlockId> both = new HashSet<>(before.keySet());
            both.addAll(after.keySet());
            both.removeAll(translation.unseenItself);
            for (BlockId block : both) {
                Digest changed = after.get(block);
                if (changed == null) {
                    seen.remove(block);
                } else if (!changed.equals(before.get(block))) {
                    seen.put(block, changed);
                }
            }
            translation.seen = seen;
        }

        /** What is made from a translation is judged anew with it. */
        private void pass(Language language) {
            sheets.forEach((other, translation) -> {
                Source source = translation.source();
                if (source != null && source.language().equals(language)) {
                    translation.unseen = unseen(translation);
                    pass(other);
                }
            });
        }

        private List<Sheet> translations(Language language) {
            return sheets.values().stream()
                    .filter(sheet ->
                            sheet.source() != null && sheet.source().language().equals(language))
                    .toList();
        }

        private Set<BlockId> unseen(Sheet translation) {
            Source source = translation.source();
            Sheet from = source == null ? null : sheets.get(source.language());
            Stamp live = from == null ? null : from.atReaders();
            if (source == null || from == null || live == null) {
                return translation.unseen;
            }
            Map<BlockId, Digest> now = marks(live);
            boolean ahead = source.version().compareTo(live.version()) >= 0;
            Set<BlockId> unseen = ahead ? new HashSet<>() : new HashSet<>(now.keySet());
            if (!ahead) {
                unseen.addAll(translation.seen.keySet());
            }
            unseen.removeIf(block -> Objects.equals(now.get(block), translation.seen.get(block))
                    || Objects.equals(now.get(block), translation.madeFrom.get(block)));
            translation.unseenItself = Set.copyOf(unseen);
            for (BlockMark mark : live.blocks()) {
                if (!from.unseen.isEmpty()
                        && (mark.renders() == null || mark.renders().stream().anyMatch(from.unseen::contains))) {
                    unseen.add(mark.id());
                }
            }
            return unseen;
        }

        private static Map<BlockId, Digest> marks(@Nullable Stamp stamp) {
            Map<BlockId, Digest> marks = new HashMap<>();
            if (stamp != null) {
                stamp.blocks().forEach(mark -> marks.put(mark.id(), mark.digest()));
            }
            return marks;
        }

        void judge(Entry entry, Findings findings) {
            sheets.forEach((language, sheet) -> findings.unless(
                    sheet.source() == null || sheet.told.equals(sheet.unseen),
                    entry.story(),
                    () -> "after event " + entry.sequence() + " (" + entry.event() + ") the " + language
                            + " translation should be stale in " + sheet.unseen + " and is in " + sheet.told));
        }
    }
}
