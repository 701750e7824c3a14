package press.stet.ops.deadletter;

/** Where a dead letter stands among the dead letters, which is how it is named. */
public record LetterId(int partition, long offset) {

    /**
     * Reads {@code partition/offset}.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static LetterId of(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash > 0) {
                LetterId id = new LetterId(
                        Integer.parseInt(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
                if (id.toString().equals(text)) {
                    return id;
                }
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "a dead letter is named by partition/offset, such as 2/17, not '" + text + "'");
    }

    @Override
    public String toString() {
        return partition + "/" + offset;
    }
}
