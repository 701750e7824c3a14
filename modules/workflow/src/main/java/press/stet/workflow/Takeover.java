package press.stet.workflow;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes where the state of partitions that an instance takes over came from: kept at hand as a standby, or restored from Kafka,
 * while which nobody rules on their stories. Safe for use by several threads.
 */
final class Takeover implements StateRestoreListener, StandbyUpdateListener {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    /** House rules and staff, which every instance reads whole, are no changelogs. */
    private static final String CHANGELOGS = StreamsSettings.APPLICATION + "-";

    private final Map<Integer, Long> restored = new ConcurrentSkipListMap<>();
    private final Set<Integer> standbys = ConcurrentHashMap.newKeySet();

    /** Logs what was taken over since it was last asked, if anything was. */
    void tell() {
        if (restored.isEmpty()) {
            return;
        }
        String told = restored.entrySet().stream()
                .map(each -> each.getKey() + " (" + (standbys.contains(each.getKey()) ? "standby, " : "")
                        + each.getValue() + " rows restored)")
                .collect(Collectors.joining(", "));
        restored.clear();
        standbys.clear();
        LOG.info("Took over partitions {}", told);
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        // Only what was restored counts.
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long to, long rows) {
        // Only what was restored counts.
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long rows) {
        if (changelog.topic().startsWith(CHANGELOGS)) {
            restored.merge(changelog.partition(), rows, Long::sum);
        }
    }

    @Override
    public void onUpdateStart(TopicPartition changelog, String store, long from) {
        // A standby that begins takes nothing over.
    }

    @Override
    public void onBatchLoaded(TopicPartition changelog, String store, TaskId task, long to, long rows, long end) {
        // A standby that follows takes nothing over.
    }

    @Override
    public void onUpdateSuspended(TopicPartition changelog, String store, long at, long end, SuspendReason reason) {
        if (reason == SuspendReason.PROMOTED) {
            standbys.add(changelog.partition());
            restored.merge(changelog.partition(), 0L, Long::sum);
        }
    }
}
