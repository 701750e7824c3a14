package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import press.stet.archive.database.Schema;
import press.stet.archive.rebuild.Watcher;

/** Shows how a rebuild goes on: as a bar on a terminal, as a line now and then in a pipe. */
final class RebuildProgress implements Watcher, AutoCloseable {

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    private final Schema store;
    private final @Nullable PrintWriter out;
    private final @Nullable ProgressBar bar;
    private final Instant begun = Instant.now();
    private Instant last = begun;

    /**
     * Nothing has been taken yet.
     *
     * @param out null to show nothing
     */
    RebuildProgress(Schema store, @Nullable PrintWriter out) {
        this.store = store;
        this.out = out;
        this.bar = out != null && Confirmation.terminal().isPresent()
                ? new ProgressBarBuilder()
                        .setTaskName(store.key())
                        .setUnit(" offsets", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .build()
                : null;
    }

    @Override
    public void taken(long done, long of) {
        if (bar != null) {
            bar.maxHint(of).stepTo(done);
        } else if (Duration.between(last, Instant.now()).compareTo(NOW_AND_THEN) > 0) {
            last = Instant.now();
            long millis = Math.max(1, Duration.between(begun, last).toMillis());
            say("%d of %d offsets, %d/s, about %d s left"
                    .formatted(done, of, done * 1000 / millis, (of - done) * millis / Math.max(1, done) / 1000));
        }
    }

    @Override
    public void begins(String step) {
        if (bar != null) {
            bar.setExtraMessage(step);
        } else {
            say(step);
        }
    }

    private void say(String line) {
        if (out != null) {
            out.println(store.key() + ": " + line);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
