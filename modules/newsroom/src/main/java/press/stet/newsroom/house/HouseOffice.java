package press.stet.newsroom.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Trace;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.Site;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * The one writer of house rules and staff: puts what changed in force under the next version numbers. Not safe for use by two
 * newsrooms at once, which the lock on a data directory rules out.
 */
public final class HouseOffice {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final KafkaConnection kafka;
    private final MessageCodec codec;
    private final Map<Site, HouseRules> inForce = new HashMap<>();
    private @Nullable Staff staff;

    public HouseOffice(KafkaConnection kafka, MessageCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    /**
     * Puts this house in force where it differs from the one that is. A site it does not name keeps its rules. Without a house,
     * the newsroom keeps the one it has, and a new one is given the standard house.
     *
     * @return what was changed, a line each
     */
    public List<String> putInForce(Optional<House> given) {
        readAll();
        House house = given.orElseGet(HouseFile::standard);
        boolean keeps = given.isEmpty() && staff != null;
        List<String> changes = new ArrayList<>();
        if (!keeps) {
            try (Producer<byte[], byte[]> log = producer()) {
                house.sites().forEach(rules -> putInForce(rules, log, changes));
                putInForce(house.staff(), log, changes);
            }
        }
        return changes;
    }

    /** What readers call the house: the title that holds for every site, else that of the first. */
    public String title() {
        HouseRules any = inForce.get(Site.ANY);
        return any != null
                ? any.title()
                : inForce.values().stream()
                        .min(Comparator.comparing(rules -> rules.site().key()))
                        .map(HouseRules::title)
                        .orElse("Stet");
    }

    private void putInForce(HouseRules rules, Producer<byte[], byte[]> log, List<String> changes) {
        HouseRules last = inForce.get(rules.site());
        int version = last == null ? 0 : last.version();
        if (last == null || !numbered(rules, version).equals(last)) {
            HouseRules next = numbered(rules, version + 1);
            Headers headers = CloudEvents.of(next, Instant.now(), Trace.begin());
            write(log, Topics.HOUSE_RULES, rules.site().key(), codec.encodeHouseRules(next), headers);
            inForce.put(rules.site(), next);
            changes.add("house rules of " + rules.site() + ", version " + (version + 1));
        }
    }

    private void putInForce(Staff given, Producer<byte[], byte[]> log, List<String> changes) {
        int version = staff == null ? 0 : staff.version();
        if (staff == null || !new Staff(version, given.members(), given.issuers()).equals(staff)) {
            Staff next = new Staff(version + 1, given.members(), given.issuers());
            Headers headers = CloudEvents.of(next, Instant.now(), Trace.begin());
            write(log, Topics.STAFF, Topics.STAFF_KEY, codec.encodeStaff(next), headers);
            changes.add("staff, version " + (version + 1));
        }
    }

    private void write(Producer<byte[], byte[]> log, Topic topic, String key, byte[] value, Headers headers) {
        try {
            log.send(new ProducerRecord<>(topic.name(), null, null, key.getBytes(UTF_8), value, headers))
                    .get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing to " + topic, stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker at " + kafka + " did not take a record of " + topic, failed);
        }
    }

    private void readAll() {
        try (Consumer<byte[], byte[]> log = consumer()) {
            List<TopicPartition> all = List.of(whole(Topics.HOUSE_RULES), whole(Topics.STAFF));
            log.assign(all);
            log.seekToBeginning(all);
            Map<TopicPartition, Long> ends = log.endOffsets(all, ANSWER);
            while (all.stream().anyMatch(part -> log.position(part, ANSWER) < ends.getOrDefault(part, 0L))) {
                log.poll(Duration.ofMillis(100)).forEach(this::read);
            }
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.STAFF.name())) {
            staff = codec.decodeStaff(record.value());
        } else {
            HouseRules rules = codec.decodeHouseRules(record.value());
            inForce.put(rules.site(), rules);
        }
    }

    private static TopicPartition whole(Topic topic) {
        return new TopicPartition(topic.name(), 0);
    }

    private static HouseRules numbered(HouseRules rules, int version) {
        return new HouseRules(
                rules.site(),
                version,
                rules.title(),
                rules.languages(),
                rules.sections(),
                rules.checks(),
                rules.bylineOfOriginals(),
                rules.bylineOfTranslations(),
                rules.translateFromLive(),
                rules.sentences());
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = kafka.settings();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
