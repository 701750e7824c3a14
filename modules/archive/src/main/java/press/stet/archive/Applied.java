package press.stet.archive;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.DatabaseUnavailable;
import press.stet.archive.database.Schema;
import press.stet.archive.projection.Progress;

/** How far the log has been brought into a database, by that database's own word: it holds also while no archive runs. */
public final class Applied {

    private Applied() {}

    /**
     * The next offset of every partition that was ever read.
     *
     * @param settings of somebody who may read the schema
     * @throws DatabaseUnavailable if the database is away, not set up, or does not let this user in
     */
    public static Map<TopicPartition, Long> to(DatabaseSettings settings, Schema schema) {
        try (Database database = Database.open(settings, schema, "look", 1)) {
            return database.jdbi().withHandle(Progress::all);
        } catch (RuntimeException failure) {
            throw DatabaseUnavailable.told(settings, failure);
        }
    }
}
