package press.stet.contract.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.Digest;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;

/**
 * The bytes that earlier builds wrote are read by this one, for ever: {@code approved/v1/} holds the schemas of the first
 * version and the Avro binary of a sample of every type, without the five bytes before it; a later version what changed then.
 *
 * <p>What is missing there is written by {@code mvn -pl modules/contract -am test -Dapprove=v2}, where v2 is the version that it
 * belongs to; what is there is never written over. A changed schema needs a version of its own.
 */
class ApprovedSamplesTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final Registry REGISTRY = Wired.registry(URI.create("mock://approved"));
    private static final MessageCodec CODEC = new MessageCodec(REGISTRY);

    /** A value with its place among the samples, and the way back from its record. */
    private record Sample(
            String name, Topic topic, Object value, Supplier<byte[]> record, Function<byte[], Object> decode) {}

    private static Stream<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Command command : Samples.commands()) {
            Dispatch dispatch = Samples.dispatch(command);
            Topic topic = Topics.of(command.channel());
            samples.add(new Sample(
                    "command/" + name(command, names),
                    topic,
                    dispatch,
                    () -> CODEC.encodeCommand(dispatch),
                    bytes -> CODEC.decodeCommand(topic.name(), bytes)));
        }
        samples.addAll(history());
        for (FiledCopy copy : Samples.copies()) {
            samples.add(new Sample(
                    "copy/" + (copy.source() == null ? "Original" : "Translation"),
                    Topics.COPIES,
                    copy,
                    () -> CODEC.encodeCopy(copy),
                    CODEC::decodeCopy));
        }
        for (Snapshot snapshot : Samples.snapshots()) {
            samples.add(new Sample(
                    "edition/" + name(snapshot),
                    Topics.EDITIONS,
                    snapshot,
                    () -> CODEC.encodeEdition(snapshot),
                    CODEC::decodeEdition));
        }
        List<String> refusals = List.of("Refused", "AcceptedBefore", "RefusedBefore");
        for (int at = 0; at < refusals.size(); at++) {
            LoggedRefusal refusal = Samples.refusals().get(at);
            samples.add(new Sample(
                    "refusal/" + refusals.get(at),
                    Topics.REFUSALS,
                    refusal,
                    () -> CODEC.encodeRefusal(refusal),
                    CODEC::decodeRefusal));
        }
        samples.add(new Sample(
                "house/HouseRules",
                Topics.HOUSE_RULES,
                Samples.houseRules(),
                () -> CODEC.encodeHouseRules(Samples.houseRules()),
                CODEC::decodeHouseRules));
        samples.add(new Sample(
                "house/HouseRulesOnTranslations",
                Topics.HOUSE_RULES,
                Samples.houseRulesOnTranslations(),
                () -> CODEC.encodeHouseRules(Samples.houseRulesOnTranslations()),
                CODEC::decodeHouseRules));
        samples.add(new Sample(
                "house/HouseRulesOfToday",
                Topics.HOUSE_RULES,
                Samples.houseRulesOfToday(),
                () -> CODEC.encodeHouseRules(Samples.houseRulesOfToday()),
                CODEC::decodeHouseRules));
        samples.add(new Sample(
                "house/Staff",
                Topics.STAFF,
                Samples.staff(),
                () -> CODEC.encodeStaff(Samples.staff()),
                CODEC::decodeStaff));
        samples.add(new Sample(
                "house/StaffWithIssuers",
                Topics.STAFF,
                Samples.staffWithIssuers(),
                () -> CODEC.encodeStaff(Samples.staffWithIssuers()),
                CODEC::decodeStaff));
        return samples.stream();
    }

    private static String name(Snapshot snapshot) {
        boolean embargoed = snapshot instanceof Snapshot.Live live && live.notBefore() != null;
        return snapshot.getClass().getSimpleName() + (embargoed ? "AfterAnEmbargo" : "");
    }

    /** Its kind; those after the first of a kind are numbered. */
    private static String name(Object record, Map<String, Integer> names) {
        String kind = record.getClass().getSimpleName();
        int number = names.merge(kind, 1, Integer::sum);
        return number == 1 ? kind : kind + "-" + number;
    }

    /** Each event names the bytes of the one before it as they were approved, not as this build would write them. */
    private static List<Sample> history() {
        List<Sample> history = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        Digest previous = null;
        for (Entry entry : Samples.history()) {
            SealedEntry sealed = new SealedEntry(entry, previous, Samples.origin());
            Sample sample = new Sample(
                    "event/" + name(entry.event(), names),
                    Topics.EVENTS,
                    sealed,
                    () -> CODEC.encodeEvent(sealed),
                    CODEC::decodeEvent);
            history.add(sample);
            previous = Chain.digest(approved(sample).stream()
                    .findFirst()
                    .orElseGet(() -> sample.record().get()));
        }
        return history;
    }

    @BeforeAll
    static void write_what_is_missing_if_told_to() throws IOException {
        String version = System.getProperty("approve");
        if (version == null) {
            return;
        }
        Path folder = APPROVED.resolve(version);
        for (Map.Entry<String, Schema> schema : schemas().entrySet()) {
            List<Schema> before = approvedSchemas(schema.getKey());
            if (!before.isEmpty() && before.getLast().equals(schema.getValue())) {
                continue;
            }
            write(
                    folder.resolve("schema/" + schema.getKey() + ".avsc"),
                    (SchemaFormatter.format("json/pretty", schema.getValue()) + "\n").getBytes(UTF_8));
        }
        for (Sample sample : samples().toList()) {
            if (approved(sample).isEmpty()) {
                byte[] record = sample.record().get();
                write(
                        folder.resolve(sample.name() + ".avro"),
                        Arrays.copyOfRange(record, MessageCodec.PREFIX, record.length));
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    @TestFactory
    Stream<DynamicTest> an_approved_sample_means_what_it_meant() {
        return samples()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    List<byte[]> approved = approved(sample);
                    assertThat(approved)
                            .as("approved samples of %s", sample.name())
                            .isNotEmpty();
                    for (byte[] record : approved) {
                        assertThat(sample.decode().apply(record)).isEqualTo(sample.value());
                    }
                }));
    }

    @Test
    void the_approved_events_are_one_unbroken_history() {
        List<byte[]> history =
                history().stream().map(sample -> approved(sample).getFirst()).toList();
        assertThat(new Chain(CODEC).verify(history))
                .isInstanceOfSatisfying(
                        Verdict.Intact.class,
                        intact -> assertThat(intact.events()).isEqualTo(history.size()));
    }

    @Test
    void every_schema_of_today_was_approved_and_reads_all_before_it() {
        schemas().forEach((name, schema) -> {
            List<Schema> versions = approvedSchemas(name);
            assertThat(versions.getLast())
                    .as("the newest approved schema of %s", name)
                    .isEqualTo(schema);
            for (Schema version : versions) {
                assertThat(new AvroSchema(schema).isBackwardCompatible(new AvroSchema(version)))
                        .isEmpty();
            }
        });
    }

    /** The records of a sample as each version wrote it, as they would come from Kafka. */
    private static List<byte[]> approved(Sample sample) {
        return versions().stream()
                .filter(version -> Files.exists(version.resolve(sample.name() + ".avro")))
                .map(version -> {
                    Schema writer = schema(version.resolve("schema/" + recordOf(sample.topic()) + ".avsc"));
                    REGISTRY.register(sample.topic().subject(), writer, "BACKWARD_TRANSITIVE");
                    byte[] avro = bytes(version.resolve(sample.name() + ".avro"));
                    return ByteBuffer.allocate(MessageCodec.PREFIX + avro.length)
                            .put((byte) 0)
                            .putInt(REGISTRY.idOf(sample.topic().subject(), writer))
                            .put(avro)
                            .array();
                })
                .toList();
    }

    private static List<Schema> approvedSchemas(String name) {
        return versions().stream()
                .map(version -> version.resolve("schema/" + name + ".avsc"))
                .filter(Files::exists)
                .map(ApprovedSamplesTest::schema)
                .toList();
    }

    private static List<Path> versions() {
        if (!Files.exists(APPROVED)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (Topic topic : Topics.ALL) {
            topic.schema().ifPresent(schema -> schemas.put(schema.getName(), schema));
        }
        return schemas;
    }

    private static String recordOf(Topic topic) {
        return topic.schema().orElseThrow().getName();
    }

    private static Schema schema(Path file) {
        return new Schema.Parser().parse(new String(bytes(file), UTF_8));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
