package press.stet.archive.projection;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import press.stet.contract.header.Part;

/**
 * What the archive makes of some topics in one schema. Safe for use by several threads: partitions are written side by side, but for
 * those of the same number, which are about the same stories.
 *
 * @param <R> a record of the log, read
 */
public interface Projection<R> {

    /** A word for groups, logs and health. */
    String name();

    Set<String> topics();

    /**
     * Reads a record. Nothing is ever skipped: a record that cannot be read stops its partition where it stands.
     *
     * @throws press.stet.contract.message.UnreadableRecord if it is not what its topic carries
     * @throws press.stet.contract.message.MissingUpgrade if a newer build wrote it
     * @throws press.stet.contract.registry.RegistryUnavailable if it can be read only later
     */
    R read(ConsumerRecord<byte[], byte[]> record);

    /** What a record is a part of: all parts are written within one transaction, so that nobody sees one without the others. */
    default Part part(ConsumerRecord<byte[], byte[]> record) {
        return Part.WHOLE;
    }

    /**
     * Writes what follows from some records of one partition, in their order, within a transaction that also advances the
     * partition's progress and did so first. May be called again with the same records if that transaction fails.
     */
    void write(Handle handle, List<R> records);
}
