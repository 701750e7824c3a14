package press.stet.testkit.walk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Due;
import press.stet.model.story.Embargo;
import press.stet.model.story.Story;
import press.stet.testkit.guarantee.Breach;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.log.Log;
import press.stet.testkit.rules.Desk;
import press.stet.testkit.rules.Ids;
import press.stet.testkit.rules.NewsroomInMemory;
import press.stet.testkit.rules.RuleBook;
import press.stet.testkit.rules.Scene;

/**
 * Goes every way there is through a small story, breadth first, and comes into each state once: what three people can do to it in
 * two languages ({@link Alphabet}), and that time passes. All guarantees are asked of the whole history after every step that
 * changes anything, and of all the commands together that a state refuses.
 *
 * @param depth after how many steps every state was visited
 * @param states how many different ones were met, those included that were met last and not gone on from
 * @param transitions how many different steps from one state into another, or back into the same, were taken
 * @param refusals how many commands were refused
 */
public record Exploration(int depth, int states, long transitions, long refusals, Seen seen) {

    private record Place(@Nullable Place before, @Nullable Step step) {

        List<Step> steps() {
            List<Step> steps = before == null ? new ArrayList<>() : before.steps();
            if (step != null) {
                steps.add(step);
            }
            return steps;
        }
    }

    private record Way(Step step, UUID to) {}

    private record Ways(Place from, List<Way> ways, int refusals, Seen seen) {}

    /**
     * Explores.
     *
     * @param beginning what was done to the story before
     * @param most how many states are gone on from; the search ends with the depth in which that would be more
     * @throws AssertionError if a guarantee is broken; says the shortest history that breaks it
     */
    public static Exploration of(RuleBook rules, Scene beginning, int most) {
        StoryId story = new Ids(2).story(NewsroomInMemory.MORNING);
        NewsroomInMemory begun = new NewsroomInMemory(rules);
        begun.staff(Alphabet.STAFF);
        beginning.play(new Desk(begun, story));
        Set<UUID> met = new HashSet<>();
        met.add(Shape.of(begun.story(story), begun.now()));
        List<Place> edge = List.of(new Place(null, null));
        Seen seen = new Seen();
        int depth = 0;
        int expanded = 0;
        long transitions = 0;
        long refusals = 0;
        while (!edge.isEmpty() && expanded + edge.size() <= most) {
            expanded += edge.size();
            List<Ways> found = edge.parallelStream()
                    .map(place -> from(place, begun, story, rules))
                    .toList();
            List<Place> next = new ArrayList<>();
            for (Ways ways : found) {
                seen.addAll(ways.seen());
                transitions += ways.ways().size();
                refusals += ways.refusals();
                for (Way way : ways.ways()) {
                    if (met.add(way.to())) {
                        next.add(new Place(ways.from(), way.step()));
                    }
                }
            }
            edge = next;
            depth++;
        }
        return new Exploration(depth, met.size(), transitions, refusals, seen);
    }

    private static Ways from(Place place, NewsroomInMemory begun, StoryId story, RuleBook rules) {
        Seen seen = new Seen();
        NewsroomInMemory here = begun.branch(seen.watching(rules));
        List<Step> steps = place.steps();
        steps.forEach(step -> step.take(here));
        List<Way> ways = new ArrayList<>();
        List<Step> refused = new ArrayList<>();
        Ids ids = new Ids(3 + steps.size());
        for (Command command : Alphabet.next(here, story)) {
            for (Person person : Alphabet.PEOPLE) {
                Dispatch dispatch = new Dispatch(ids.command(here.now()), story, person, "explorer/1", command);
                Arrival arrival = new Arrival(dispatch, command.channel(), here.now(), new Proof.TheirWord());
                Step step = new Step.Sent(arrival);
                if (here.ask(arrival) instanceof Ruling.Accepted) {
                    NewsroomInMemory there = here.branch();
                    step.take(there);
                    ways.add(new Way(step, arrive(there, story, steps, step)));
                } else {
                    refused.add(step);
                }
            }
        }
        Step later = later(here.story(story), here.now());
        if (later != null) {
            NewsroomInMemory there = here.branch();
            later.take(there);
            ways.add(new Way(later, arrive(there, story, steps, later)));
        }
        refused(here, steps, refused);
        return new Ways(place, ways, refused.size(), seen);
    }

    private static UUID arrive(NewsroomInMemory there, StoryId story, List<Step> steps, Step step) {
        judge(there.log(), steps, List.of(step));
        return Shape.of(there.story(story), there.now());
    }

    /** What is refused changes nothing: it can all be sent one after the other; and what was accepted before, once more. */
    private static void refused(NewsroomInMemory here, List<Step> steps, List<Step> refused) {
        List<Step> sent = new ArrayList<>(refused);
        if (!steps.isEmpty() && steps.getLast() instanceof Step.Sent before) {
            sent.add(before);
        }
        NewsroomInMemory there = here.branch();
        sent.forEach(step -> step.take(there));
        judge(there.log(), steps, sent);
    }

    /** That the next moment comes that the story waits for, or until which it is kept from the public. */
    private static @Nullable Step later(@Nullable Story story, Instant now) {
        if (story == null) {
            return null;
        }
        Embargo embargo = story.embargo();
        return Stream.concat(
                        story.due().stream().map(Due::at), Stream.ofNullable(embargo == null ? null : embargo.until()))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(Step.MomentCame::new)
                .orElse(null);
    }

    private static void judge(Log log, List<Step> steps, List<Step> last) {
        List<Breach> broken = Guarantee.broken(log);
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    broken.getFirst() + "\nThe shortest history that leads there has " + (steps.size() + 1)
                            + " steps:\n"
                            + Stream.concat(steps.stream(), last.stream())
                                    .map(step -> "  " + step)
                                    .collect(Collectors.joining("\n")));
        }
    }
}
