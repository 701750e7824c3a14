package press.stet.model.ruling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.story.Approvals;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Working;

/** How a version becomes fit to print: submitted, judged by others than its writers, in exactly the text they read. */
final class Reviewing {

    private Reviewing() {}

    static Decision submit(Case at, Command.SubmitForReview submit) {
        Edition edition = at.story().edition(submit.language());
        if (edition == null) {
            return unknown(at, submit.language());
        }
        Stamp stamp = switch (edition.working()) {
            case Working.Draft draft -> draft.manuscript().stamp();
            case Working.None _ -> edition.live() instanceof Live.Withdrawn back ? back.stamp() : null;
            case Working.InReview _, Working.Approved _, Working.Scheduled _, Working.Spiked _ -> null;
        };
        if (stamp == null) {
            return outOfTurn(edition, "there is no draft to submit");
        }
        Refusal refusal = Case.firstOf(
                at.held(),
                maySubmit(at, edition, at.section(submit.language())),
                expected(edition, stamp, submit.version()),
                at.toCome(submit.due()),
                behindLive(edition, stamp.version()),
                complete(at, edition, at.text(submit.language(), stamp.version()), stamp.source()));
        return refusal == null
                ? Decision.accept(submitted(at, stamp, submit.language(), at.required(edition), submit.due()))
                : new Decision.Refuse(refusal);
    }

    /** In review, to be judged by then, else within the time that the house gives. */
    static Event submitted(
            Case at, Stamp stamp, Language language, List<RequiredCheck> required, @Nullable Instant due) {
        Duration within = at.house().deadlines().review();
        Instant judged = due != null || within == null ? due : at.now().plus(within);
        return new Event.SubmittedForReview(
                language, stamp.version(), stamp.digest(), required, judged, at.reminder(judged));
    }

    static Decision recall(Case at, Command.RecallFromReview recall) {
        Edition edition = at.story().edition(recall.language());
        if (edition == null) {
            return unknown(at, recall.language());
        }
        Manuscript manuscript = inReview(edition);
        if (manuscript == null) {
            return outOfTurn(edition, "nothing is in review");
        }
        Right right = edition.isTranslation() ? Right.RECALL_TRANSLATION : Right.RECALL;
        Refusal refusal = Case.firstOf(at.permission(right, recall.language()), expected(manuscript, recall.version()));
        return refusal == null
                ? Scheduling.voiding(
                        edition,
                        "the version was recalled",
                        new Event.RecalledFromReview(recall.language(), recall.version()))
                : new Decision.Refuse(refusal);
    }

    static Decision requestChanges(Case at, Command.RequestChanges changes) {
        Edition edition = at.story().edition(changes.language());
        if (edition == null) {
            return unknown(at, changes.language());
        }
        Manuscript manuscript = inReview(edition);
        if (manuscript == null) {
            return outOfTurn(edition, "nothing is in review");
        }
        Refusal refusal = Case.firstOf(
                at.permission(Right.REQUEST_CHANGES, changes.language()),
                at.permission(changes.check(), changes.language()),
                expected(manuscript, changes.version()),
                remarks(edition, manuscript.stamp(), changes.remarks()));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        List<Event> events = new ArrayList<>(Scheduling.voided(edition, "the version was sent back"));
        events.add(new Event.ChangesRequested(changes.language(), changes.version(), changes.check(), changes.note()));
        int notes = edition.discussion().notes();
        for (Command.Remark remark : changes.remarks()) {
            notes++;
            events.add(Discussing.noted(changes.language(), notes, changes.version(), remark, true));
        }
        return Decision.accept(events.toArray(Event[]::new));
    }

    private static @Nullable Refusal remarks(Edition edition, Stamp stamp, List<Command.Remark> remarks) {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(Discussing.room(edition, remarks.size()))),
                        remarks.stream().map(remark -> Optional.ofNullable(Discussing.about(stamp, remark.block()))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    static Decision approve(Case at, Command.ApproveVersion approve) {
        Edition edition = at.story().edition(approve.language());
        if (edition == null) {
            return unknown(at, approve.language());
        }
        if (edition.live() instanceof Live.Published published && isOwed(edition, published, approve.version())) {
            return approveAfter(at, edition, approve, published);
        }
        return switch (edition.working()) {
            case Working.None _, Working.Draft _, Working.Spiked _ -> outOfTurn(edition, "nothing is in review");
            case Working.InReview review ->
                approve(at, edition, approve, review.manuscript(), review.approvals(), true);
            case Working.Approved ready -> approve(at, edition, approve, ready.manuscript(), ready.approvals(), false);
            case Working.Scheduled waiting ->
                approve(at, edition, approve, waiting.manuscript(), waiting.approvals(), false);
        };
    }

    private static Decision approve(
            Case at,
            Edition edition,
            Command.ApproveVersion approve,
            Manuscript manuscript,
            Approvals approvals,
            boolean open) {
        List<RequiredCheck> required = at.required(edition);
        Refusal refusal = Case.firstOf(
                at.held(),
                at.permission(approve.check(), approve.language()),
                expected(manuscript, approve.version()),
                sameText(manuscript.stamp(), approve.digest()),
                Case.fourEyes(at.actor(), edition),
                Discussing.openNotes(edition),
                asked(approve.check(), required),
                news(at, edition, approve.check(), approvals, required, open));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Event given =
                new Event.VersionApproved(approve.language(), approve.version(), approve.digest(), approve.check());
        boolean complete = open && completes(approve.check(), approvals, required);
        return complete
                ? Decision.accept(
                        given, new Event.ReviewCompleted(approve.language(), approve.version(), approve.digest()))
                : Decision.accept(given);
    }

    private static boolean isOwed(Edition edition, Live.Published published, Version version) {
        Manuscript inHand = edition.working().manuscript();
        return published.version().equals(version)
                && !published.owed().isEmpty()
                && (inHand == null || !inHand.version().equals(version));
    }

    /** Gives a check that was waived to what readers see. */
    private static Decision approveAfter(
            Case at, Edition edition, Command.ApproveVersion approve, Live.Published published) {
        Check check = approve.check();
        Refusal refusal = Case.firstOf(
                at.held(),
                at.permission(check, approve.language()),
                sameText(published.stamp(), approve.digest()),
                published.contributors().contains(at.actor()) ? Case.contributed(at.actor(), edition) : null,
                published.owed().stream().anyMatch(each -> each.check().equals(check))
                        ? null
                        : Refusal.of(
                                Rule.OUT_OF_TURN,
                                "what readers see lacks no " + check + " check; it lacks " + names(published.owed())),
                published.approvals().has(check, at.actor())
                        ? Refusal.of(Rule.OUT_OF_TURN, at.actor() + " has given the " + check + " check already")
                        : null);
        return refusal == null
                ? Decision.accept(
                        new Event.VersionApproved(approve.language(), approve.version(), approve.digest(), check))
                : new Decision.Refuse(refusal);
    }

    static Decision waive(Case at, Command.WaiveCheck waive) {
        Edition edition = at.story().edition(waive.language());
        if (edition == null) {
            return unknown(at, waive.language());
        }
        return switch (edition.working()) {
            case Working.None _, Working.Draft _, Working.Spiked _ -> outOfTurn(edition, "nothing is in review");
            case Working.InReview review -> waive(at, edition, waive, review.manuscript(), review.approvals(), true);
            case Working.Approved ready -> waive(at, edition, waive, ready.manuscript(), ready.approvals(), false);
            case Working.Scheduled waiting ->
                waive(at, edition, waive, waiting.manuscript(), waiting.approvals(), false);
        };
    }

    /** One person alone may let a check wait, never the one that every version has: somebody else must have read it. */
    private static Decision waive(
            Case at,
            Edition edition,
            Command.WaiveCheck waive,
            Manuscript manuscript,
            Approvals approvals,
            boolean open) {
        Check check = waive.check();
        List<RequiredCheck> required = at.required(edition);
        Refusal refusal = Case.firstOf(
                at.held(),
                at.permission(Right.WAIVE, waive.language()),
                check.equals(Check.EDITOR)
                        ? Refusal.of(Rule.CHECKS, "the " + check + " check is never waived")
                        : asked(check, required),
                expected(manuscript, waive.version()),
                sameText(manuscript.stamp(), waive.digest()),
                Case.fourEyes(at.actor(), edition),
                approvals.missing(required).stream()
                                .anyMatch(each -> each.check().equals(check))
                        ? null
                        : Refusal.of(
                                Rule.OUT_OF_TURN,
                                "the " + edition.language() + " edition lacks no " + check + " check"));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Event waived = new Event.CheckWaived(waive.language(), waive.version(), waive.digest(), check, waive.reason());
        boolean complete = open
                && approvals.missing(required).stream()
                        .allMatch(each -> each.check().equals(check));
        return complete
                ? Decision.accept(waived, new Event.ReviewCompleted(waive.language(), waive.version(), waive.digest()))
                : Decision.accept(waived);
    }

    /** Whether this one check is all that was still missing. */
    private static boolean completes(Check check, Approvals approvals, List<RequiredCheck> required) {
        return required.stream()
                .allMatch(each -> approvals.isWaived(each.check())
                        || approvals.count(each.check()) + (each.check().equals(check) ? 1 : 0) >= each.quorum());
    }

    static @Nullable Refusal asked(Check check, List<RequiredCheck> required) {
        return required.stream().anyMatch(each -> each.check().equals(check))
                ? null
                : Refusal.of(
                        Rule.CHECKS, "the house asks for no " + check + " check here; it asks for " + names(required));
    }

    /**
     * A check is taken that is still missing; or, where the house came to ask for less during the review so that none is, any
     * that it asks for: the review must end with an approval.
     */
    private static @Nullable Refusal news(
            Case at, Edition edition, Check check, Approvals approvals, List<RequiredCheck> required, boolean open) {
        if (approvals.has(check, at.actor())) {
            return Refusal.of(Rule.OUT_OF_TURN, at.actor() + " has given the " + check + " check already");
        }
        List<RequiredCheck> missing = approvals.missing(required);
        boolean closes = open && missing.isEmpty();
        return closes || missing.stream().anyMatch(each -> each.check().equals(check))
                ? null
                : Refusal.of(
                        Rule.OUT_OF_TURN,
                        "the " + edition.language() + " edition has all the " + check + " checks it needs");
    }

    static @Nullable Refusal sameText(Stamp stamp, Digest digest) {
        return stamp.digest().equals(digest)
                ? null
                : Refusal.of(
                        Rule.APPROVAL,
                        "version " + stamp.version() + " has the digest " + stamp.digest()
                                + ", this was decided on another text: " + digest);
    }

    static @Nullable Refusal maySubmit(Case at, Edition edition, @Nullable Section section) {
        Right right = edition.isTranslation() ? Right.SUBMIT_TRANSLATION : Right.SUBMIT;
        return at.permission(right, section, edition.language());
    }

    /**
     * Readers must not lose what they were shown: a version that does not go back to the live one is not taken.
     *
     * @param version the version in hand, or the one that the new version is made from; null where it is made from none
     */
    static @Nullable Refusal behindLive(Edition edition, @Nullable Version version) {
        if (!(edition.live() instanceof Live.Published published)
                || published.version().equals(version)) {
            return null;
        }
        Manuscript inHand = edition.working().manuscript();
        if (inHand != null && published.version().equals(inHand.descendsFrom())) {
            return null;
        }
        return Refusal.of(
                Rule.BEHIND_LIVE,
                inHand == null || inHand.behind().isEmpty()
                        ? "readers see version " + published.version()
                                + ", which this was not made from; revise version " + published.version()
                        : "readers came to see other words in " + inHand.behind() + " with version "
                                + published.version() + "; take them up, or overrule them");
    }

    /** The same of a version that comes with a revision. */
    static @Nullable Refusal behindLive(Edition edition, Command.ReviseCopy revise, Stamp next) {
        Manuscript inHand = edition.working().manuscript();
        boolean catchesUp = inHand != null
                && inHand.version().equals(revise.basedOn())
                && !inHand.behind().isEmpty()
                && edition.live() instanceof Live.Published published
                && inHand.behind(next, published.stamp(), revise.overrules()).isEmpty();
        return catchesUp ? null : behindLive(edition, revise.basedOn());
    }

    static @Nullable Refusal complete(Case at, Edition edition, @Nullable Copy copy, @Nullable Source source) {
        if (copy == null) {
            return Refusal.of(Rule.UNKNOWN_VERSION, "the text of this version was erased");
        }
        Copy filled = Facts.fillIn(copy, source, at.story(), at.texts());
        return CompleteCopy.refusal(copy, filled, edition.isTranslation(), at.house());
    }

    static @Nullable Refusal expected(Manuscript manuscript, Version version) {
        return manuscript.version().equals(version) ? null : Case.unexpected(version, manuscript);
    }

    private static @Nullable Refusal expected(Edition edition, Stamp stamp, Version version) {
        Manuscript inHand = edition.working().manuscript();
        if (inHand != null) {
            return expected(inHand, version);
        }
        return stamp.version().equals(version)
                ? null
                : Refusal.of(
                        Rule.EXPECTED_VERSION,
                        "this was decided on version " + version + ", but readers last saw version " + stamp.version());
    }

    private static @Nullable Manuscript inReview(Edition edition) {
        return switch (edition.working()) {
            case Working.InReview review -> review.manuscript();
            case Working.Approved ready -> ready.manuscript();
            case Working.Scheduled waiting -> waiting.manuscript();
            case Working.None _, Working.Draft _, Working.Spiked _ -> null;
        };
    }

    static Decision unknown(Case at, Language language) {
        return Decision.refuse(Rule.UNKNOWN_EDITION, "story " + at.story().id() + " has no edition in " + language);
    }

    /** Says what cannot be done, and what the edition is. */
    static Decision outOfTurn(Edition edition, String what) {
        return Decision.refuse(
                Rule.OUT_OF_TURN, what + ": the " + edition.language() + " edition " + States.told(edition));
    }

    static String names(List<RequiredCheck> required) {
        return required.stream()
                .map(each -> each.quorum() == 1 ? each.check().name() : each.quorum() + " × " + each.check())
                .collect(Collectors.joining(", "));
    }
}
