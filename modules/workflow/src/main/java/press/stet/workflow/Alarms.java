package press.stet.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarms that stand. Each is logged once, when it is raised. Safe for use by several threads. */
final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Map<String, Alarm> standing = new ConcurrentHashMap<>();

    /** Raises an alarm, or says of one that stands what is wrong now. */
    void raise(String about, String message) {
        Alarm before = standing.get(about);
        if (before == null || !before.message().equals(message)) {
            LOG.error("{}: {}", about, message);
        }
        standing.put(about, new Alarm(about, message, before == null ? Instant.now() : before.since()));
    }

    /** It is over. */
    void clear(String about) {
        if (standing.remove(about) != null) {
            LOG.info("{}: it is over", about);
        }
    }

    /** Oldest first. */
    List<Alarm> standing() {
        return standing.values().stream()
                .sorted(Comparator.comparing(Alarm::since))
                .toList();
    }
}
