package press.stet.review;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.house.Check;

/**
 * Sends the commands of those who judge. Each method sends one command for one person and waits for its outcome; what it may throw is said at
 * {@link CommandSender#send}. Safe for use by several threads.
 */
public final class Reviews {

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
    public Reviews(CommandSender sender, Person person, String tool, Duration timeout) {
        this.sender = sender;
        this.person = person;
        this.tool = tool;
        this.timeout = timeout;
    }

    /** Gives a check to a version, in exactly this digest. */
    public Answer approve(StoryId story, Language language, Version version, Digest digest, Check check)
            throws InterruptedException {
        return send(story, new Command.ApproveVersion(language, version, digest, check));
    }

    /**
     * Sends a version back to its writer.
     *
     * @param remarks on its blocks; each becomes a note that is resolved before anything is approved
     * @throws IllegalArgumentException if a note says nothing, or is longer than the newsroom takes; nothing was sent
     */
    public Answer requestChanges(
            StoryId story, Language language, Version version, Check check, String note, List<Command.Remark> remarks)
            throws InterruptedException {
        return send(story, new Command.RequestChanges(language, version, check, note, remarks));
    }

    /**
     * Says who sees to a check.
     *
     * @param from who sees to it no more, or null
     * @param to who does, or null
     */
    public Answer claim(StoryId story, Language language, Check check, @Nullable Person from, @Nullable Person to)
            throws InterruptedException {
        return send(story, new Command.ClaimReview(language, check, from, to));
    }

    /**
     * Adds a note to a version.
     *
     * @param blocking whether nothing is approved or published before it is resolved
     */
    public Answer note(StoryId story, Language language, Version version, Command.Remark remark, boolean blocking)
            throws InterruptedException {
        return send(story, new Command.AddNote(language, version, remark, blocking));
    }

    /** Answers a note, which stays open. */
    public Answer answer(StoryId story, Language language, int note, String text) throws InterruptedException {
        return send(story, new Command.AnswerNote(language, note, text));
    }

    /** Says that a note has done its work. */
    public Answer resolve(StoryId story, Language language, int note) throws InterruptedException {
        return send(story, new Command.ResolveNote(language, note));
    }

    /** Leaves a check out for once, for this reason; it is owed once readers see the version. */
    public Answer waive(StoryId story, Language language, Version version, Digest digest, Check check, String reason)
            throws InterruptedException {
        return send(story, new Command.WaiveCheck(language, version, digest, check, reason));
    }

    private Answer send(StoryId story, Command command) throws InterruptedException {
        return sender.send(new Dispatch(Ids.command(), story, person, tool, command), timeout);
    }
}
