package press.stet.workflow.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.story.Live;
import press.stet.workflow.kept.KeptCorrection;
import press.stet.workflow.kept.KeptKilled;
import press.stet.workflow.kept.KeptPublished;
import press.stet.workflow.kept.KeptWithdrawn;

/** What readers see, as it is kept. */
final class LiveForm {

    private LiveForm() {}

    static @Nullable Object toKept(Live live) {
        return switch (live) {
            case Live.Unpublished _ -> null;
            case Live.Published published ->
                new KeptPublished(
                        StampForm.toKept(published.stamp()),
                        published.number(),
                        published.publishedAt(),
                        published.updatedAt(),
                        toKept(published.corrections()),
                        EditionForm.accounts(published.contributors()),
                        published.stale(),
                        WorkingForm.toKept(published.approvals()),
                        WorkingForm.checks(published.owed()));
            case Live.Withdrawn withdrawn ->
                new KeptWithdrawn(
                        StampForm.toKept(withdrawn.stamp()),
                        withdrawn.number(),
                        withdrawn.publishedAt(),
                        toKept(withdrawn.corrections()),
                        EditionForm.accounts(withdrawn.contributors()),
                        StoryForm.toKept(withdrawn.notice()));
            case Live.Killed killed -> new KeptKilled(killed.number());
        };
    }

    static Live live(@Nullable Object kept) {
        return switch (kept) {
            case null -> new Live.Unpublished();
            case KeptPublished published ->
                new Live.Published(
                        StampForm.toModel(published.getStamp()),
                        published.getNumber(),
                        published.getPublishedAt(),
                        published.getUpdatedAt(),
                        corrections(published.getCorrections()),
                        EditionForm.people(published.getContributors()),
                        published.getStale(),
                        WorkingForm.approvals(published.getApprovals()),
                        WorkingForm.required(published.getOwed()));
            case KeptWithdrawn withdrawn ->
                new Live.Withdrawn(
                        StampForm.toModel(withdrawn.getStamp()),
                        withdrawn.getNumber(),
                        withdrawn.getPublishedAt(),
                        corrections(withdrawn.getCorrections()),
                        EditionForm.people(withdrawn.getContributors()),
                        StoryForm.toModel(withdrawn.getNotice()));
            case KeptKilled killed -> new Live.Killed(killed.getNumber());
            default -> throw new UnreadableState("nothing live is kept as " + kept.getClass());
        };
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
}
