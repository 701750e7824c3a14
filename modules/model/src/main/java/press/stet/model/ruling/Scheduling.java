package press.stet.model.ruling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.command.Command;
import press.stet.model.event.Event;
import press.stet.model.story.Edition;
import press.stet.model.story.Schedule;
import press.stet.model.story.Story;
import press.stet.model.story.Working;

/**
 * When an approved version goes out. A schedule is a choice of ours and decides nothing by itself: it ends once, fired,
 * cancelled, voided, or refused when it is due.
 */
final class Scheduling {

    private Scheduling() {}

    static Decision schedule(Case at, Command.SchedulePublication schedule) {
        Edition edition = at.story().edition(schedule.language());
        if (edition == null) {
            return Reviewing.unknown(at, schedule.language());
        }
        return switch (edition.working()) {
            case Working.None _, Working.Draft _, Working.InReview _, Working.Spiked _ ->
                Reviewing.outOfTurn(edition, "nothing is approved");
            case Working.Approved ready -> schedule(at, edition, ready, schedule);
            case Working.Scheduled waiting -> instead(edition, schedule(at, edition, waiting.ready(), schedule));
        };
    }

    private static Decision schedule(
            Case at, Edition edition, Working.Approved ready, Command.SchedulePublication schedule) {
        Refusal refusal = Case.firstOf(
                at.permission(Publishing.right(schedule.kind()), schedule.language()),
                Reviewing.expected(ready.manuscript(), schedule.version()),
                Reviewing.sameText(ready.manuscript().stamp(), schedule.digest()),
                schedule.due().isAfter(at.now())
                        ? null
                        : Refusal.of(
                                Rule.OUT_OF_TURN, schedule.due() + " is gone: it is " + at.now() + "; publish it now"),
                embargoed(at, schedule.due()),
                Publishing.checked(at, edition, ready));
        return refusal == null
                ? Decision.accept(new Event.PublicationScheduled(
                        schedule.language(),
                        schedule.version(),
                        schedule.digest(),
                        schedule.due(),
                        schedule.zone(),
                        schedule.kind(),
                        schedule.note(),
                        false))
                : new Decision.Refuse(refusal);
    }

    private static @Nullable Refusal embargoed(Case at, Instant due) {
        var embargo = at.story().embargo();
        return embargo == null || !embargo.isInForce(due) ? null : at.embargoed();
    }

    static Decision cancel(Case at, Command.CancelSchedule cancel) {
        Edition edition = at.story().edition(cancel.language());
        if (edition == null) {
            return Reviewing.unknown(at, cancel.language());
        }
        Schedule schedule = edition.schedule();
        if (schedule == null) {
            return Reviewing.outOfTurn(edition, "nothing is scheduled");
        }
        Refusal refusal = at.permission(Publishing.right(schedule.kind()), cancel.language());
        return refusal == null
                ? Decision.accept(new Event.ScheduleCancelled(cancel.language()))
                : new Decision.Refuse(refusal);
    }

    /**
     * What comes of a schedule whose moment has come.
     *
     * @param asked what every rule says to its publication now
     */
    static List<Event> due(Edition edition, Decision asked) {
        List<Event> events = new ArrayList<>();
        switch (asked) {
            case Decision.Accept accept -> {
                events.add(new Event.ScheduleFired(edition.language()));
                events.addAll(accept.events());
            }
            case Decision.Refuse refuse ->
                events.add(new Event.ScheduleRefused(
                        edition.language(),
                        refuse.refusal().rule().key(),
                        refuse.refusal().reason()));
        }
        return events;
    }

    /** What is decided in the place of what was scheduled. */
    static Decision instead(Edition edition, Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> refuse;
            case Decision.Accept accept -> {
                List<Event> events = new ArrayList<>();
                events.add(new Event.ScheduleCancelled(edition.language()));
                events.addAll(accept.events());
                yield new Decision.Accept(events, accept.texts());
            }
        };
    }

    /** An event that leaves no room for what was scheduled, and says so. */
    static Decision voiding(Edition edition, String why, Event event) {
        return edition.schedule() == null
                ? Decision.accept(event)
                : Decision.accept(new Event.ScheduleVoided(edition.language(), why), event);
    }

    /** The end of what was scheduled in an edition. */
    static List<Event> voided(Edition edition, String why) {
        return edition.schedule() == null ? List.of() : List.of(new Event.ScheduleVoided(edition.language(), why));
    }

    /** The end of everything that was scheduled. */
    static List<Event> voided(Story story, String why) {
        return story.editions().values().stream()
                .filter(edition -> edition.schedule() != null)
                .<Event>map(edition -> new Event.ScheduleVoided(edition.language(), why))
                .toList();
    }

    /** The end of everything that was scheduled before an embargo ends. */
    static List<Event> before(Story story, @Nullable Instant until) {
        return story.editions().values().stream()
                .filter(edition -> {
                    Schedule schedule = edition.schedule();
                    return schedule != null && (until == null || schedule.due().isBefore(until));
                })
                .<Event>map(
                        edition -> new Event.ScheduleVoided(edition.language(), "an embargo keeps it from the public"))
                .toList();
    }
}
