package press.stet.bench;

/** Something that is measured by itself, in a run that others are measured in before and after. */
public interface Bench {

    /** What it is called on the command line and in the results: one lower-case word, or two with a hyphen. */
    String name();

    /** What it measures, in a line. */
    String measures();

    /**
     * Measures it, and hands in what it found. Whatever it starts has stopped when this returns.
     *
     * @throws Exception if it could not be measured; what was handed in before stands
     */
    void run(Run run) throws Exception;
}
