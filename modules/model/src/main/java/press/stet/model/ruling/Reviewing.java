package press.stet.model.ruling;

import java.util.List;
import java.util.stream.Collectors;
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
                behindLive(edition, stamp.version()),
                complete(at, edition, at.text(submit.language(), stamp.version()), stamp.source()));
        return refusal == null
                ? Decision.accept(new Event.SubmittedForReview(
                        submit.language(), stamp.version(), stamp.digest(), at.required(edition)))
                : new Decision.Refuse(refusal);
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
                expected(manuscript, changes.version()));
        return refusal == null
                ? Scheduling.voiding(
                        edition,
                        "the version was sent back",
                        new Event.ChangesRequested(
                                changes.language(), changes.version(), changes.check(), changes.note()))
                : new Decision.Refuse(refusal);
    }

    static Decision approve(Case at, Command.ApproveVersion approve) {
        Edition edition = at.story().edition(approve.language());
        if (edition == null) {
            return unknown(at, approve.language());
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
                at.fourEyes(edition),
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

    /** Whether this one check is all that was still missing. */
    private static boolean completes(Check check, Approvals approvals, List<RequiredCheck> required) {
        return required.stream()
                .allMatch(
                        each -> approvals.count(each.check()) + (each.check().equals(check) ? 1 : 0) >= each.quorum());
    }

    private static @Nullable Refusal asked(Check check, List<RequiredCheck> required) {
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
        return inHand != null && published.version().equals(inHand.descendsFrom())
                ? null
                : Refusal.of(
                        Rule.BEHIND_LIVE,
                        "readers see version " + published.version() + ", which this was not made from; revise version "
                                + published.version());
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
