package press.stet.model.story;

import press.stet.model.StoryId;

/** A history that no newsroom can have had: an event is missing, doubled, or happened to something that was not there. */
public final class BrokenHistory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenHistory(StoryId story, long sequence, String what) {
        super("story " + story + " cannot be replayed at event " + sequence + ": " + what);
    }
}
