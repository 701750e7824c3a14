package press.stet.archive.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import press.stet.archive.projection.Projection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Part;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.edition.Snapshot;

/** Brings {@code stet.editions} into the published store. */
public final class PublishedProjection implements Projection<Snapshot> {

    private final MessageCodec codec;

    public PublishedProjection(MessageCodec codec) {
        this.codec = codec;
    }

    @Override
    public String name() {
        return "published";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.EDITIONS.name());
    }

    @Override
    public Snapshot read(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (record.value() == null) {
            throw new IllegalArgumentException("the record of '" + key + "' in " + record.topic()
                    + " is empty: an edition that is gone says so, and nobody may delete it");
        }
        Snapshot snapshot = codec.decodeEdition(record.value());
        if (!snapshot.edition().toString().equals(key)) {
            throw new IllegalArgumentException(
                    "the record of '" + key + "' in " + record.topic() + " is a snapshot of " + snapshot.edition());
        }
        return snapshot;
    }

    @Override
    public Part part(ConsumerRecord<byte[], byte[]> record) {
        return CloudEvents.part(record.headers());
    }

    @Override
    public void write(Handle handle, List<Snapshot> records) {
        PublishedEditions.take(handle, records);
    }
}
