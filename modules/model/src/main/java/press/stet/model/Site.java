package press.stet.model;

import java.util.regex.Pattern;

/**
 * A publication of the house, with house rules of its own.
 *
 * @param key 1 to 40 lower-case letters, digits and hyphens
 */
public record Site(String key) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** The house rules under this key hold for every site that has none of its own. */
    public static final Site ANY = new Site("any");

    public Site {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "a site is named by 1 to 40 lower-case letters, digits and hyphens, got '" + key + "'");
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
