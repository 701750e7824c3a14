package press.stet.ops.tail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.Origin;
import press.stet.model.CommandId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;

/**
 * A record of the log, in short. It has nothing of the record's headers, where tokens stand.
 *
 * @param place where it stands
 * @param at its time
 * @param type what is asked or happened, such as {@code ReviseCopy}; of a refusal, what was refused
 * @param story whose, or null where it is about none, or does not say
 * @param language null where it is about the whole story or about none
 * @param actor who asked, or whose doing it is; null where it is nobody's, or it cannot be read
 * @param tool null like the actor
 * @param command the id of the command that it is or follows from; null where it does not say
 * @param says a sentence; whoever sent the record may have put anything in it
 * @param whole all that it says, as JSON; null where it cannot be read or says nothing
 */
public record Seen(
        Origin place,
        Instant at,
        String type,
        @Nullable StoryId story,
        @Nullable Language language,
        @Nullable Person actor,
        @Nullable String tool,
        @Nullable CommandId command,
        String says,
        @Nullable String whole) {}
