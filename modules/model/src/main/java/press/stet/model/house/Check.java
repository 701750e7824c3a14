package press.stet.model.house;

import java.util.regex.Pattern;

/**
 * A judgement that a version needs before publication, such as {@code editor} or {@code legal}.
 *
 * @param name 1 to 30 lower-case letters and hyphens
 */
public record Check(String name) implements Comparable<Check> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,29}");

    /** Asked of every version, whatever the house rules add. */
    public static final Check EDITOR = new Check("editor");

    public Check {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a check is named by 1 to 30 lower-case letters and hyphens, got '" + name + "'");
        }
    }

    @Override
    public int compareTo(Check other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
