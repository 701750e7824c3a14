package press.stet.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One finding as a picture: each repeat a dot, the middle a bar, from nothing on. Written as SVG by hand, since the libraries that
 * draw charts in Java need fonts of the machine to measure letters with.
 */
public final class Plot {

    private static final int WIDTH = 640;
    private static final int LEFT = 90;
    private static final int RIGHT = 90;
    private static final int TOP = 44;
    private static final int ROW = 34;
    private static final int BAR = 14;

    /** Readable on light and on dark pages. */
    private static final String STYLE =
            "text{font:13px system-ui,sans-serif;fill:#334}.title{font-weight:600}.goal{stroke:#b3261e;stroke-width:2;"
                    + "stroke-dasharray:4 3}.ours{fill:#1f6f5c}.limit{fill:#8a94a6}.peer{fill:#b57f2a}"
                    + ".dot{stroke:#fff;stroke-width:1}@media(prefers-color-scheme:dark){text{fill:#dde}}";

    private record Row(String name, List<Double> repeats) {}

    private Plot() {}

    /** Writes a picture of each finding into a folder, named for bench and metric; returns their names. */
    public static List<String> write(List<Finding> findings, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> names = new ArrayList<>();
        for (Finding finding : findings) {
            String name = name(finding);
            Files.writeString(folder.resolve(name), svg(finding));
            names.add(name);
        }
        return names;
    }

    private static String name(Finding finding) {
        String words = finding.bench() + " " + finding.metric();
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "") + ".svg";
    }

    static String svg(Finding finding) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("ours", finding.ours()));
        if (!finding.limit().isEmpty()) {
            rows.add(new Row("limit", finding.limit()));
        }
        if (!finding.peer().isEmpty()) {
            rows.add(new Row("peer", finding.peer()));
        }
        double goal = goal(finding);
        double most = rows.stream()
                .flatMap(row -> row.repeats().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / Math.max(Double.isNaN(goal) ? most : Math.max(most, goal), 1e-9);
        int height = TOP + rows.size() * ROW + 8;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">"
                .formatted(WIDTH, height));
        svg.append("<style>").append(STYLE).append("</style>");
        svg.append("<text class=\"title\" x=\"8\" y=\"22\">%s</text>"
                .formatted(escaped(finding.bench() + ": " + finding.metric())));
        for (int at = 0; at < rows.size(); at++) {
            svg.append(row(rows.get(at), TOP + at * ROW, scale, finding));
        }
        if (!Double.isNaN(goal)) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"goal\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>",
                    LEFT + goal * scale,
                    TOP - 8,
                    height - 6));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String row(Row row, int y, double scale, Finding finding) {
        List<Double> sorted = row.repeats().stream().sorted().toList();
        double middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"8\" y=\"%d\">%s</text><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
                y + BAR - 2,
                row.name(),
                row.name(),
                LEFT,
                y,
                middle * scale,
                BAR));
        row.repeats()
                .forEach(value -> svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"%s dot\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/>",
                        row.name(),
                        LEFT + value * scale,
                        y + BAR / 2)));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\">%s</text>",
                LEFT + sorted.getLast() * scale + 9,
                y + BAR - 2,
                escaped(Figure.of(middle, finding.unit()))));
        return svg.toString();
    }

    /** Where the goal stands among the figures; NaN without one. */
    private static double goal(Finding finding) {
        Goal goal = finding.goal();
        if (goal == null) {
            return Double.NaN;
        }
        Double other = finding.limitMedian() == null ? finding.peerMedian() : finding.limitMedian();
        return goal.ofRatio() ? other == null ? Double.NaN : goal.bound() * other : goal.bound();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
