package press.stet.site;

import java.util.List;
import press.stet.archive.published.Page;
import press.stet.model.edition.Snapshot;

/**
 * What the page says of an edition that readers may see no longer.
 *
 * @param otherLanguages in which the story can still be read
 */
record GoneView(String title, String notice, Times.Written since, List<StoryView.Sibling> otherLanguages) {

    static GoneView of(Page.Gone page, Words words, Times times) {
        Snapshot snapshot = page.snapshot();
        return new GoneView(
                words.say(kind(snapshot)),
                notice(snapshot),
                times.full(snapshot.at()),
                StoryView.Sibling.besides(snapshot.language(), page.languages()));
    }

    /** {@code withdrawn} or {@code killed}. */
    static String kind(Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.Withdrawn _ -> "withdrawn";
            case Snapshot.Killed _ -> "killed";
            case Snapshot.Live live -> throw notGone(live);
        };
    }

    /** What readers are told. */
    static String notice(Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.Withdrawn withdrawn -> withdrawn.notice();
            case Snapshot.Killed killed -> killed.notice();
            case Snapshot.Live live -> throw notGone(live);
        };
    }

    private static IllegalStateException notGone(Snapshot.Live live) {
        return new IllegalStateException("the store calls edition " + live.edition() + " gone, and holds it as live");
    }
}
