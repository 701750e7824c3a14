package press.stet.contract.history;

import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;

/** What the verification of a story's history found. */
public sealed interface Verdict {

    /**
     * Every event is the one that the next was sealed onto. The last one has no next: whoever knows its digest from elsewhere
     * compares.
     *
     * @param last the digest of the last event; null where there is none
     */
    record Intact(long events, @Nullable Digest last) implements Verdict {}

    /**
     * The history was altered, at this place first.
     *
     * @param sequence where in the history, counted from 1
     * @param why which sequence or digest was expected, and which stands there
     */
    record Broken(long sequence, String why) implements Verdict {}
}
