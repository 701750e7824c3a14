package press.stet.testkit.walk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import press.stet.model.ruling.Rule;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.rules.NewsroomInMemory;
import press.stet.testkit.rules.RuleBook;

/**
 * A crowd's walk through a newsroom, on which every guarantee is asked after each step.
 *
 * @param reached which commands came in in which states
 * @param rules those that refused something
 */
public record Walk(int steps, Set<Reached> reached, Set<Rule> rules) {

    /**
     * Walks that many steps.
     *
     * @throws AssertionError if a guarantee is broken; says the seed, and the shortest history that breaks it
     */
    public static Walk of(long seed, int steps, RuleBook rules) {
        NewsroomInMemory newsroom = new NewsroomInMemory(rules);
        Crowd crowd = new Crowd(seed);
        List<Step> taken = new ArrayList<>(steps);
        Set<Reached> reached = new TreeSet<>();
        taken.add(new Step.StaffChanged(Crowd.staff()));
        taken.getFirst().take(newsroom);
        while (taken.size() < steps) {
            Step next = crowd.next(newsroom);
            taken.add(next);
            if (next instanceof Step.Sent sent) {
                reached.add(Reached.of(newsroom, sent.arrival()));
            }
            List<String> trouble = trouble(newsroom, next);
            if (!trouble.isEmpty()) {
                throw new AssertionError(told(seed, taken, rules));
            }
        }
        Set<Rule> refusing = EnumSet.noneOf(Rule.class);
        newsroom.log()
                .refusals()
                .forEach(refused -> refusing.add(refused.refusal().rule()));
        return new Walk(taken.size(), reached, refusing);
    }

    /** What is wrong after a step, and what went wrong in it. */
    private static List<String> trouble(NewsroomInMemory newsroom, Step step) {
        try {
            step.take(newsroom);
            return Guarantee.broken(newsroom.log()).stream()
                    .map(Object::toString)
                    .toList();
        } catch (RuntimeException thrown) {
            return List.of("No command makes the rules stumble. But one did: " + thrown);
        }
    }

    private static List<String> trouble(List<Step> steps, RuleBook rules) {
        NewsroomInMemory newsroom = new NewsroomInMemory(rules);
        List<String> trouble = new ArrayList<>();
        steps.forEach(step -> trouble.addAll(trouble(newsroom, step)));
        return trouble;
    }

    private static String told(long seed, List<Step> taken, RuleBook rules) {
        List<Step> shortest = Shortest.of(taken, steps -> !trouble(steps, rules).isEmpty());
        return shortest.stream()
                .map(step -> "  " + step)
                .collect(Collectors.joining(
                        "\n",
                        trouble(shortest, rules).getFirst() + "\nSeed " + seed + ", step " + taken.size()
                                + "; the shortest history that leads there has " + shortest.size() + " steps:\n",
                        ""));
    }
}
