package press.stet.testkit.walk;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Source;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;

/**
 * What of a story decides how commands on it are ruled on: two stories of one shape differ in nothing but names. Versions, digests
 * and blocks are named in the order in which they are met; moments that have passed are all one, those to come are told apart by
 * their order; what only counts, or is only told, is left out. Read from whatever the records of a story hold, so that what they
 * get more tells stories apart too.
 */
final class Shape {

    /** What decides nothing: it counts, or it is told to people and to readers. */
    private static final Set<String> LEFT_OUT = Set.of(
            "Story.id",
            "Story.sequence",
            "Story.assigned",
            "Edition.versions",
            "Edition.approved",
            "Stamp.basedOn",
            "Manuscript.writer",
            "Published.number",
            "Published.corrections",
            "Withdrawn.number",
            "Withdrawn.corrections",
            "Killed.number",
            "Schedule.command",
            "Hold.by",
            "Embargo.by",
            "Job.requestedBy");

    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private final Instant now;
    private final List<Object> tokens = new ArrayList<>();
    private final Map<Object, String> names = new HashMap<>();
    private @Nullable Language language;

    private Shape(Instant now) {
        this.now = now;
    }

    /** The shape of a story at a moment, or of none, as an id. */
    static UUID of(@Nullable Story story, Instant now) {
        Shape shape = new Shape(now);
        shape.tell(story);
        if (story != null) {
            story.editions().values().forEach(shape::approved);
        }
        return UUID.nameUUIDFromBytes(shape.text().getBytes(StandardCharsets.UTF_8));
    }

    private void tell(@Nullable Object part) {
        switch (part) {
            case null -> tokens.add("-");
            case Instant at -> tokens.add(at.isAfter(now) ? at : "past");
            case Version version -> tokens.add(name(version));
            case Digest digest -> tokens.add(name(digest));
            case BlockId block -> tokens.add(name(block));
            case Source source -> {
                Language here = language;
                language = source.language();
                tokens.add(source.language());
                tell(source.version());
                language = here;
            }
            case Edition edition -> {
                language = edition.language();
                components(edition);
            }
            case Record record -> components(record);
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    tell(key);
                    tell(value);
                });
            case List<?> list -> each(list);
            case Collection<?> set ->
                tokens.add(set.stream().map(Object::toString).sorted().toList());
            default -> tokens.add(part);
        }
    }

    private void each(List<?> list) {
        tokens.add("[");
        list.forEach(this::tell);
        tokens.add("]");
    }

    private void components(Record record) {
        tokens.add(record.getClass().getSimpleName());
        for (RecordComponent component : COMPONENTS.computeIfAbsent(record.getClass(), Shape::deciding)) {
            try {
                tell(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException failed) {
                throw new IllegalStateException(component + " cannot be read", failed);
            }
        }
    }

    private static List<RecordComponent> deciding(Class<?> record) {
        List<RecordComponent> deciding = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (!LEFT_OUT.contains(record.getSimpleName() + "." + component.getName())) {
                component.getAccessor().setAccessible(true);
                deciding.add(component);
            }
        }
        return deciding;
    }

    private String name(Object one) {
        Object known = one instanceof Version ? one + " in " + language : one;
        return names.computeIfAbsent(known, _ -> "#" + names.size());
    }

    /** Of the versions that were approved, those that somebody can still come back to. */
    private void approved(Edition edition) {
        language = edition.language();
        edition.approved().stream()
                .map(version -> names.get(version + " in " + language))
                .filter(Objects::nonNull)
                .sorted()
                .forEach(tokens::add);
        tokens.add(";");
    }

    private String text() {
        TreeSet<Instant> toCome = new TreeSet<>();
        tokens.forEach(token -> {
            if (token instanceof Instant at) {
                toCome.add(at);
            }
        });
        List<Instant> ranks = List.copyOf(toCome);
        StringBuilder text = new StringBuilder();
        for (Object token : tokens) {
            text.append(token instanceof Instant at ? "+" + ranks.indexOf(at) : token)
                    .append(' ');
        }
        return text.toString();
    }
}
