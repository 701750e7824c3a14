package press.stet.model.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.house.RequiredCheck;

/**
 * The side of an edition that the newsroom works on. {@link None} becomes a {@link Draft} with new copy, a draft is put
 * {@link InReview}, what has every check is {@link Approved}, may be {@link Scheduled}, and what went out leaves {@link None} in hand. All but none
 * become {@link Spiked} with their story, and a draft again when it is restored.
 */
public sealed interface Working {

    /** What is in hand, or null. */
    @Nullable Manuscript manuscript();

    /** The same, with another manuscript of the same version; nothing in hand stays nothing. */
    default Working with(Manuscript same) {
        return switch (this) {
            case None none -> none;
            case Draft _ -> new Draft(same);
            case InReview review ->
                new InReview(same, review.approvals(), review.asked(), review.since(), review.deadline());
            case Approved ready -> new Approved(same, ready.approvals());
            case Scheduled waiting -> new Scheduled(same, waiting.approvals(), waiting.schedule());
            case Spiked _ -> new Spiked(same);
        };
    }

    /** Nothing is in hand. */
    record None() implements Working {
        @Override
        public @Nullable Manuscript manuscript() {
            return null;
        }
    }

    /** Being written. */
    record Draft(Manuscript manuscript) implements Working {
        InReview submitted(List<RequiredCheck> asked, Instant at, @Nullable Deadline deadline) {
            return new InReview(manuscript, Approvals.NONE, asked, at, deadline);
        }
    }

    /**
     * Waiting for its checks.
     *
     * @param asked what the house asked for when it was submitted
     * @param since when it was submitted
     * @param deadline when it is to be judged, or null
     */
    record InReview(
            Manuscript manuscript,
            Approvals approvals,
            List<RequiredCheck> asked,
            Instant since,
            @Nullable Deadline deadline)
            implements Working {
        public InReview {
            asked = List.copyOf(asked);
        }

        InReview given(Approvals.Given one) {
            return new InReview(manuscript, approvals.with(one), asked, since, deadline);
        }

        InReview with(Deadline next) {
            return new InReview(manuscript, approvals, asked, since, next);
        }

        Approved completed() {
            return new Approved(manuscript, approvals);
        }

        Draft returned() {
            return new Draft(manuscript);
        }
    }

    /** Fit to print in exactly this version; any new copy voids it. */
    record Approved(Manuscript manuscript, Approvals approvals) implements Working {
        Approved given(Approvals.Given one) {
            return new Approved(manuscript, approvals.with(one));
        }

        Draft returned() {
            return new Draft(manuscript);
        }
    }

    /** Approved, and to go out at a moment. However that ends, it is approved again first. */
    record Scheduled(Manuscript manuscript, Approvals approvals, Schedule schedule) implements Working {
        Scheduled given(Approvals.Given one) {
            return new Scheduled(manuscript, approvals.with(one), schedule);
        }

        public Approved ready() {
            return new Approved(manuscript, approvals);
        }
    }

    /** Dropped with its story. */
    record Spiked(Manuscript manuscript) implements Working {
        Draft restored() {
            return new Draft(manuscript);
        }
    }
}
