package press.stet.testkit.walk;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import press.stet.model.command.Arrival;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Due;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;
import press.stet.testkit.rules.RuleBook;

/**
 * What was seen of rules at work: what they made of which commands in which states, and which events brought an edition from one
 * state into another. What was seen elsewhere can be added, in any order. Not for several threads.
 */
public final class Seen {

    /**
     * What a command, or a moment, led to in a state.
     *
     * @param always the events that came of it whenever it was accepted
     * @param ever all events that came of it
     * @param refused the rules that refused it
     */
    public record Answers(Set<String> always, Set<String> ever, Set<Rule> refused) {

        public static final Answers NONE = new Answers(Set.of(), Set.of(), Set.of());

        public boolean accepts() {
            return !ever.isEmpty();
        }

        /** Whether these others say nothing that is not known. */
        private boolean knows(Answers more) {
            return refused.containsAll(more.refused)
                    && (!more.accepts()
                            || (accepts() && ever.containsAll(more.ever) && more.always.containsAll(always)));
        }

        public Answers and(Answers more) {
            Set<String> always = new TreeSet<>(accepts() ? this.always : more.always);
            if (accepts() && more.accepts()) {
                always.retainAll(more.always);
            }
            Set<String> ever = new TreeSet<>(this.ever);
            ever.addAll(more.ever);
            Set<Rule> refused = new TreeSet<>(this.refused);
            refused.addAll(more.refused);
            return new Answers(always, ever, refused);
        }
    }

    /** One of an edition's two sides. */
    public enum Side {
        WORKING,
        LIVE
    }

    /** What an event made of one side of an edition. */
    public record Change(Side side, String from, String to, String event) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Map<Reached, Answers> answers = new HashMap<>();
    private final Set<Change> changes = new HashSet<>();

    /** The same rules, watched. */
    public RuleBook watching(RuleBook rules) {
        return new RuleBook() {
            @Override
            public Ruling rule(@Nullable Story story, Arrival arrival, Circumstances circumstances) {
                Ruling ruling = rules.rule(story, arrival, circumstances);
                Reached reached = Reached.of(story, arrival.dispatch().command());
                switch (ruling) {
                    case Ruling.Accepted accepted -> accepted(story, reached, accepted);
                    case Ruling.Refused refused ->
                        add(
                                reached,
                                new Answers(
                                        Set.of(),
                                        Set.of(),
                                        EnumSet.of(refused.refused().refusal().rule())));
                }
                return ruling;
            }

            @Override
            public Ruling.Accepted due(Story story, Due due, Instant now, Circumstances circumstances) {
                Ruling.Accepted ruling = rules.due(story, due, now, circumstances);
                accepted(story, Reached.of(story, due), ruling);
                return ruling;
            }
        };
    }

    private void accepted(@Nullable Story before, Reached reached, Ruling.Accepted accepted) {
        Set<String> events = new TreeSet<>();
        @Nullable Story story = before;
        for (Entry entry : accepted.entries()) {
            Story next = story == null ? Story.begin(entry) : story.evolve(entry);
            String event = entry.event().getClass().getSimpleName();
            events.add(event);
            changed(story, next, event);
            story = next;
        }
        add(reached, new Answers(events, events, Set.of()));
    }

    private void changed(@Nullable Story before, Story after, String event) {
        after.editions().forEach((language, edition) -> {
            Edition was = before == null ? null : before.edition(language);
            changed(Side.WORKING, was == null ? null : was.working(), edition.working(), event);
            changed(Side.LIVE, was == null ? null : was.live(), edition.live(), event);
        });
    }

    private void changed(Side side, @Nullable Object from, Object to, String event) {
        String before = from == null ? "" : from.getClass().getSimpleName();
        String after = to.getClass().getSimpleName();
        if (!before.equals(after)) {
            changes.add(new Change(side, before, after, event));
        }
    }

    private void add(Reached reached, Answers more) {
        Answers known = answers.get(reached);
        if (known == null || !known.knows(more)) {
            answers.put(reached, known == null ? more : known.and(more));
        }
    }

    public void addAll(Seen more) {
        more.answers.forEach(this::add);
        changes.addAll(more.changes);
    }

    /** What was reached, in the order of its name. */
    public SortedMap<Reached, Answers> answers() {
        return new TreeMap<>(answers);
    }

    /** A change is from the empty state where there was no edition before. */
    public SortedSet<Change> changes() {
        return new TreeSet<>(changes);
    }

    /** The commands that were seen in some state, without the moments. */
    public Set<Reached> reached() {
        Set<Reached> commands = new TreeSet<>(answers.keySet());
        commands.removeIf(Reached::isMoment);
        return commands;
    }

    /** The rules that refused something. */
    public Set<Rule> refusing() {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        answers.values().forEach(each -> rules.addAll(each.refused()));
        return rules;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seen seen && seen.answers.equals(answers) && seen.changes.equals(changes);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }
}
