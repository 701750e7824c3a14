package press.stet.model.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Person;
import press.stet.model.event.Entry;

/**
 * When a review or a translation is to be done. It forces nothing: people are reminded before it, and told once it is over. It
 * stands still while its story is held.
 *
 * @param command that set it
 * @param by who did
 * @param tool by which program
 * @param set when
 * @param reminder when people are to be reminded; null where they are not, or were
 * @param at the moment itself
 * @param over whether people were told that the moment is gone, so that nothing more is told of it
 */
public record Deadline(
        CommandId command,
        Person by,
        String tool,
        Instant set,
        @Nullable Instant reminder,
        Instant at,
        boolean over) {

    static @Nullable Deadline of(@Nullable Instant reminder, @Nullable Instant at, Entry entry) {
        return at == null
                ? null
                : new Deadline(entry.cause(), entry.actor(), entry.tool(), entry.at(), reminder, at, false);
    }

    /** What is told next, or null. */
    @Nullable Instant next() {
        if (over) {
            return null;
        }
        return reminder == null ? at : reminder;
    }

    Deadline reminded() {
        return new Deadline(command, by, tool, set, null, at, over);
    }

    Deadline told() {
        return new Deadline(command, by, tool, set, null, at, true);
    }

    /** After a hold, later by as long as it has stood still; set anew by whoever ended the hold. */
    Deadline after(Hold hold, Entry resumed) {
        if (over) {
            return this;
        }
        Duration still = Duration.between(hold.at().isAfter(set) ? hold.at() : set, resumed.at());
        return new Deadline(
                resumed.cause(),
                resumed.actor(),
                resumed.tool(),
                resumed.at(),
                reminder == null ? null : reminder.plus(still),
                at.plus(still),
                false);
    }
}
