package press.stet.bench.start;

import java.nio.file.Path;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedParts;
import press.stet.newsroom.embedded.Progress;

/** A process that starts what a newsroom stands on, together, and nothing else: {@code PartsAlone DIR}. */
final class PartsAlone {

    /** What it says when all of them can be used. */
    static final String READY = "The parts are ready.";

    private PartsAlone() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
        EmbeddedParts parts = new EmbeddedParts(data, Progress.untold());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            parts.close();
            data.close();
        }));
        parts.start();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
