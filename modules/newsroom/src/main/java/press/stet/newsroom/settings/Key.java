package press.stet.newsroom.settings;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set.
 *
 * @param name such as {@code workflow.commit-interval}
 * @param component of the record that its value ends up in
 * @param usual its value where nobody gives one; null where it then has none
 */
record Key(String name, RecordComponent component, @Nullable Object usual) {

    /** Behind the name of a key for a secret: the file that holds it. */
    private static final String IN_A_FILE = "-file";

    static Key of(String concern, RecordComponent component, @Nullable Object usual) {
        String word = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return new Key(concern.isEmpty() ? word : concern + "." + word, component, usual);
    }

    Taken<?> taken() {
        return Taken.of(component.getType());
    }

    /** The key whose value is a file that holds this secret. */
    String fileKey() {
        return name + IN_A_FILE;
    }

    /** The key that stands for the same secret: it in a file, or it itself. */
    static String twin(String key) {
        return key.endsWith(IN_A_FILE) ? key.substring(0, key.length() - IN_A_FILE.length()) : key + IN_A_FILE;
    }

    /** The variable of the environment that sets a key. */
    static String variable(String key) {
        return "STET_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
