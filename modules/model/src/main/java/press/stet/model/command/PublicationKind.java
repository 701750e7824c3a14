package press.stet.model.command;

/** What a new number of an edition is to its readers. */
public enum PublicationKind {
    /** The edition becomes public, or public again after a withdrawal. */
    FIRST,
    /** A live edition says more, or something else. */
    UPDATE,
    /** A live edition was wrong; readers see a note. */
    CORRECTION,
    /** Spelling and the like: the readers' date stays. */
    MINOR
}
