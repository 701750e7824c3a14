package press.stet.newsroom.command;

/** What a shell learns of a command. These numbers are public. */
final class ExitStatus {

    /** Accepted, or shown. */
    static final int DONE = 0;

    /** Could not be done: the newsroom does not run, a file cannot be read, an outcome is not known. */
    static final int FAILED = 1;

    /** Not a command that there is, or not enough said. */
    static final int USAGE = 2;

    /** Refused by a rule of the newsroom. */
    static final int REFUSED = 3;

    private ExitStatus() {}
}
