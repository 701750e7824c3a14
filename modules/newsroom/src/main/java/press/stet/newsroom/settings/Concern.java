package press.stet.newsroom.settings;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is set together, under one name: a record whose components are the keys, and whose Javadoc is their description.
 *
 * @param name before the keys, or empty for those that stand alone
 * @param usual the record of a newsroom that sets nothing
 */
record Concern<T extends Record>(String name, T usual) {

    /** The keys under this name, in the order of the record. */
    List<Key> keys() {
        return Arrays.stream(usual.getClass().getRecordComponents())
                .map(component -> Key.of(name, component, usually(component)))
                .toList();
    }

    /**
     * The record with everything in it that was given.
     *
     * @throws SettingsRefused if a value is not what its key takes
     */
    T read(Map<String, Given> given) {
        Object[] values = keys().stream().map(key -> value(key, given)).toArray();
        try {
            return canonical().newInstance(values);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof IllegalArgumentException nonsense) {
                throw new SettingsRefused(String.valueOf(nonsense.getMessage()));
            }
            throw new IllegalStateException(usual.getClass() + " cannot be made", failure);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(usual.getClass() + " cannot be made", broken);
        }
    }

    private static @Nullable Object value(Key key, Map<String, Given> given) {
        Given file = key.taken().isSecret() ? given.get(key.fileKey()) : null;
        Given text = given.get(key.name());
        if (file != null && text != null) {
            throw new SettingsRefused("both " + key.name() + " (" + text.where() + ") and " + key.fileKey() + " ("
                    + file.where() + ") are set; leave one of them out");
        }
        if (file != null) {
            return secretIn(key, file);
        }
        return text == null ? key.usual() : key.taken().read(key.name(), text);
    }

    private static Secret secretIn(Key key, Given file) {
        try {
            return new Secret(Files.readString(Path.of(file.text())).strip());
        } catch (IOException | RuntimeException unreadable) {
            throw new SettingsRefused(key.fileKey() + " must be a file that can be read, got '" + file.text() + "' ("
                    + file.where() + "): " + unreadable);
        }
    }

    private @Nullable Object usually(RecordComponent component) {
        try {
            return component.getAccessor().invoke(usual);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(component + " cannot be read", broken);
        }
    }

    @SuppressWarnings("unchecked") // the class of a T is a Class<T>
    private Constructor<T> canonical() throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(usual.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return (Constructor<T>) usual.getClass().getDeclaredConstructor(types);
    }
}
