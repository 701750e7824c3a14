package press.stet.contract.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.house.Check;

/**
 * Makes any value of the model from a seed, by the components of its records and the types that its sealed types permit: so a
 * new command or event is made without a word here. What a record's constructor refuses is made again.
 */
public final class Generated {

    private static final int ATTEMPTS = 1_000;

    private final Random random;
    private final Map<Class<?>, Supplier<Object>> words = new HashMap<>();

    public Generated(long seed) {
        random = new Random(seed);
        words.put(String.class, this::text);
        words.put(int.class, () -> random.nextInt(1, 10_000));
        words.put(long.class, () -> random.nextLong(1, 1L << 40));
        words.put(boolean.class, random::nextBoolean);
        words.put(Instant.class, () -> Instant.ofEpochMilli(random.nextLong(1L << 42)));
        words.put(ZoneId.class, () -> ZoneId.of(one("Asia/Almaty", "+05:00", "Z", "America/St_Johns")));
        words.put(URI.class, () -> URI.create("https://pictures.example/" + random.nextInt() + ".jpg"));
        words.put(StoryId.class, () -> new StoryId(uuid()));
        words.put(CommandId.class, () -> new CommandId(uuid()));
        words.put(Digest.class, () -> Digest.of("c1", text().getBytes(UTF_8)));
        words.put(Duration.class, () -> Duration.ofMillis(random.nextLong(1, 1_000_000_000)));
        words.put(Version.class, () -> new Version(random.nextInt(1, 1_000)));
        words.put(Language.class, () -> Language.of(one("en", "ar", "ru", "pt-BR", "uz-Cyrl", "zh-Hant-TW")));
        words.put(Person.class, () -> new Person(one("mira", "o.ivanov", "ليلى", "desk@night")));
        words.put(Site.class, () -> new Site(one("any", "world", "sport-24")));
        words.put(Section.class, () -> new Section(one("politics", "наука", "world-news")));
        words.put(Slug.class, () -> new Slug(one("a-bridge-opens", "мост-открыт", "جسر")));
        words.put(
                BlockId.class,
                () -> new BlockId(one("", "headline", "v1-" + random.nextInt(100), "p." + random.nextInt())));
        words.put(Check.class, () -> new Check(one("editor", "legal", "pictures")));
    }

    /** Any value of a record, an enum, or one of those a sealed type permits. */
    public <T> T any(Class<T> type) {
        return type.cast(value(type, type));
    }

    private Object value(Type generic, AnnotatedElement annotated) {
        if (annotated.isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
            return ABSENT;
        }
        if (generic instanceof ParameterizedType collection) {
            return collection(collection);
        }
        Class<?> type = (Class<?>) generic;
        Supplier<Object> word = words.get(type);
        if (word != null) {
            return word.get();
        }
        if (type.isEnum()) {
            return one(type.getEnumConstants());
        }
        return type.isSealed() ? any(one(type.getPermittedSubclasses())) : made(type);
    }

    private static final Object ABSENT = new Object();

    private Object collection(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        List<Object> values = IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> value(of[0], raw))
                .toList();
        if (raw == List.class) {
            return values;
        }
        if (raw == java.util.Set.class) {
            return new HashSet<>(values);
        }
        Map<Object, Object> map = new HashMap<>();
        values.forEach(key -> map.put(key, value(of[1], raw)));
        return map;
    }

    private Object made(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("how to make a " + record + "?");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return construct(record, components);
            } catch (InvocationTargetException refused) {
                if (!(refused.getCause() instanceof IllegalArgumentException)) {
                    throw new IllegalStateException(refused);
                }
            }
        }
        throw new IllegalStateException("no " + record + " in " + ATTEMPTS + " attempts");
    }

    private Object construct(Class<?> record, RecordComponent[] components) throws InvocationTargetException {
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getGenericType(), component.getAnnotatedType()))
                    .map(value -> value == ABSENT ? null : value)
                    .toArray());
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private UUID uuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() & ~(3L << 62)) | (2L << 62));
    }

    private String text() {
        return one(
                "",
                "A bridge opens",
                "Мост открыт",
                "افتتاح الجسر",
                "橋が開く 🌉",
                "*two*\n\nlines, \"quoted\" \\ and \u0000\t",
                Stream.generate(() -> "long ").limit(random.nextInt(50)).reduce("", String::concat));
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
