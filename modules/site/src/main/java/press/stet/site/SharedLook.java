package press.stet.site;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something on behalf of all who ask: one look at a time, and everybody gets what was seen by a look that began after they
 * had asked: nobody is told what was so before. A look that fails does so for all whom it was for. Safe for use by many threads.
 */
final class SharedLook<T> {

    /** What came of one look: either a sight or a failure. */
    private record Seen<T>(@Nullable T sight, @Nullable RuntimeException failure) {}

    private final Supplier<T> look;
    private final Lock looking = new ReentrantLock();

    /** How many looks have begun. */
    private volatile long begun;

    private @Nullable Seen<T> latest;

    SharedLook(Supplier<T> look) {
        this.look = look;
    }

    T now() {
        long before = begun;
        looking.lock();
        try {
            Seen<T> seen = latest;
            if (seen == null || begun == before) {
                begun = before + 1;
                seen = see();
                latest = seen;
            }
            if (seen.sight() == null) {
                throw new IllegalStateException("a look failed", seen.failure());
            }
            return seen.sight();
        } finally {
            looking.unlock();
        }
    }

    private Seen<T> see() {
        try {
            return new Seen<>(look.get(), null);
        } catch (RuntimeException failure) {
            return new Seen<>(null, failure);
        }
    }
}
