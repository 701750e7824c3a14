package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.story.Discussion;
import press.stet.model.story.Edition;
import press.stet.model.story.Note;
import press.stet.model.story.Working;

/** Who sees to which check, and what people remark on while a version is judged. */
final class Discussing {

    private Discussing() {}

    static Decision claim(Case at, Command.ClaimReview claim) {
        Edition edition = at.story().edition(claim.language());
        if (edition == null) {
            return Reviewing.unknown(at, claim.language());
        }
        if (!(edition.working() instanceof Working.InReview)) {
            return Reviewing.outOfTurn(edition, "nothing is in review");
        }
        Refusal refusal = Case.firstOf(
                mayClaim(at, claim),
                releasable(edition, claim),
                claim.to() == null ? null : claimable(at, edition, claim, claim.to()));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        List<Event> events = new ArrayList<>();
        if (claim.from() != null) {
            events.add(new Event.ReviewReleased(claim.language(), claim.check(), claim.from()));
        }
        if (claim.to() != null) {
            events.add(new Event.ReviewClaimed(claim.language(), claim.check(), claim.to()));
        }
        return Decision.accept(events.toArray(Event[]::new));
    }

    /** Everybody decides for themselves; whoever assigns stories, for others too. */
    private static @Nullable Refusal mayClaim(Case at, Command.ClaimReview claim) {
        return isOwn(at, claim.from()) && isOwn(at, claim.to()) ? null : at.permission(Right.ASSIGN, claim.language());
    }

    private static boolean isOwn(Case at, @Nullable Person person) {
        return person == null || person.equals(at.actor());
    }

    private static @Nullable Refusal releasable(Edition edition, Command.ClaimReview claim) {
        Person from = claim.from();
        return from == null || edition.discussion().isClaimed(claim.check(), from)
                ? null
                : Refusal.of(Rule.OUT_OF_TURN, from + " does not see to the " + claim.check() + " check");
    }

    private static @Nullable Refusal claimable(Case at, Edition edition, Command.ClaimReview claim, Person to) {
        Check check = claim.check();
        return Case.firstOf(
                Steering.known(at, to),
                Case.permission(at.staff(), to, check, at.section(claim.language()), claim.language()),
                Case.fourEyes(to, edition),
                Reviewing.asked(check, at.required(edition)),
                edition.discussion().isClaimed(check, to)
                        ? Refusal.of(Rule.OUT_OF_TURN, to + " sees to the " + check + " check already")
                        : null,
                room(edition.discussion(), claim, at.required(edition)));
    }

    /** No more people see to a check than it needs. */
    private static @Nullable Refusal room(
            Discussion discussion, Command.ClaimReview claim, List<RequiredCheck> required) {
        Check check = claim.check();
        List<Person> others = discussion.claimants(check).stream()
                .filter(person -> !person.equals(claim.from()))
                .toList();
        int quorum = required.stream()
                .filter(each -> each.check().equals(check))
                .mapToInt(RequiredCheck::quorum)
                .sum();
        return others.size() < quorum
                ? null
                : Refusal.of(
                        Rule.OUT_OF_TURN,
                        Case.names(others) + (others.size() == 1 ? " sees" : " see") + " to the " + check
                                + " check; take it from them, or leave it to them");
    }

    static Decision add(Case at, Command.AddNote add) {
        Edition edition = at.story().edition(add.language());
        if (edition == null) {
            return Reviewing.unknown(at, add.language());
        }
        Stamp stamp = stamp(edition, add.version());
        if (stamp == null) {
            return Decision.refuse(
                    Rule.EXPECTED_VERSION,
                    "version " + add.version() + " is neither in hand nor with readers: the " + add.language()
                            + " edition " + States.told(edition));
        }
        Refusal refusal = Case.firstOf(
                add.blocking() ? at.permission(Right.REQUEST_CHANGES, add.language()) : at.works(add.language()),
                about(stamp, add.remark().block()),
                room(edition, 1));
        return refusal == null
                ? Decision.accept(noted(
                        add.language(), edition.discussion().notes() + 1, add.version(), add.remark(), add.blocking()))
                : new Decision.Refuse(refusal);
    }

    private static @Nullable Stamp stamp(Edition edition, Version version) {
        Stamp current = edition.current();
        if (current != null && current.version().equals(version)) {
            return current;
        }
        Stamp shown = edition.shown();
        return shown != null && shown.version().equals(version) ? shown : null;
    }

    static @Nullable Refusal about(Stamp stamp, @Nullable BlockId block) {
        return block == null
                        || stamp.blocks().stream().anyMatch(mark -> mark.id().equals(block))
                ? null
                : Refusal.of(Rule.UNKNOWN_BLOCK, "version " + stamp.version() + " has no block " + block);
    }

    static @Nullable Refusal room(Edition edition, int more) {
        return edition.discussion().open().size() + more <= Discussion.MOST_OPEN_NOTES
                ? null
                : Refusal.of(
                        Rule.LIMIT,
                        "an edition has at most " + Discussion.MOST_OPEN_NOTES + " open notes; resolve some first");
    }

    static Event noted(Language language, int note, Version version, Command.Remark remark, boolean blocking) {
        return new Event.NoteAdded(language, note, version, remark.block(), remark.text(), blocking);
    }

    static Decision answer(Case at, Command.AnswerNote answer) {
        Edition edition = at.story().edition(answer.language());
        if (edition == null) {
            return Reviewing.unknown(at, answer.language());
        }
        if (edition.discussion().note(answer.note()).isEmpty()) {
            return noSuchNote(answer.language(), answer.note());
        }
        Refusal refusal = at.works(answer.language());
        return refusal == null
                ? Decision.accept(new Event.NoteAnswered(answer.language(), answer.note(), answer.text()))
                : new Decision.Refuse(refusal);
    }

    static Decision resolve(Case at, Command.ResolveNote resolve) {
        Edition edition = at.story().edition(resolve.language());
        if (edition == null) {
            return Reviewing.unknown(at, resolve.language());
        }
        Note note = edition.discussion().note(resolve.note()).orElse(null);
        if (note == null) {
            return noSuchNote(resolve.language(), resolve.note());
        }
        Refusal refusal = note.by().equals(at.actor()) ? null : mayResolve(at, edition, note);
        return refusal == null
                ? Decision.accept(new Event.NoteResolved(resolve.language(), resolve.note()))
                : new Decision.Refuse(refusal);
    }

    /** Somebody else's: whoever may send the edition back, and for one that stands against it, did not write it. */
    private static @Nullable Refusal mayResolve(Case at, Edition edition, Note note) {
        return Case.firstOf(
                at.permission(Right.REQUEST_CHANGES, edition.language()),
                note.blocking() ? Case.fourEyes(at.actor(), edition) : null);
    }

    private static Decision noSuchNote(Language language, int note) {
        return Decision.refuse(Rule.UNKNOWN_NOTE, "no note " + note + " is open on the " + language + " edition");
    }

    /** What stands against an approval, or null. */
    static @Nullable Refusal openNotes(Edition edition) {
        return edition.discussion()
                .blocking()
                .map(note -> Refusal.of(
                        Rule.OPEN_NOTES,
                        "note " + note.number() + " of " + note.by() + " on the " + edition.language()
                                + " edition is to be resolved first"))
                .orElse(null);
    }
}
