package press.stet.archive.projection;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import press.stet.archive.database.DatabaseUnavailable;
import press.stet.contract.registry.RegistryUnavailable;

/** Tells what passes by itself from what does not, and how long to wait for it. */
final class Outage {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Outage() {}

    static boolean isOne(Throwable failure) {
        return DatabaseUnavailable.passes(failure)
                || Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(RegistryUnavailable.class::isInstance);
    }

    /** Each wait is twice as long as the one before, from a tenth of a second up to five. */
    static Duration longerThan(Duration pause) {
        if (pause.isZero()) {
            return SHORTEST;
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
