package press.stet.peers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work under way at an engine. Safe for use by several threads.
 *
 * @param left how many of its steps are not done
 * @param done complete when all are
 */
record Work(AtomicInteger left, CompletableFuture<@Nullable Void> done) {

    static Work of(int steps) {
        return new Work(new AtomicInteger(steps), new CompletableFuture<>());
    }

    void stepDone() {
        if (left.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    void fail(Throwable failure) {
        done.completeExceptionally(failure);
    }
}
