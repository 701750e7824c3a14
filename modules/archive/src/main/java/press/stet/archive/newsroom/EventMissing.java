package press.stet.archive.newsroom;

import press.stet.model.StoryId;

/** An event came that does not follow the last one of its story: the log lost one, or another projection wrote here. */
public final class EventMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventMissing(StoryId story, long last, long sequence) {
        super("event " + sequence + " of story " + story + " does not follow event " + last
                + ": rebuild the newsroom view from the log, and look there for the event between them");
    }
}
