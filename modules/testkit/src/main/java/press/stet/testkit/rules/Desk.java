package press.stet.testkit.rules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.edition.Snapshot;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;

/** A newsroom and the one story that a test is about. */
public record Desk(NewsroomInMemory newsroom, StoryId storyId) {

    /** A new newsroom, in which nothing was filed yet. */
    public static Desk open() {
        NewsroomInMemory newsroom = new NewsroomInMemory();
        return new Desk(newsroom, newsroom.newStory());
    }

    public Ruling send(Person actor, Ask ask) {
        return newsroom.send(actor, storyId, ask.of(newsroom, storyId));
    }

    /**
     * Sends what must not be refused.
     *
     * @throws AssertionError if it is
     */
    public Ruling.Accepted accepted(Person actor, Ask ask) {
        return switch (send(actor, ask)) {
            case Ruling.Accepted accepted -> accepted;
            case Ruling.Refused refused ->
                throw new AssertionError("what should have been accepted was refused: " + refused.refused());
        };
    }

    public Story story() {
        return Objects.requireNonNull(newsroom.story(storyId), "the story was filed");
    }

    public Edition edition(Language language) {
        return Objects.requireNonNull(story().edition(language), "the story has this edition");
    }

    /** The text of a version that is at hand. */
    public Copy text(Language language, int version) {
        Copy text = newsroom.text(storyId, new Source(language, new Version(version)));
        return Objects.requireNonNull(text, "the text is at hand");
    }

    /** What readers see of the edition, or null if they never saw it. */
    public @Nullable Snapshot latest(Language language) {
        return newsroom.latest(new EditionId(storyId, language));
    }

    /** What readers see of an edition that is live. */
    public Snapshot.Live live(Language language) {
        if (latest(language) instanceof Snapshot.Live live) {
            return live;
        }
        throw new AssertionError("readers do not see the story in " + language + " but " + latest(language));
    }
}
