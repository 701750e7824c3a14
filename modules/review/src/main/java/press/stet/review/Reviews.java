package press.stet.review;

import java.time.Duration;
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
     * @throws IllegalArgumentException if the note says nothing, or is longer than the newsroom takes; nothing was sent
     */
    public Answer requestChanges(StoryId story, Language language, Version version, Check check, String note)
            throws InterruptedException {
        return send(story, new Command.RequestChanges(language, version, check, note));
    }

    private Answer send(StoryId story, Command command) throws InterruptedException {
        return sender.send(new Dispatch(Ids.command(), story, person, tool, command), timeout);
    }
}
