package press.stet.newsroom.embedded;

/**
 * Whoever is told, one line of text at a time, how far the parts of a newsroom are; called from several threads at
 * once.
 */
@FunctionalInterface
public interface Progress {

    /**
     * Takes one line such as {@code Kafka is ready in 1.8 s on 127.0.0.1:39011}.
     *
     * @param line without a line break
     */
    void tell(String line);

    /** Tells nobody. */
    static Progress untold() {
        return _ -> {};
    }
}
