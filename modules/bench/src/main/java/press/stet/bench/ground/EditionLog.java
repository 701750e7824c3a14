package press.stet.bench.ground;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Part;
import press.stet.contract.header.Trace;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.edition.Snapshot;

/** Fills the log of editions as the workflow does under load: in transactions, with the headers, keys and partitions that it gives. */
public final class EditionLog {

    /** About what one commit of the workflow holds when it is busy. */
    private static final int IN_ONE_TRANSACTION = 50;

    private final KafkaConnection kafka;
    private final MessageCodec codec;

    public EditionLog(Ground ground) {
        this.kafka = ground.kafka();
        this.codec = ground.codec();
    }

    /** Writes so many snapshots behind what stands there. */
    public void write(Editions editions, int count) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int written = 0; written < count; written += IN_ONE_TRANSACTION) {
                write(producer, editions.next(Math.min(IN_ONE_TRANSACTION, count - written)));
            }
        }
    }

    private void write(KafkaProducer<String, byte[]> producer, List<Snapshot.Live> snapshots) {
        producer.beginTransaction();
        for (Snapshot snapshot : snapshots) {
            var _ = producer.send(new ProducerRecord<>(
                    Topics.EDITIONS.name(),
                    Topics.partition(snapshot.story(), Topics.PARTITIONS_OF_ONE_MACHINE),
                    snapshot.edition().toString(),
                    codec.encodeEdition(snapshot),
                    CloudEvents.of(snapshot, Part.WHOLE, Trace.begin())));
        }
        producer.commitTransaction();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka.settings());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "stet-bench-" + UUID.randomUUID());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.EDITIONS.largestRecord());
        return settings;
    }
}
