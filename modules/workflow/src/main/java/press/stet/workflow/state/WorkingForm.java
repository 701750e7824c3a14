package press.stet.workflow.state;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.BlockId;
import press.stet.model.house.Check;
import press.stet.model.house.RequiredCheck;
import press.stet.model.story.Approvals;
import press.stet.model.story.Deadline;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Schedule;
import press.stet.model.story.Working;
import press.stet.workflow.kept.KeptApproval;
import press.stet.workflow.kept.KeptApproved;
import press.stet.workflow.kept.KeptDeadline;
import press.stet.workflow.kept.KeptDraft;
import press.stet.workflow.kept.KeptInReview;
import press.stet.workflow.kept.KeptManuscript;
import press.stet.workflow.kept.KeptRequiredCheck;
import press.stet.workflow.kept.KeptScheduled;
import press.stet.workflow.kept.KeptSpiked;

/** What is in hand, as it is kept. */
final class WorkingForm {

    private WorkingForm() {}

    static @Nullable Object toKept(Working working) {
        return switch (working) {
            case Working.None _ -> null;
            case Working.Draft draft -> new KeptDraft(toKept(draft.manuscript()));
            case Working.InReview review ->
                new KeptInReview(
                        toKept(review.manuscript()),
                        toKept(review.approvals()),
                        checks(review.asked()),
                        review.since(),
                        toKept(review.deadline()));
            case Working.Approved ready -> new KeptApproved(toKept(ready.manuscript()), toKept(ready.approvals()));
            case Working.Scheduled waiting -> toKept(waiting);
            case Working.Spiked spiked -> new KeptSpiked(toKept(spiked.manuscript()));
        };
    }

    static Working working(@Nullable Object kept) {
        return switch (kept) {
            case null -> new Working.None();
            case KeptDraft draft -> new Working.Draft(manuscript(draft.getManuscript()));
            case KeptInReview review ->
                new Working.InReview(
                        manuscript(review.getManuscript()),
                        approvals(review.getApprovals()),
                        required(review.getAsked()),
                        review.getSince(),
                        deadline(review.getDeadline()));
            case KeptApproved ready ->
                new Working.Approved(manuscript(ready.getManuscript()), approvals(ready.getApprovals()));
            case KeptScheduled waiting -> scheduled(waiting);
            case KeptSpiked spiked -> new Working.Spiked(manuscript(spiked.getManuscript()));
            default -> throw new UnreadableState("nothing in hand is kept as " + kept.getClass());
        };
    }

    private static KeptScheduled toKept(Working.Scheduled waiting) {
        Schedule schedule = waiting.schedule();
        return new KeptScheduled(
                toKept(waiting.manuscript()),
                toKept(waiting.approvals()),
                schedule.command().toString(),
                schedule.by().account(),
                schedule.tool(),
                schedule.due(),
                schedule.zone().getId(),
                schedule.kind().name(),
                StoryForm.toKept(schedule.note()),
                schedule.together());
    }

    private static Working.Scheduled scheduled(KeptScheduled kept) {
        return new Working.Scheduled(
                manuscript(kept.getManuscript()),
                approvals(kept.getApprovals()),
                new Schedule(
                        CommandId.of(kept.getCommand()),
                        new Person(kept.getBy()),
                        kept.getTool(),
                        kept.getDue(),
                        ZoneId.of(kept.getZone()),
                        PublicationKind.valueOf(kept.getKind()),
                        StoryForm.toModel(kept.getNote()),
                        kept.getTogether()));
    }

    static KeptManuscript toKept(Manuscript manuscript) {
        Version descendsFrom = manuscript.descendsFrom();
        return new KeptManuscript(
                StampForm.toKept(manuscript.stamp()),
                manuscript.writer().account(),
                manuscript.at(),
                descendsFrom == null ? null : descendsFrom.number(),
                manuscript.behind().stream().map(BlockId::text).toList());
    }

    static Manuscript manuscript(KeptManuscript kept) {
        return new Manuscript(
                StampForm.toModel(kept.getStamp()),
                new Person(kept.getWriter()),
                kept.getAt(),
                StampForm.version(kept.getDescendsFrom()),
                kept.getBehind().stream().map(BlockId::new).toList());
    }

    static List<KeptApproval> toKept(Approvals approvals) {
        return approvals.given().stream()
                .map(given -> new KeptApproval(given.check().name(), given.by().account(), given.at(), given.waived()))
                .toList();
    }

    static Approvals approvals(List<KeptApproval> kept) {
        return new Approvals(kept.stream()
                .map(given -> new Approvals.Given(
                        new Check(given.getCheck()), new Person(given.getBy()), given.getAt(), given.getWaived()))
                .toList());
    }

    static List<KeptRequiredCheck> checks(List<RequiredCheck> required) {
        return required.stream()
                .map(each -> new KeptRequiredCheck(each.check().name(), each.quorum()))
                .toList();
    }

    static List<RequiredCheck> required(List<KeptRequiredCheck> kept) {
        return kept.stream()
                .map(each -> new RequiredCheck(new Check(each.getCheck()), each.getQuorum()))
                .toList();
    }

    static @Nullable KeptDeadline toKept(@Nullable Deadline deadline) {
        return deadline == null
                ? null
                : new KeptDeadline(
                        deadline.command().toString(),
                        deadline.by().account(),
                        deadline.tool(),
                        deadline.set(),
                        deadline.reminder(),
                        deadline.at(),
                        deadline.over());
    }

    static @Nullable Deadline deadline(@Nullable KeptDeadline kept) {
        return kept == null
                ? null
                : new Deadline(
                        CommandId.of(kept.getCommand()),
                        new Person(kept.getBy()),
                        kept.getTool(),
                        kept.getSet(),
                        kept.getReminder(),
                        kept.getAt(),
                        kept.getOver());
    }
}
