package press.stet.testkit.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a list whatever can be left out while it still fails: halves first, single ones last. */
final class Shortest {

    private Shortest() {}

    static <T> List<T> of(List<T> failing, Predicate<List<T>> fails) {
        List<T> shortest = failing;
        for (int chunk = Math.max(1, failing.size() / 2); chunk > 0; chunk = chunk / 2) {
            shortest = without(shortest, chunk, fails);
        }
        return shortest;
    }

    private static <T> List<T> without(List<T> failing, int chunk, Predicate<List<T>> fails) {
        List<T> shortest = failing;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (int end = shortest.size(); end > 0; end -= chunk) {
                List<T> fewer = new ArrayList<>(shortest);
                fewer.subList(Math.max(0, end - chunk), end).clear();
                if (fails.test(fewer)) {
                    shortest = fewer;
                    shrunk = true;
                }
            }
        }
        return shortest;
    }
}
