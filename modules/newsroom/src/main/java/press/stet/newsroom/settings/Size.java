package press.stet.newsroom.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory. */
record Size(long bytes) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})\\s*(KiB|MiB|GiB)?");

    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /**
     * Reads a number of bytes, or one of KiB, MiB or GiB.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Size parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException();
        }
        long unit = switch (written.group(2)) {
            case null -> 1;
            case "KiB" -> KIB;
            case "MiB" -> MIB;
            default -> GIB;
        };
        return new Size(Long.parseLong(written.group(1)) * unit);
    }

    @Override
    public String toString() {
        return bytes % MIB == 0 ? bytes / MIB + "MiB" : Long.toString(bytes);
    }
}
