package press.stet.contract.sending;

import press.stet.model.StoryId;

/** Copy is larger than the newsroom takes. It was not sent. */
public final class CopyTooLarge extends RuntimeException {

    private final int size;

    CopyTooLarge(StoryId story, int size, int largest) {
        super("the copy for story " + story + " has " + size + " bytes in its canonical form and may have " + largest
                + ": shorten it, or make it two stories");
        this.size = size;
    }

    private CopyTooLarge(String message, int size, Throwable cause) {
        super(message, cause);
        this.size = size;
    }

    /** The copy itself may be small enough, and what its blocks render too much. */
    static CopyTooLarge asRecord(StoryId story, String topic, int size, int largest, Throwable cause) {
        return new CopyTooLarge(
                "the command for story " + story + " has " + size + " bytes, and a record of " + topic + " may have "
                        + largest + ": shorten the copy, or say of fewer blocks what they render",
                size,
                cause);
    }

    /** In bytes. */
    public int size() {
        return size;
    }
}
