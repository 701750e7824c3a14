package press.stet.contract.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Time on the wire has the broker's grain. A finer instant would come back as another one, so it is refused. */
final class Millis {

    private Millis() {}

    static Instant exact(Instant at) {
        if (!at.truncatedTo(ChronoUnit.MILLIS).equals(at)) {
            throw new IllegalArgumentException("times on the wire are whole milliseconds, got " + at);
        }
        return at;
    }

    static @Nullable Instant exactOrNull(@Nullable Instant at) {
        return at == null ? null : exact(at);
    }
}
