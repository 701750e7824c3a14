package press.stet.model;

/**
 * Counts the copies of an edition; a version never changes.
 *
 * @param number 1, 2, 3 …
 */
public record Version(int number) implements Comparable<Version> {

    public static final Version FIRST = new Version(1);

    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("versions are counted from 1, got " + number);
        }
    }

    public Version next() {
        return new Version(number + 1);
    }

    @Override
    public int compareTo(Version other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
