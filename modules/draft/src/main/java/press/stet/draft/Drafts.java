package press.stet.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/**
 * Sends the commands of writers. Each method sends one command for one person and waits for its outcome; what it may throw is said at
 * {@link CommandSender#send}. Safe for use by several threads.
 */
public final class Drafts {

    private final CommandSender sender;
    private final Person person;
    private final String tool;
    private final Duration timeout;

    /**
     * Sends for this person.
     *
     * @param tool the program that sends, as histories will name it
     * @param timeout how long to wait for each outcome
     */
    public Drafts(CommandSender sender, Person person, String tool, Duration timeout) {
        this.sender = sender;
        this.person = person;
        this.tool = tool;
        this.timeout = timeout;
    }

    /** Starts a story. */
    public Answer file(StoryId story, Site site, Copy copy) throws InterruptedException {
        return send(story, new Command.FileStory(site, copy));
    }

    /**
     * Sends new copy of an edition.
     *
     * @param submit whether it goes into review at once
     * @param fromLive whether it was made from the live version while other work is in hand, which is set aside
     * @param overrules blocks that readers came to see changed while this was set aside, and that are to stand as they are here
     */
    public Answer revise(
            StoryId story, Version basedOn, Copy copy, boolean submit, boolean fromLive, List<BlockId> overrules)
            throws InterruptedException {
        return send(story, new Command.ReviseCopy(basedOn, copy, submit, fromLive, overrules));
    }

    /** Has work in hand again that was set aside. */
    public Answer takeUp(StoryId story, Language language, Version version) throws InterruptedException {
        return send(story, new Command.TakeUpDraft(language, version));
    }

    /**
     * Puts a version in review.
     *
     * @param due when it is to be judged, or null where the house rules say
     */
    public Answer submit(StoryId story, Language language, Version version, @Nullable Instant due)
            throws InterruptedException {
        return send(story, new Command.SubmitForReview(language, version, due));
    }

    /** Takes a version back out of review. */
    public Answer recall(StoryId story, Language language, Version version) throws InterruptedException {
        return send(story, new Command.RecallFromReview(language, version));
    }

    /** Begins a story anew in another language: a second original. */
    public Answer fileAnew(StoryId story, Copy copy) throws InterruptedException {
        return send(story, new Command.FileEdition(copy));
    }

    /** Drops the version in hand, or one that was set aside. */
    public Answer discard(StoryId story, Language language, Version version) throws InterruptedException {
        return send(story, new Command.DiscardDraft(language, version));
    }

    /** Drops a story that was never public, for this reason. */
    public Answer spike(StoryId story, String reason) throws InterruptedException {
        return send(story, new Command.SpikeStory(reason));
    }

    /** Takes a spiked story up again. */
    public Answer restore(StoryId story) throws InterruptedException {
        return send(story, new Command.RestoreStory());
    }

    /** Stops submission, approval and publication, for this reason. */
    public Answer hold(StoryId story, String reason) throws InterruptedException {
        return send(story, new Command.HoldStory(reason));
    }

    /** Ends a hold. */
    public Answer resume(StoryId story) throws InterruptedException {
        return send(story, new Command.ResumeStory());
    }

    /**
     * Says whose a story is.
     *
     * @param to whose, or null for nobody's
     * @param due when it is to be there, or null
     */
    public Answer assign(StoryId story, @Nullable Person to, @Nullable Instant due) throws InterruptedException {
        return send(story, new Command.AssignStory(to, due));
    }

    private Answer send(StoryId story, Command command) throws InterruptedException {
        return sender.send(new Dispatch(Ids.command(), story, person, tool, command), timeout);
    }
}
