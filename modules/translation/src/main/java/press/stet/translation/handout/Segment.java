package press.stet.translation.handout;

import org.jspecify.annotations.Nullable;

/**
 * One text of a block, beside its translation.
 *
 * @param id which: {@code text}, {@code speaker}, {@code alt}, {@code caption}, {@code credit}, {@code item-1} …
 * @param source empty where the source has nothing that it translates
 * @param target as it stands; empty where it is to be written
 * @param before what the source said when the target was written, where it says something else now
 * @param mayBeEmpty whether the translation need not say anything here
 */
public record Segment(
        String id,
        String source,
        String target,
        State state,
        @Nullable String before,
        boolean mayBeEmpty) {

    /** How far the translation has come. */
    public enum State {
        /** It stands, and its source is what it was. */
        FINAL,
        /** Its source has changed: what stands is a proposal. */
        CHANGED,
        /** Nothing stands. */
        NEW
    }

    static Segment unchanged(String id, String source, String target, boolean mayBeEmpty) {
        return new Segment(id, source, target, State.FINAL, null, mayBeEmpty);
    }

    static Segment fresh(String id, String source, boolean mayBeEmpty) {
        return new Segment(id, source, "", State.NEW, null, mayBeEmpty);
    }

    static Segment changed(String id, String source, String target, String before, boolean mayBeEmpty) {
        return new Segment(
                id,
                source,
                target,
                target.isEmpty() ? State.NEW : State.CHANGED,
                before.isEmpty() ? null : before,
                mayBeEmpty);
    }

    /** Whether a translator has something to do here before it can be delivered. */
    public boolean isToDo() {
        return state != State.FINAL && !mayBeEmpty;
    }
}
