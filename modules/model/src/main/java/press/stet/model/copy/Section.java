package press.stet.model.copy;

import java.util.regex.Pattern;

/**
 * Where in the paper a story stands; the house rules hold its name per language.
 *
 * @param key 1 to 60 lower-case letters, digits and hyphens
 */
public record Section(String key) implements Comparable<Section> {

    private static final Pattern KEY = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{M}\\p{N}-]{0,59}");

    public Section {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "a section is a key of 1 to 60 lower-case letters, digits and hyphens, got '" + key + "'");
        }
    }

    @Override
    public int compareTo(Section other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }
}
