package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.command.Command;
import press.stet.model.event.Event;
import press.stet.model.house.Right;

/** What is decided on a story as a whole: whose it is, whether it goes on, and from when it may be public. */
final class Steering {

    private Steering() {}

    static Decision spike(Case at, Command.SpikeStory spike) {
        Refusal refusal = Case.firstOf(
                permission(at, Right.SPIKE),
                at.story().wasPublic()
                        ? Refusal.of(
                                Rule.OUT_OF_TURN,
                                "readers have seen the story; withdraw its editions, or kill it, instead")
                        : null);
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        List<Event> events = new ArrayList<>(Translating.cancelled(at.story()));
        events.addAll(Scheduling.voided(at.story(), "the story was spiked"));
        events.add(new Event.StorySpiked(spike.reason()));
        return Decision.accept(events.toArray(Event[]::new));
    }

    static Decision restore(Case at) {
        Refusal refusal = Case.firstOf(
                permission(at, Right.SPIKE), at.story().isSpiked() ? null : outOfTurn("the story is not spiked"));
        return refusal == null ? Decision.accept(new Event.StoryRestored()) : new Decision.Refuse(refusal);
    }

    static Decision hold(Case at, Command.HoldStory hold) {
        Refusal refusal = Case.firstOf(permission(at, Right.HOLD), at.held());
        return refusal == null ? Decision.accept(new Event.StoryHeld(hold.reason())) : new Decision.Refuse(refusal);
    }

    static Decision resume(Case at) {
        Refusal refusal = Case.firstOf(
                permission(at, Right.HOLD), at.story().hold() == null ? outOfTurn("the story is not held") : null);
        return refusal == null ? Decision.accept(new Event.StoryResumed()) : new Decision.Refuse(refusal);
    }

    static Decision assign(Case at, Command.AssignStory assign) {
        Event.StoryAssigned assigned = new Event.StoryAssigned(assign.to(), assign.due());
        Refusal refusal = Case.firstOf(permission(at, Right.ASSIGN), known(at, assign.to()));
        return refusal == null ? Decision.accept(assigned) : new Decision.Refuse(refusal);
    }

    static @Nullable Refusal known(Case at, @Nullable Person person) {
        return person == null || at.staff().knows(person)
                ? null
                : Refusal.of(Rule.UNKNOWN_PERSON, "the staff list does not name " + person);
    }

    static Decision embargo(Case at, Command.SetEmbargo embargo) {
        Refusal refusal = Case.firstOf(
                permission(at, Right.EMBARGO),
                at.story().isLive()
                        ? Refusal.of(
                                Rule.ALREADY_PUBLIC,
                                "readers see the story; withdraw its editions, or kill it, instead")
                        : null,
                embargo.until() == null || embargo.until().isAfter(at.now())
                        ? null
                        : outOfTurn("an embargo until " + embargo.until() + " keeps nobody from anything: it is "
                                + at.now()));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        List<Event> events = new ArrayList<>(Scheduling.before(at.story(), embargo.until()));
        events.add(new Event.EmbargoSet(embargo.until()));
        return Decision.accept(events.toArray(Event[]::new));
    }

    static Decision liftEmbargo(Case at) {
        Refusal refusal = Case.firstOf(
                permission(at, Right.EMBARGO),
                at.story().embargo() == null ? outOfTurn("there is no embargo on the story") : null);
        return refusal == null ? Decision.accept(new Event.EmbargoLifted()) : new Decision.Refuse(refusal);
    }

    /** What is decided on the whole story is decided by whoever may in its original's language and section. */
    private static @Nullable Refusal permission(Case at, Right right) {
        return at.permission(right, at.story().original());
    }

    private static Refusal outOfTurn(String what) {
        return Refusal.of(Rule.OUT_OF_TURN, what);
    }
}
