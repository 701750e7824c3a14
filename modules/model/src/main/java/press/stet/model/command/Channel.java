package press.stet.model.command;

/** The way a command comes in: one topic each, so that the broker's access lists say who may send what. */
public enum Channel {
    DRAFTS,
    REVIEWS,
    TRANSLATIONS,
    PUBLICATIONS
}
