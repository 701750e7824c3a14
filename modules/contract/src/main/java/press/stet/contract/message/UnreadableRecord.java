package press.stet.contract.message;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record are not what its topic carries, and never will be: trying again is of no use. A command goes to the
 * dead letters, anything else stops its reader.
 */
public final class UnreadableRecord extends RuntimeException {

    private final String topic;

    UnreadableRecord(String topic, String why, @Nullable Throwable cause) {
        super("a record of " + topic + " cannot be read: " + why, cause);
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }
}
