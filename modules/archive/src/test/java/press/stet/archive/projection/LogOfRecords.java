package press.stet.archive.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A consumer over a log in memory that reads again what it seeks back to. */
final class LogOfRecords extends MockConsumer<byte[], byte[]> {

    static final String TOPIC = "stet.notes";

    private final List<List<String>> log = new ArrayList<>();
    private final Map<TopicPartition, Long> first = new HashMap<>();

    LogOfRecords(int partitions) {
        super("none");
        List<PartitionInfo> infos = IntStream.range(0, partitions)
                .mapToObj(each -> new PartitionInfo(TOPIC, each, Node.noNode(), new Node[0], new Node[0]))
                .toList();
        updatePartitions(TOPIC, infos);
        infos.forEach(each -> {
            log.add(new ArrayList<>());
            updateBeginningOffsets(Map.of(partition(each.partition()), 0L));
            updateEndOffsets(Map.of(partition(each.partition()), 0L));
        });
    }

    static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }

    /** Records that stand in the log before anybody reads it. */
    synchronized LogOfRecords holding(int partition, String... records) {
        log.get(partition).addAll(List.of(records));
        updateEndOffsets(Map.of(partition(partition), (long) log.get(partition).size()));
        return this;
    }

    /** The log keeps nothing before this offset. */
    synchronized LogOfRecords beginningAt(int partition, long offset) {
        first.put(partition(partition), offset);
        updateBeginningOffsets(Map.of(partition(partition), offset));
        return this;
    }

    /** Hands out the partitions at the next poll. */
    void assignAll() {
        schedulePollTask(() -> rebalance(
                IntStream.range(0, log.size()).mapToObj(LogOfRecords::partition).toList()));
    }

    /** Adds records at the next poll. */
    void write(int partition, String... records) {
        schedulePollTask(() -> {
            long next = log.get(partition).size();
            holding(partition, records);
            deliver(partition(partition), next);
        });
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
        super.seek(partition, offset);
        deliver(partition, offset);
    }

    private void deliver(TopicPartition partition, long from) {
        List<String> records = log.get(partition.partition());
        for (long each = Math.max(from, first.getOrDefault(partition, 0L)); each < records.size(); each++) {
            addRecord(new ConsumerRecord<>(
                    TOPIC,
                    partition.partition(),
                    each,
                    new byte[0],
                    records.get((int) each).getBytes(UTF_8)));
        }
    }
}
