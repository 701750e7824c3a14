package press.stet.newsroom.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.newsroom.Visitors;
import press.stet.contract.connection.KafkaConnection;

/**
 * How an instance of the archive follows the log.
 *
 * @param member a name that this instance keeps through restarts, so that it takes up its partitions at once even after it was
 *     killed; no two running instances may have the same. Left out for an instance without a name
 * @param session how long the others wait before they take over the partitions of an instance that is silent. Brokers allow
 *     6 s and more, unless their {@code group.min.session.timeout.ms} is lower
 */
record ArchiveKeys(@Nullable String member, Duration session) {

    static final ArchiveKeys USUAL = new ArchiveKeys(null, ArchiveSettings.SESSION_IN_A_CLUSTER);

    ArchiveSettings settings(KafkaConnection kafka, DatabaseSettings database) {
        return new ArchiveSettings(kafka, database, member, Visitors.WITH_A_TOKEN, session, false);
    }
}
