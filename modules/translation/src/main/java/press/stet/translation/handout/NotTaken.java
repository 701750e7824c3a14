package press.stet.translation.handout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A delivery does not fit what was handed out. Carries everything that is wrong with it, so that a translator mends it once; nothing of it was sent. */
public final class NotTaken extends RuntimeException {

    /** What a terminal still shows at once; {@link #problems} has all of them. */
    private static final int MOST_TOLD = 50;

    private final List<Problem> problems;

    public NotTaken(List<Problem> problems) {
        List<Problem> sorted =
                problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
        super(told(sorted));
        this.problems = sorted;
    }

    /** At least one, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    private static String told(List<Problem> problems) {
        String first = problems.stream().limit(MOST_TOLD).map(Problem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_TOLD;
        return more > 0 ? first + "\n… and " + more + " more" : first;
    }
}
