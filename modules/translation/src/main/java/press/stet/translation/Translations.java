package press.stet.translation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.Copy;

/**
 * Sends the commands of those who translate, and of those who ask them to. Each method sends one command for one person and waits for its outcome; what it may throw is said at
 * {@link CommandSender#send}. Safe for use by several threads.
 */
public final class Translations {

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
    public Translations(CommandSender sender, Person person, String tool, Duration timeout) {
        this.sender = sender;
        this.person = person;
        this.tool = tool;
        this.timeout = timeout;
    }

    /**
     * Asks for a translation.
     *
     * @param from the edition to translate, or null for the original
     * @param version the version to translate, or null for the live one, else the one in hand
     */
    public Answer request(StoryId story, Language into, @Nullable Language from, @Nullable Version version)
            throws InterruptedException {
        return send(story, new Command.RequestTranslation(into, from, version));
    }

    /**
     * Delivers a translation.
     *
     * @param from the edition it was made from, or null for the one handed out
     * @param version the version it was made from, or null for the one handed out
     * @param replaces the version of this edition that it replaces, or null where it replaces none
     */
    public Answer deliver(
            StoryId story, @Nullable Language from, @Nullable Version version, @Nullable Version replaces, Copy copy)
            throws InterruptedException {
        return send(story, new Command.DeliverTranslation(from, version, replaces, copy));
    }

    /**
     * Says who translates what was asked for.
     *
     * @param to who, or null for whoever takes it up
     * @param due when it is to be there, or null
     */
    public Answer assign(StoryId story, Language into, @Nullable Person to, @Nullable Instant due)
            throws InterruptedException {
        return send(story, new Command.AssignTranslation(into, to, due));
    }

    /**
     * Says that a translation is still right although its source has changed.
     *
     * @param source the version that readers of the source see, which this was decided on
     */
    public Answer confirm(StoryId story, Language language, Version source) throws InterruptedException {
        return send(story, new Command.ConfirmTranslation(language, source));
    }

    /** Ends a translation that was asked for and has not come. */
    public Answer cancel(StoryId story, Language into) throws InterruptedException {
        return send(story, new Command.CancelTranslation(into));
    }

    private Answer send(StoryId story, Command command) throws InterruptedException {
        return sender.send(new Dispatch(Ids.command(), story, person, tool, command), timeout);
    }
}
