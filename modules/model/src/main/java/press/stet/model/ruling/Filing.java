package press.stet.model.ruling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockNames;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Right;
import press.stet.model.house.Staff;
import press.stet.model.story.Aside;
import press.stet.model.story.Edition;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Working;

/** How copy comes in: the first of a story, and what replaces it. */
final class Filing {

    private Filing() {}

    static Decision begin(Command.FileStory file, Person actor, HouseRules house, Staff staff) {
        Copy copy = BlockNames.name(file.copy(), null, Version.FIRST);
        if (!house.has(copy.language())) {
            return Decision.refuse(Rule.UNKNOWN_LANGUAGE, house.title() + " is not published in " + copy.language());
        }
        Refusal refusal =
                Case.firstOf(Case.permission(staff, actor, Right.FILE, copy.section(), copy.language()), fit(copy));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Stamp stamp = Stamp.of(Version.FIRST, null, null, copy);
        return Decision.accept(
                List.of(new Event.StoryFiled(file.site(), copy.language(), stamp)), new Decision.NewText(stamp, copy));
    }

    static Decision begin(Case at, Command.FileEdition file) {
        Edition edition = at.story().edition(file.language());
        Refusal refusal = Case.firstOf(
                Case.permission(at.staff(), at.actor(), Right.FILE, file.copy().section(), file.language()),
                vacant(at, edition, file));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Version version = edition == null ? Version.FIRST : next(edition);
        Copy copy = BlockNames.name(file.copy(), null, version);
        refusal = fit(copy);
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Stamp stamp = Stamp.of(version, null, null, copy);
        return Decision.accept(
                List.of(new Event.EditionFiled(file.language(), stamp)), new Decision.NewText(stamp, copy));
    }

    private static @Nullable Refusal vacant(Case at, @Nullable Edition edition, Command.FileEdition file) {
        if (edition == null) {
            return Translating.roomForALanguage(at.story());
        }
        if (edition.job() != null) {
            return Refusal.of(
                    Rule.OUT_OF_TURN,
                    "a translation into " + file.language() + " was asked for; deliver that, or cancel it first");
        }
        return edition.current() == null
                ? room(edition)
                : Refusal.of(Rule.OUT_OF_TURN, "there is copy in " + file.language() + " already; revise that");
    }

    static Decision discard(Case at, Command.DiscardDraft discard) {
        Edition edition = at.story().edition(discard.language());
        if (edition == null) {
            return Reviewing.unknown(at, discard.language());
        }
        if (edition.aside(discard.version()) != null) {
            Refusal refusal = mayRevise(at, edition);
            return refusal == null
                    ? Decision.accept(new Event.DraftDiscarded(discard.language(), discard.version()))
                    : new Decision.Refuse(refusal);
        }
        Manuscript inHand = edition.working().manuscript();
        if (inHand == null) {
            return Reviewing.outOfTurn(edition, "there is nothing to discard");
        }
        Refusal refusal = Case.firstOf(
                mayRevise(at, edition),
                Reviewing.expected(inHand, discard.version()),
                edition.shown() == null && discard.language().equals(at.story().original())
                        ? Refusal.of(
                                Rule.OUT_OF_TURN,
                                "nothing would be left of the story; spike it, to take it up again later")
                        : null);
        return refusal == null
                ? Scheduling.voiding(
                        edition,
                        "the version was discarded",
                        new Event.DraftDiscarded(discard.language(), discard.version()))
                : new Decision.Refuse(refusal);
    }

    static Decision revise(Case at, Command.ReviseCopy revise) {
        Edition edition = at.story().edition(revise.language());
        Stamp current = edition == null ? null : current(edition, revise);
        if (edition == null || current == null) {
            return Decision.refuse(
                    Rule.UNKNOWN_EDITION, "story " + at.story().id() + " has no copy in " + revise.language());
        }
        Refusal refusal = Case.firstOf(
                mayRevise(at, edition, at.section(revise.copy(), current.source())),
                base(edition, revise),
                roomAside(edition, revise),
                overruled(edition, revise),
                room(edition));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Copy before = at.text(revise.language(), current.version());
        Copy copy = Translating.aligned(at, BlockNames.name(revise.copy(), before, next(edition)), current.source());
        Stamp stamp = Stamp.of(next(edition), revise.basedOn(), current.source(), copy);
        if (stamp.saysTheSameAs(current)) {
            return Decision.refuse(
                    Rule.NOTHING_CHANGED, "this says exactly what version " + current.version() + " says");
        }
        refusal = fit(copy);
        return refusal == null ? revised(at, edition, revise, copy, stamp) : new Decision.Refuse(refusal);
    }

    private static Decision revised(Case at, Edition edition, Command.ReviseCopy revise, Copy copy, Stamp stamp) {
        List<Event> events = new ArrayList<>(voided(edition));
        Manuscript inHand = edition.working().manuscript();
        if (inHand != null && !inHand.version().equals(revise.basedOn())) {
            events.add(new Event.WorkSetAside(revise.language(), inHand.version()));
        }
        events.add(new Event.CopyRevised(revise.language(), stamp, revise.overrules()));
        if (revise.submit()) {
            Refusal refusal = Case.firstOf(
                    at.held(),
                    Reviewing.maySubmit(at, edition, at.section(edition.language())),
                    Reviewing.maySubmit(at, edition, at.section(copy, stamp.source())),
                    Reviewing.behindLive(edition, revise, stamp),
                    Reviewing.complete(at, edition, copy, stamp.source()));
            if (refusal != null) {
                return new Decision.Refuse(refusal);
            }
            events.add(
                    Reviewing.submitted(at, stamp, revise.language(), at.required(copy, stamp.source()), due(edition)));
        }
        return Decision.accept(events, new Decision.NewText(stamp, copy));
    }

    /** What stays in the queue stays due when it was. */
    private static @Nullable Instant due(Edition edition) {
        return edition.working() instanceof Working.InReview review && review.deadline() != null
                ? review.deadline().at()
                : null;
    }

    /** What the new copy is compared with: what readers see where it is made from that in the place of what is in hand. */
    private static @Nullable Stamp current(Edition edition, Command.ReviseCopy revise) {
        return setsAside(edition, revise) ? edition.shown() : edition.current();
    }

    private static boolean setsAside(Edition edition, Command.ReviseCopy revise) {
        Manuscript inHand = edition.working().manuscript();
        Stamp shown = edition.shown();
        return revise.fromLive()
                && inHand != null
                && !inHand.version().equals(revise.basedOn())
                && shown != null
                && shown.version().equals(revise.basedOn());
    }

    private static @Nullable Refusal roomAside(Edition edition, Command.ReviseCopy revise) {
        return setsAside(edition, revise) && edition.aside().size() >= Edition.MOST_ASIDE
                ? Refusal.of(
                        Rule.SET_ASIDE,
                        "at most " + Edition.MOST_ASIDE + " versions are set aside; take one up, or discard it, first")
                : null;
    }

    private static @Nullable Refusal overruled(Edition edition, Command.ReviseCopy revise) {
        Manuscript inHand = edition.working().manuscript();
        List<BlockId> behind = inHand == null ? List.of() : inHand.behind();
        return revise.overrules().stream()
                .filter(block -> !behind.contains(block))
                .findFirst()
                .map(block -> Refusal.of(
                        Rule.UNKNOWN_BLOCK,
                        "block " + block + " was not changed for readers meanwhile"
                                + (behind.isEmpty() ? "" : "; these were: " + behind)))
                .orElse(null);
    }

    static Decision takeUp(Case at, Command.TakeUpDraft takeUp) {
        Edition edition = at.story().edition(takeUp.language());
        if (edition == null) {
            return Reviewing.unknown(at, takeUp.language());
        }
        if (edition.aside(takeUp.version()) == null) {
            return Decision.refuse(
                    Rule.UNKNOWN_VERSION,
                    "no version " + takeUp.version() + " is set aside; set aside are "
                            + edition.aside().stream().map(Aside::version).toList());
        }
        if (edition.working().manuscript() != null) {
            return Reviewing.outOfTurn(edition, "something is in hand; have it published, or discard it, first");
        }
        Refusal refusal = mayRevise(at, edition);
        return refusal == null
                ? Decision.accept(new Event.WorkTakenUp(takeUp.language(), takeUp.version()))
                : new Decision.Refuse(refusal);
    }

    /** New copy voids what was approved, and when it was to go out, and says so. */
    static List<Event> voided(Edition edition) {
        return switch (edition.working()) {
            case Working.Scheduled waiting ->
                List.of(
                        new Event.ScheduleVoided(edition.language(), "new copy has come"),
                        voided(edition, waiting.manuscript()));
            case Working.None _, Working.Draft _, Working.Spiked _ -> List.of();
            case Working.InReview review -> List.of(voided(edition, review.manuscript()));
            case Working.Approved ready -> List.of(voided(edition, ready.manuscript()));
        };
    }

    private static Event voided(Edition edition, Manuscript manuscript) {
        return new Event.ApprovalsVoided(edition.language(), manuscript.version());
    }

    private static @Nullable Refusal mayRevise(Case at, Edition edition) {
        return at.permission(right(edition), edition.language());
    }

    /** Whoever moves copy to another section must be entitled in both. */
    private static @Nullable Refusal mayRevise(Case at, Edition edition, @Nullable Section section) {
        return Case.firstOf(mayRevise(at, edition), at.permission(right(edition), section, edition.language()));
    }

    private static Right right(Edition edition) {
        return edition.isTranslation() ? Right.REVISE_TRANSLATION : Right.REVISE;
    }

    private static @Nullable Refusal base(Edition edition, Command.ReviseCopy revise) {
        Manuscript inHand = edition.working().manuscript();
        Stamp shown = edition.shown();
        boolean fromShown = shown != null && shown.version().equals(revise.basedOn());
        if (inHand == null) {
            return fromShown || shown == null
                    ? null
                    : Refusal.of(
                            Rule.EXPECTED_VERSION,
                            "this was made from version " + revise.basedOn() + ", but readers see version "
                                    + shown.version());
        }
        if (inHand.version().equals(revise.basedOn())) {
            return null;
        }
        return setsAside(edition, revise) ? null : Case.unexpected(revise.basedOn(), inHand);
    }

    static @Nullable Refusal room(Edition edition) {
        return edition.versions() < Edition.MOST_VERSIONS
                ? null
                : Refusal.of(Rule.LIMIT, "an edition has at most " + Edition.MOST_VERSIONS + " versions");
    }

    static Version next(Edition edition) {
        return new Version(edition.versions() + 1);
    }

    /** A draft needs only a language and a headline, and to be of a size that the newsroom takes. */
    static @Nullable Refusal fit(Copy copy) {
        if (copy.headline().isBlank()) {
            Violation headless = new Violation(BlockId.HEADLINE, "a draft needs a headline");
            return new Refusal(Rule.COMPLETE_COPY, headless.what(), List.of(headless));
        }
        int size = CanonicalForm.of(copy).length;
        return size <= CanonicalForm.LARGEST
                ? null
                : Refusal.of(
                        Rule.TOO_LARGE,
                        "the copy has " + size + " bytes; at most " + CanonicalForm.LARGEST + " are taken");
    }
}
