package press.stet.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import press.stet.model.command.PublicationKind;
import press.stet.model.house.Notice;

/**
 * Sends the commands of those who decide what readers see. Each method sends one command for one person and waits for its outcome; what it may throw is said at
 * {@link CommandSender#send}. Safe for use by several threads.
 */
public final class Publications {

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
    public Publications(CommandSender sender, Person person, String tool, Duration timeout) {
        this.sender = sender;
        this.person = person;
        this.tool = tool;
        this.timeout = timeout;
    }

    /** Shows an approved version to readers, in exactly this digest. */
    public Answer publish(
            StoryId story, Language language, Version version, Digest digest, PublicationKind kind, Notice note)
            throws InterruptedException {
        return send(story, new Command.PublishVersion(language, version, digest, kind, note));
    }

    /**
     * Has an approved version shown to readers at a moment, in the place of what was scheduled before.
     *
     * @param zone the time zone that the moment was given in
     */
    public Answer schedule(
            StoryId story,
            Language language,
            Version version,
            Digest digest,
            Instant due,
            ZoneId zone,
            PublicationKind kind,
            Notice note)
            throws InterruptedException {
        return send(story, new Command.SchedulePublication(language, version, digest, due, zone, kind, note));
    }

    /** Has what was scheduled not go out. */
    public Answer unschedule(StoryId story, Language language) throws InterruptedException {
        return send(story, new Command.CancelSchedule(language));
    }

    /**
     * Takes an edition from the public.
     *
     * @param number what readers were shown when this was decided
     */
    public Answer withdraw(StoryId story, Language language, int number, Notice notice) throws InterruptedException {
        return send(story, new Command.WithdrawEdition(language, number, notice));
    }

    /** Recalls the story in every language, for good. */
    public Answer kill(StoryId story, Notice notice) throws InterruptedException {
        return send(story, new Command.KillStory(notice));
    }

    /**
     * Keeps a story from the public, in every language.
     *
     * @param until before this moment, or null until it is lifted
     */
    public Answer embargo(StoryId story, @Nullable Instant until) throws InterruptedException {
        return send(story, new Command.SetEmbargo(until));
    }

    /** Ends an embargo. Nothing is published by that. */
    public Answer liftEmbargo(StoryId story) throws InterruptedException {
        return send(story, new Command.LiftEmbargo());
    }

    /** Gives those who take what readers see the same once more. */
    public Answer resend(StoryId story, Language language) throws InterruptedException {
        return send(story, new Command.ResendEdition(language));
    }

    private Answer send(StoryId story, Command command) throws InterruptedException {
        return sender.send(new Dispatch(Ids.command(), story, person, tool, command), timeout);
    }
}
