package press.stet.model.house;

/** What readers see of a live translation while it has not seen what its source says now. */
public enum WhileStale {
    /** The translation as it is. */
    KEEP,
    /** The translation, and that its source has changed since. */
    NOTICE,
    /** That it was withdrawn: it is published again when it has been brought up to date, or found right as it is. */
    WITHDRAW
}
