package press.stet.testkit.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.rules.NewsroomInMemory;
import press.stet.testkit.rules.RuleBook;

/**
 * A crowd's walk through a newsroom, on which every guarantee is asked after each step.
 *
 * @param seen what the rules made of it
 */
public record Walk(int steps, Seen seen) {

    /**
     * Walks that many steps.
     *
     * @throws AssertionError if a guarantee is broken; says the seed, and the shortest history that breaks it
     */
    public static Walk of(long seed, int steps, RuleBook rules) {
        Seen seen = new Seen();
        NewsroomInMemory newsroom = new NewsroomInMemory(seen.watching(rules));
        Crowd crowd = new Crowd(seed);
        List<Step> taken = new ArrayList<>(steps);
        taken.add(new Step.StaffChanged(Crowd.staff()));
        taken.getFirst().take(newsroom);
        while (taken.size() < steps) {
            Step next = crowd.next(newsroom);
            taken.add(next);
            List<String> trouble = trouble(newsroom, next);
            if (!trouble.isEmpty()) {
                throw new AssertionError(told(seed, taken, rules));
            }
        }
        return new Walk(taken.size(), seen);
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
