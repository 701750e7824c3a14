package press.stet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import press.stet.bench.report.Finding;

/** What one bench is given: how long it may take, where it may write, and whom it tells. Not for use by several threads. */
public final class Run {

    private final String bench;
    private final boolean quick;
    private final Path place;
    private final Path shared;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();

    /** Hears what a bench does at the moment. */
    @FunctionalInterface
    public interface Progress {
        void tell(String bench, String what);
    }

    Run(String bench, boolean quick, Path place, Path shared, Progress progress) {
        this.bench = bench;
        this.quick = quick;
        this.place = place;
        this.shared = shared;
        this.progress = progress;
    }

    /** Whether it is enough to see that the bench can run: its figures are worth nothing then. */
    public boolean isQuick() {
        return quick;
    }

    /** One value for a whole run, another for one that only shows that the bench can run. */
    public <T> T either(T whole, T quickly) {
        return quick ? quickly : whole;
    }

    /** How often ours and the limit take turns: five times, as the median of fewer says little. */
    public int repeats() {
        return either(5, 1);
    }

    /** Says what is being done, for whoever waits. */
    @SuppressWarnings("AnnotateFormatMethod") // no dependency for an annotation
    public void tell(String what, Object... values) {
        progress.tell(bench, what.formatted(values));
    }

    /** Hands in what one metric came to. */
    public void found(Finding finding) {
        findings.add(finding);
        tell("%s", finding);
    }

    /** A finding of this bench. */
    public Finding.Draft metric(String metric, Finding.Unit unit) {
        return Finding.of(bench, metric, unit);
    }

    /** All that has been handed in. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** An empty folder, which stays until the bench is done. */
    public Path folder(String name) throws IOException {
        Path folder = place.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** What benches share: it stays until all are done, and is there only once one of them has made it. */
    public Path shared(String name) throws IOException {
        return Files.createDirectories(shared).resolve(name);
    }

    /** Takes a folder away, with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
