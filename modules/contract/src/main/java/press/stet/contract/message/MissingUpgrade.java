package press.stet.contract.message;

/**
 * A record says something that this build has no word for: a newer build wrote it. Its reader stops until it is upgraded and
 * skips nothing.
 */
public final class MissingUpgrade extends RuntimeException {

    private final String missing;

    MissingUpgrade(String missing) {
        super("a newer build wrote a record with " + missing
                + ", which this build does not know: upgrade the reader, it goes on from the same record");
        this.missing = missing;
    }

    /** What this build would have to know, such as {@code press.stet.wire.EmbargoSet}. */
    public String missing() {
        return missing;
    }
}
