package press.stet.newsroom.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Trace;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Issuer;
import press.stet.model.house.Staff;

/**
 * The one writer of house rules and staff: puts what changed in force under the next version numbers. Where two write at once, the
 * later lets the other finish or fail, and sees what it wrote.
 */
public final class HouseOffice {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Of two that write under it, Kafka lets only the later go on. */
    private static final String WRITER = "stet-house-office";

    private static final int GIVEN_UP_MS = 10_000;

    private final KafkaConnection kafka;
    private final MessageCodec codec;
    private final @Nullable Issuer own;
    private final Map<Site, HouseRules> inForce = new HashMap<>();
    private @Nullable Staff staff;

    /** An office that leaves the newsroom's own issuer as it is. */
    public HouseOffice(KafkaConnection kafka, MessageCodec codec) {
        this(kafka, codec, null);
    }

    /**
     * An office that has not looked yet.
     *
     * @param own the newsroom's own issuer, trusted in every house; null to leave it as it is
     */
    public HouseOffice(KafkaConnection kafka, MessageCodec codec, @Nullable Issuer own) {
        this.kafka = kafka;
        this.codec = codec;
        this.own = own;
    }

    /**
     * Puts this house in force where it differs from the one that is. A site it does not name keeps its rules. Without a house,
     * the newsroom keeps the one it has, and a new one is given the standard house.
     *
     * @return what was changed, a line each
     * @throws HouseRefused if keys of its issuers cannot be read, or somebody else changes the house at the same time
     * @throws BrokersUnavailable if Kafka does not answer
     */
    public List<String> putInForce(Optional<House> given) {
        List<String> lines = new ArrayList<>();
        Optional<Resolved> house = given.map(each -> resolved(each, lines));
        try {
            readAll();
            if (!differing(house).isEmpty()) {
                lines.addAll(write(house));
                readAll();
            }
            return lines;
        } catch (ProducerFencedException | InvalidProducerEpochException other) {
            throw new HouseRefused(
                    "the house at " + kafka,
                    "somebody else is changing it at this moment, and nothing was changed from here; look at what is in force"
                            + " now, and begin again");
        } catch (KafkaException failed) {
            throw new BrokersUnavailable("take the house rules and the staff list", failed);
        }
    }

    /** What {@link #putInForce} would change. */
    public List<String> wouldChange(Optional<House> given) {
        List<String> lines = new ArrayList<>();
        Optional<Resolved> house = given.map(each -> resolved(each, lines));
        try {
            readAll();
        } catch (KafkaException failed) {
            throw new BrokersUnavailable("say which house is in force", failed);
        }
        differing(house).forEach(change -> lines.addAll(change.lines()));
        return lines;
    }

    /** Whether the house in force believes nobody who says who somebody is. */
    public boolean trustsNobody() {
        return staff == null || staff.issuers().isEmpty();
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

    /** A house whose issuers' keys have been read. */
    private record Resolved(List<HouseRules> sites, Map<Person, List<Grant>> members, List<Issuer> issuers) {}

    private static Resolved resolved(House house, List<String> lines) {
        try (HttpClient http = PublishedKeys.client()) {
            PublishedKeys keys = new PublishedKeys(http, lines::add);
            List<Issuer> issuers = house.issuers().stream().map(keys::of).toList();
            return new Resolved(house.sites(), house.staff().members(), issuers);
        }
    }

    /** A record that puts something in force. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Change(Topic topic, String key, byte[] value, Headers headers, List<String> lines) {}

    private List<Change> differing(Optional<Resolved> given) {
        List<Change> changes = new ArrayList<>();
        Resolved house = given.orElse(null);
        if (house == null && staff == null) {
            House standard = HouseFile.standard();
            house = new Resolved(standard.sites(), standard.staff().members(), List.of());
        }
        if (house != null) {
            house.sites().forEach(rules -> differing(rules, changes));
        }
        Staff last = staff == null ? Staff.NOBODY : staff;
        differing(
                last,
                new Staff(
                        last.version() + 1,
                        house == null ? last.members() : house.members(),
                        withOwn(last, house == null ? last.issuers() : house.issuers())),
                changes);
        return changes;
    }

    /** The newsroom's own issuer is as it is now, or as it was, whatever a house says of others. */
    private List<Issuer> withOwn(Staff last, List<Issuer> given) {
        List<Issuer> issuers = new ArrayList<>();
        given.stream().filter(issuer -> !isOwn(issuer)).forEach(issuers::add);
        if (own == null) {
            last.issuers().stream().filter(HouseOffice::isOwn).forEach(issuers::add);
        } else {
            issuers.add(own);
        }
        return issuers;
    }

    private static boolean isOwn(Issuer issuer) {
        return issuer.name().equals(TokenIssuer.OWN);
    }

    private void differing(HouseRules rules, List<Change> changes) {
        HouseRules last = inForce.get(rules.site());
        HouseRules next = rules.numbered(last == null ? 1 : last.version() + 1);
        if (last == null || !next.numbered(last.version()).equals(last)) {
            changes.add(new Change(
                    Topics.HOUSE_RULES,
                    rules.site().key(),
                    codec.encodeHouseRules(next),
                    CloudEvents.of(next, Instant.now(), Trace.begin()),
                    lines(
                            "house rules of " + rules.site() + ", version " + next.version(),
                            last == null ? List.of() : Differences.between(last, next))));
        }
    }

    private void differing(Staff last, Staff next, List<Change> changes) {
        if (!next.members().equals(last.members()) || !next.issuers().equals(last.issuers())) {
            changes.add(new Change(
                    Topics.STAFF,
                    Topics.STAFF_KEY,
                    codec.encodeStaff(next),
                    CloudEvents.of(next, Instant.now(), Trace.begin()),
                    lines(
                            "staff, version " + next.version(),
                            last.version() == 0 ? List.of() : Differences.between(last, next))));
        }
    }

    private static List<String> lines(String what, List<String> differences) {
        List<String> lines = new ArrayList<>();
        lines.add(what);
        differences.forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** All of it or nothing, and nothing where another has begun to write since. */
    private List<String> write(Optional<Resolved> house) {
        List<String> lines = new ArrayList<>();
        try (Producer<byte[], byte[]> log = producer()) {
            log.initTransactions();
            readAll();
            log.beginTransaction();
            for (Change change : differing(house)) {
                byte[] key = change.key().getBytes(UTF_8);
                // What becomes of it is known when the transaction is committed.
                var _ = log.send(
                        new ProducerRecord<>(change.topic().name(), null, null, key, change.value(), change.headers()));
                lines.addAll(change.lines());
            }
            log.commitTransaction();
        }
        return lines;
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
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, GIVEN_UP_MS);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
