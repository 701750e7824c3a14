package press.stet.model.ruling;

import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Working;

/** Tells people what an edition is at the moment. */
final class States {

    private States() {}

    static String told(Edition edition) {
        return working(edition.working()) + " and " + live(edition.live());
    }

    private static String working(Working working) {
        return switch (working) {
            case Working.None _ -> "has nothing in hand";
            case Working.Draft draft -> "has version " + draft.manuscript().version() + " in draft";
            case Working.InReview review -> "has version " + review.manuscript().version() + " in review";
            case Working.Approved ready -> "has version " + ready.manuscript().version() + " approved";
            case Working.Scheduled waiting ->
                "has version " + waiting.manuscript().version() + " scheduled for "
                        + waiting.schedule().due();
            case Working.Spiked spiked -> "has version " + spiked.manuscript().version() + " spiked";
        };
    }

    private static String live(Live live) {
        return switch (live) {
            case Live.Unpublished _ -> "was never published";
            case Live.Published published -> "is live in version " + published.version();
            case Live.Withdrawn _ -> "is withdrawn";
            case Live.Killed _ -> "is killed";
        };
    }
}
