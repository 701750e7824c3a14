package press.stet.contract.sending;

import com.github.f4b6a3.uuid.UuidCreator;
import press.stet.model.CommandId;
import press.stet.model.StoryId;

/** Mints ids: UUIDs of version 7, by this machine's clock, never two alike. Safe for use by several threads. */
public final class Ids {

    private Ids() {}

    /** For a command that has not been sent yet; to send one again, keep its id. */
    public static CommandId command() {
        return new CommandId(UuidCreator.getTimeOrderedEpoch());
    }

    /** For a story that nobody has filed yet. */
    public static StoryId story() {
        return new StoryId(UuidCreator.getTimeOrderedEpoch());
    }
}
