package press.stet.workflow.state;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.BlockId;
import press.stet.model.house.Check;
import press.stet.model.house.RequiredCheck;
import press.stet.model.story.Approvals;
import press.stet.model.story.Edition;
import press.stet.model.story.Job;
import press.stet.model.story.Live;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Schedule;
import press.stet.model.story.Stale;
import press.stet.model.story.Working;
import press.stet.workflow.kept.KeptApproval;
import press.stet.workflow.kept.KeptApproved;
import press.stet.workflow.kept.KeptCorrection;
import press.stet.workflow.kept.KeptDraft;
import press.stet.workflow.kept.KeptEdition;
import press.stet.workflow.kept.KeptInReview;
import press.stet.workflow.kept.KeptJob;
import press.stet.workflow.kept.KeptKilled;
import press.stet.workflow.kept.KeptManuscript;
import press.stet.workflow.kept.KeptPublished;
import press.stet.workflow.kept.KeptRequiredCheck;
import press.stet.workflow.kept.KeptScheduled;
import press.stet.workflow.kept.KeptSpiked;
import press.stet.workflow.kept.KeptStale;
import press.stet.workflow.kept.KeptWithdrawn;

/** Editions as they are kept. */
final class EditionForm {

    private EditionForm() {}

    static KeptEdition toKept(Edition edition) {
        return new KeptEdition(
                edition.versions(),
                toKept(edition.working()),
                toKept(edition.live()),
                toKept(edition.job()),
                toKept(edition.stale()),
                accounts(edition.contributors()),
                edition.approved().stream().map(Version::number).toList());
    }

    static Edition toModel(Language language, KeptEdition kept) {
        return new Edition(
                language,
                kept.getVersions(),
                working(kept.getWorking()),
                live(kept.getLive()),
                job(kept.getJob()),
                stale(kept.getStale()),
                people(kept.getContributors()),
                kept.getApproved().stream().map(Version::new).toList());
    }

    private static @Nullable Object toKept(Working working) {
        return switch (working) {
            case Working.None _ -> null;
            case Working.Draft draft -> new KeptDraft(toKept(draft.manuscript()));
            case Working.InReview review ->
                new KeptInReview(
                        toKept(review.manuscript()),
                        toKept(review.approvals()),
                        review.asked().stream()
                                .map(each -> new KeptRequiredCheck(each.check().name(), each.quorum()))
                                .toList(),
                        review.since());
            case Working.Approved ready -> new KeptApproved(toKept(ready.manuscript()), toKept(ready.approvals()));
            case Working.Scheduled waiting -> toKept(waiting);
            case Working.Spiked spiked -> new KeptSpiked(toKept(spiked.manuscript()));
        };
    }

    private static Working working(@Nullable Object kept) {
        return switch (kept) {
            case null -> new Working.None();
            case KeptDraft draft -> new Working.Draft(manuscript(draft.getManuscript()));
            case KeptInReview review ->
                new Working.InReview(
                        manuscript(review.getManuscript()),
                        approvals(review.getApprovals()),
                        review.getAsked().stream()
                                .map(each -> new RequiredCheck(new Check(each.getCheck()), each.getQuorum()))
                                .toList(),
                        review.getSince());
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

    private static @Nullable Object toKept(Live live) {
        return switch (live) {
            case Live.Unpublished _ -> null;
            case Live.Published published ->
                new KeptPublished(
                        StampForm.toKept(published.stamp()),
                        published.number(),
                        published.publishedAt(),
                        published.updatedAt(),
                        toKept(published.corrections()),
                        accounts(published.contributors()),
                        published.stale());
            case Live.Withdrawn withdrawn ->
                new KeptWithdrawn(
                        StampForm.toKept(withdrawn.stamp()),
                        withdrawn.number(),
                        withdrawn.publishedAt(),
                        toKept(withdrawn.corrections()),
                        accounts(withdrawn.contributors()),
                        StoryForm.toKept(withdrawn.notice()));
            case Live.Killed killed -> new KeptKilled(killed.number());
        };
    }

    private static Live live(@Nullable Object kept) {
        return switch (kept) {
            case null -> new Live.Unpublished();
            case KeptPublished published ->
                new Live.Published(
                        StampForm.toModel(published.getStamp()),
                        published.getNumber(),
                        published.getPublishedAt(),
                        published.getUpdatedAt(),
                        corrections(published.getCorrections()),
                        people(published.getContributors()),
                        published.getStale());
            case KeptWithdrawn withdrawn ->
                new Live.Withdrawn(
                        StampForm.toModel(withdrawn.getStamp()),
                        withdrawn.getNumber(),
                        withdrawn.getPublishedAt(),
                        corrections(withdrawn.getCorrections()),
                        people(withdrawn.getContributors()),
                        StoryForm.toModel(withdrawn.getNotice()));
            case KeptKilled killed -> new Live.Killed(killed.getNumber());
            default -> throw new UnreadableState("nothing live is kept as " + kept.getClass());
        };
    }

    private static KeptManuscript toKept(Manuscript manuscript) {
        Version descendsFrom = manuscript.descendsFrom();
        return new KeptManuscript(
                StampForm.toKept(manuscript.stamp()),
                manuscript.writer().account(),
                manuscript.at(),
                descendsFrom == null ? null : descendsFrom.number());
    }

    private static Manuscript manuscript(KeptManuscript kept) {
        return new Manuscript(
                StampForm.toModel(kept.getStamp()),
                new Person(kept.getWriter()),
                kept.getAt(),
                StampForm.version(kept.getDescendsFrom()));
    }

    private static List<KeptApproval> toKept(Approvals approvals) {
        return approvals.given().stream()
                .map(given -> new KeptApproval(given.check().name(), given.by().account(), given.at()))
                .toList();
    }

    private static Approvals approvals(List<KeptApproval> kept) {
        return new Approvals(kept.stream()
                .map(given ->
                        new Approvals.Given(new Check(given.getCheck()), new Person(given.getBy()), given.getAt()))
                .toList());
    }

    private static List<KeptCorrection> toKept(List<Live.Corrected> corrections) {
        return corrections.stream()
                .map(each -> new KeptCorrection(each.at(), StoryForm.toKept(each.note())))
                .toList();
    }

    private static List<Live.Corrected> corrections(List<KeptCorrection> kept) {
        return kept.stream()
                .map(each -> new Live.Corrected(each.getAt(), StoryForm.toModel(each.getNote())))
                .toList();
    }

    private static @Nullable KeptJob toKept(@Nullable Job job) {
        return job == null
                ? null
                : new KeptJob(
                        StampForm.toKept(job.source()),
                        job.requestedBy().account(),
                        job.at(),
                        job.to() == null ? null : job.to().account(),
                        job.due(),
                        texts(job.blocks()));
    }

    private static @Nullable Job job(@Nullable KeptJob kept) {
        return kept == null
                ? null
                : new Job(
                        StampForm.toModel(kept.getSource()),
                        new Person(kept.getRequestedBy()),
                        kept.getAt(),
                        kept.getTo() == null ? null : new Person(kept.getTo()),
                        kept.getDue(),
                        blocks(kept.getBlocks()));
    }

    private static @Nullable KeptStale toKept(@Nullable Stale stale) {
        return stale == null
                ? null
                : new KeptStale(StampForm.toKept(stale.source()), texts(stale.blocks()), texts(stale.beyond()));
    }

    private static @Nullable Stale stale(@Nullable KeptStale kept) {
        return kept == null
                ? null
                : new Stale(StampForm.toModel(kept.getSource()), blocks(kept.getBlocks()), blocks(kept.getBeyond()));
    }

    private static List<String> texts(List<BlockId> blocks) {
        return blocks.stream().map(BlockId::text).toList();
    }

    private static List<BlockId> blocks(List<String> texts) {
        return texts.stream().map(BlockId::new).toList();
    }

    /** In the order of their names, so that the same edition has the same bytes. */
    private static List<String> accounts(Set<Person> people) {
        return people.stream().map(Person::account).sorted().toList();
    }

    private static Set<Person> people(List<String> accounts) {
        Set<Person> people = new HashSet<>();
        accounts.forEach(account -> people.add(new Person(account)));
        return people;
    }
}
