package press.stet.archive.rebuild;

/** Is told how a rebuild goes on; called by the thread that rebuilds. */
public interface Watcher {

    /**
     * So far the log has been taken.
     *
     * @param done offsets that lie behind the rebuild, markers of transactions included
     * @param of how many there were to take when it was last looked; grows while the log does
     */
    void taken(long done, long of);

    /** What begins now, as a sentence. */
    void begins(String step);
}
