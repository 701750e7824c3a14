package press.stet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Findings as a Markdown table, in columns that also line up on a terminal. */
public final class Table {

    private static final List<String> HEADINGS =
            List.of("bench", "metric", "ours", "limit", "peer", "ratio", "goal", "met");

    private Table() {}

    public static String of(List<Finding> findings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        findings.forEach(finding -> rows.add(row(finding)));
        List<Integer> widths = IntStream.range(0, HEADINGS.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(1, line(widths.stream().map("-"::repeat).toList(), widths));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> row(Finding finding) {
        Double ratio = finding.ratio();
        Boolean met = finding.met();
        Goal goal = finding.goal();
        return List.of(
                finding.bench(),
                finding.metric(),
                Figure.of(finding.oursMedian(), finding.unit()),
                figure(finding.limitMedian(), finding.unit()),
                figure(finding.peerMedian(), finding.unit()),
                ratio == null ? "" : String.format(Locale.ROOT, "%.2f ×", ratio),
                goal == null ? "" : goal.in(finding.unit()),
                met == null ? "" : met ? "yes" : "no");
    }

    private static String figure(@Nullable Double value, Finding.Unit unit) {
        return value == null ? "" : Figure.of(value, unit);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(at -> cells.get(at)
                        + " ".repeat(widths.get(at) - cells.get(at).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
