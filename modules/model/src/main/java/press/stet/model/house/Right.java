package press.stet.model.house;

import java.util.Locale;

/** What a role may do. Giving a check is granted apart, check by check. */
public enum Right {
    /** File a story. */
    FILE,
    /** Send new copy of an original. */
    REVISE,
    /** Send new copy of a translation. */
    REVISE_TRANSLATION,
    /** Drop a story that was never public, and take it up again. */
    SPIKE,
    /** Hold a story, and resume it. */
    HOLD,
    /** Say whose a story is, and who sees to a check in the place of another. */
    ASSIGN,
    /** Put an original in review. */
    SUBMIT,
    /** Put a translation in review. */
    SUBMIT_TRANSLATION,
    /** Take an original back out of review. */
    RECALL,
    /** Take a translation back out of review. */
    RECALL_TRANSLATION,
    /** Send a version back to its writer. */
    REQUEST_CHANGES,
    /** Leave a check out for once; it is owed after publication. */
    WAIVE,
    /** Ask for a translation. */
    REQUEST_TRANSLATION,
    /** Deliver a translation, asked for or not. */
    DELIVER,
    /** Publish an edition for the first time, or an update. */
    PUBLISH,
    /** Call an update minor, so that the readers' date stays. */
    MINOR,
    /** Publish a correction. */
    CORRECT,
    /** Set and lift an embargo. */
    EMBARGO,
    /** Take an edition from the public. */
    WITHDRAW,
    /** Recall a story in every language, for good. */
    KILL;

    /** As house files and refusals write it: {@code request-changes}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
