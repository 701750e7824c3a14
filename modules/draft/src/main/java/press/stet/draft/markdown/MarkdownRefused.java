package press.stet.draft.markdown;

import java.util.Comparator;
import java.util.List;

/** A file cannot be taken as copy. Carries everything that is wrong with it, so that a writer mends it once. */
public final class MarkdownRefused extends RuntimeException {

    /** What a terminal still shows at once; {@link #problems} has all of them. */
    private static final int MOST_TOLD = 50;

    private final String file;
    private final List<Problem> problems;

    MarkdownRefused(String file, List<Problem> problems) {
        List<Problem> sorted = problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
        super(told(file, sorted));
        this.file = file;
        this.problems = sorted;
    }

    public String file() {
        return file;
    }

    /** At least one, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    private static String told(String file, List<Problem> problems) {
        StringBuilder lines = new StringBuilder();
        for (Problem problem : problems.subList(0, Math.min(MOST_TOLD, problems.size()))) {
            lines.append(lines.isEmpty() ? "" : "\n").append(file).append(':').append(problem);
        }
        if (problems.size() > MOST_TOLD) {
            lines.append("\n… and ").append(problems.size() - MOST_TOLD).append(" more");
        }
        return lines.toString();
    }
}
