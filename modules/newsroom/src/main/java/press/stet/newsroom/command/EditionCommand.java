package press.stet.newsroom.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.newsroom.command.StoryView.EditionView;
import tools.jackson.databind.JsonNode;

/** A command about one edition. Without a language it is the original; without a version, the one at hand. */
abstract class EditionCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(
            index = "0",
            paramLabel = "STORY",
            converter = StoryName.Reader.class,
            description = "STORY[/LANGUAGE][@N]")
    private @Nullable StoryName name;

    /**
     * An edition as somebody named it and the newsroom knows it.
     *
     * @param named the version named, or null where the one at hand is meant
     */
    record Named(
            StoryId story, EditionView edition, @Nullable Version named) {

        Language language() {
            return edition.language();
        }

        /** The version named, else the one at hand. */
        Version version() {
            Version version = named == null ? edition.version() : named;
            if (version == null) {
                throw new CannotBeDone("the " + language() + " edition has no version yet");
            }
            return version;
        }

        /** Of that version. */
        Digest digest(Session session) {
            Digest atHand = edition.digest();
            return atHand != null && version().equals(edition.version())
                    ? atHand
                    : new Digest(text(session).path("digest").asString());
        }

        /** The text of that version, with who sent it and when. */
        JsonNode text(Session session) {
            return session.view().get("/newsroom/stories/" + story + "/" + language() + "/copy?version=" + version());
        }
    }

    @Override
    public final Integer call() throws InterruptedException {
        try (Session session = common.open()) {
            StoryName given = DraftCommand.given(name);
            StoryView story = session.view().story(given.story());
            EditionView edition = story.edition(given.language());
            if (story.killed() && given.version() == null && edition.version() == null) {
                return session.tell(Report.ofKilled(story.id(), edition.language()));
            }
            return run(new Named(story.id(), edition, given.version()), session);
        }
    }

    /** Does it, and says the exit status. */
    abstract int run(Named at, Session session) throws InterruptedException;
}
