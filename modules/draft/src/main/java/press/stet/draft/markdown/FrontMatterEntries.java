package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML of front matter event by event: keys with a text or a list of texts, and nothing else. So nothing in it can
 * grow (anchors and aliases are refused), run deep, or become a number or a date that it was not written as.
 */
final class FrontMatterEntries {

    /** The line {@code ---} above the YAML. */
    private static final int LINES_ABOVE = 1;

    private static final int DEEPEST = 20;

    private final Iterator<Event> events;
    private final Problems problems;
    private final Map<FrontMatterKey, Entry> entries = new EnumMap<>(FrontMatterKey.class);
    private int depth;

    private FrontMatterEntries(Iterator<Event> events, Problems problems) {
        this.events = events;
        this.problems = problems;
    }

    /** A text as it was written, on one line. */
    record Value(String text, Place place) {}

    /**
     * What stands behind a key.
     *
     * @param values none where the key has nothing behind it
     * @param isList whether they were written as a list
     */
    record Entry(Place place, List<Value> values, boolean isList) {
        boolean isEmpty() {
            return values.isEmpty();
        }
    }

    /**
     * The entries of front matter, and whether it could be read to its end.
     *
     * @param whole if not, a key may be missing for that reason alone
     */
    record Read(Map<FrontMatterKey, Entry> entries, boolean whole) {}

    static Read read(String yaml, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MarkdownReader.LARGEST_FILE)
                .build();
        var reading =
                new FrontMatterEntries(new Parse(settings).parseString(yaml).iterator(), problems);
        return new Read(reading.entries, reading.isWhole());
    }

    private boolean isWhole() {
        try {
            return document();
        } catch (MarkedYamlEngineException malformed) {
            problems.add(place(malformed.getProblemMark()), "no YAML: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            problems.add(new Place(LINES_ABOVE + 1, 1), "no YAML: " + malformed.getMessage());
        }
        return false;
    }

    private boolean document() {
        boolean whole = true;
        while (events.hasNext()) {
            Event event = next();
            switch (event.getEventId()) {
                case StreamStart, DocumentStart, DocumentEnd, StreamEnd, Comment -> {}
                case MappingStart -> mapping();
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingEnd -> {
                    problems.add(place(event), "front matter is made of lines like 'headline: Floods recede'");
                    whole = false;
                    skip(event);
                }
            }
        }
        return whole;
    }

    private void mapping() {
        while (true) {
            Event key = next();
            if (key.getEventId() == Event.ID.MappingEnd) {
                return;
            }
            if (key instanceof ScalarEvent scalar) {
                entry(scalar);
            } else {
                problems.add(place(key), "a key is one word");
                skip(key);
                skip(next());
            }
        }
    }

    private void entry(ScalarEvent word) {
        Event event = next();
        Optional<FrontMatterKey> known = FrontMatterKey.of(word.getValue());
        if (known.isEmpty()) {
            problems.add(place(word), FrontMatterKey.unknown(word.getValue()));
            skip(event);
            return;
        }
        FrontMatterKey key = known.get();
        Entry entry = entry(key, event);
        if (entry != null && entries.putIfAbsent(key, entry) != null) {
            problems.add(place(word), "'" + key.word() + "' stands twice");
        }
    }

    private @Nullable Entry entry(FrontMatterKey key, Event event) {
        if (event instanceof ScalarEvent scalar) {
            return new Entry(place(event), isNothing(scalar) ? List.of() : List.of(value(scalar)), false);
        }
        if (event instanceof SequenceStartEvent && key.isList()) {
            return new Entry(place(event), values(key), true);
        }
        problems.add(
                place(event), "'" + key.word() + "' is " + (key.isList() ? "one text or a list of texts" : "one text"));
        skip(event);
        return null;
    }

    private List<Value> values(FrontMatterKey key) {
        List<Value> values = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            if (event instanceof ScalarEvent scalar && !isNothing(scalar)) {
                values.add(value(scalar));
            } else {
                problems.add(place(event), "'" + key.word() + "' is a list of texts, and none of them is empty");
                skip(event);
            }
        }
        return values;
    }

    private static Value value(ScalarEvent scalar) {
        return new Value(CanonicalText.words(scalar.getValue()), place(scalar));
    }

    /** A key with nothing behind it, or with YAML's word for nothing. */
    private static boolean isNothing(ScalarEvent scalar) {
        String text = scalar.getValue();
        boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return text.isBlank() || (isPlain && (text.equals("null") || text.equals("~")));
    }

    /** Passes over all that begins with an event. */
    private void skip(Event first) {
        int outside = depth - depth(first);
        while (depth > outside) {
            next();
        }
    }

    /** The next event, as long as it lies no deeper than any front matter: the parser's time grows with depth. */
    private Event next() {
        Event event = events.next();
        depth += depth(event);
        if (depth > DEEPEST) {
            throw new YamlEngineException("lists within lists, more than " + DEEPEST + " deep");
        }
        return event;
    }

    private static int depth(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
        };
    }

    private static Place place(Event event) {
        return place(event.getStartMark());
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1 + LINES_ABOVE, at.getColumn() + 1))
                .orElse(Place.START);
    }
}
