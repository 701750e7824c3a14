package press.stet.contract.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import press.stet.contract.registry.Registry;
import press.stet.contract.registry.RegistryUnavailable;
import press.stet.contract.registry.SchemaNotRegistered;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Dispatch;

class UnreadableTest {

    private static final Registry REGISTRY = Wired.registry(URI.create("mock://unreadable"));
    private static final MessageCodec CODEC = new MessageCodec(REGISTRY);
    private static final String DRAFTS = Topics.DRAFTS.name();

    /** Nobody listens there. */
    private static final URI AWAY = URI.create("http://127.0.0.1:1");

    private final Dispatch dispatch = new Generated(7).any(Dispatch.class);

    @Test
    void bytes_that_no_serializer_wrote_are_unreadable() {
        for (byte[] garbage :
                List.of(new byte[0], new byte[] {0}, new byte[] {0, 0, 0, 0}, "{\"id\": 1}".getBytes(UTF_8))) {
            assertThatExceptionOfType(UnreadableRecord.class)
                    .isThrownBy(() -> CODEC.decodeCommand(DRAFTS, garbage))
                    .withMessageContaining("stet.drafts")
                    .withMessageContaining("zero byte");
        }
    }

    @Test
    void an_id_that_the_registry_never_gave_is_unreadable() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> CODEC.decodeCommand(DRAFTS, framed(4711, new byte[] {1, 2, 3})))
                .withMessageContaining("4711");
    }

    @Test
    void a_record_cut_short_is_unreadable_and_not_a_registry_away() {
        byte[] whole = CODEC.encodeCommand(dispatch);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> CODEC.decodeCommand(DRAFTS, cut));
        }
    }

    @Test
    void a_record_of_another_topic_is_unreadable_and_says_what_it_holds() {
        byte[] event = CODEC.encodeEvent(new Generated(1).any(SealedEntry.class));
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> CODEC.decodeCommand(DRAFTS, event))
                .withMessageContaining("press.stet.wire.Event")
                .withMessageContaining("press.stet.wire.Command");
    }

    @Test
    void a_command_that_the_model_has_no_room_for_is_unreadable_and_says_why() {
        Schema schema = Topics.DRAFTS.schema().orElseThrow();
        GenericRecord command = command(schema, payload(schema, "KillStory"));
        command.put("actor", "?");
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> CODEC.decodeCommand(DRAFTS, written(schema, command)))
                .withMessageContaining("a person is named by");
    }

    @Test
    void whatever_the_bytes_nothing_else_is_thrown() {
        byte[] whole = CODEC.encodeCommand(dispatch);
        Random random = new Random(42);
        for (int round = 0; round < 5_000; round++) {
            byte[] altered = whole.clone();
            for (int bytes = random.nextInt(1, 6); bytes > 0; bytes--) {
                altered[random.nextInt(MessageCodec.PREFIX, altered.length)] = (byte) random.nextInt();
            }
            try {
                CODEC.decodeCommand(DRAFTS, altered);
            } catch (UnreadableRecord | MissingUpgrade expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void a_registry_away_is_not_the_records_fault() {
        MessageCodec codec = new MessageCodec(Registry.at(AWAY));
        byte[] good = CODEC.encodeCommand(dispatch);
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> codec.decodeCommand(DRAFTS, good))
                .withMessageContaining(AWAY.toString());
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> codec.encodeCommand(dispatch));
    }

    @Test
    void bytes_that_no_serializer_wrote_are_unreadable_also_while_the_registry_is_away() {
        MessageCodec codec = new MessageCodec(Registry.at(AWAY));
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> codec.decodeCommand(DRAFTS, new byte[] {9, 9, 9, 9, 9, 9}));
    }

    @Test
    void nothing_is_written_before_the_schemas_are_registered() {
        MessageCodec codec = new MessageCodec(Registry.at(URI.create("mock://empty")));
        assertThatExceptionOfType(SchemaNotRegistered.class)
                .isThrownBy(() -> codec.encodeCommand(dispatch))
                .withMessageContaining("stet ops topics --apply");
    }

    @Test
    void a_kind_of_command_from_a_newer_build_names_the_upgrade() {
        Schema newer = withBranch(Topics.DRAFTS.schema().orElseThrow(), "AuctionStory");
        byte[] value = written(newer, command(newer, new GenericData.Record(branch(newer, "AuctionStory"))));
        assertThatExceptionOfType(MissingUpgrade.class)
                .isThrownBy(() -> CODEC.decodeCommand(DRAFTS, value))
                .withMessageContaining("press.stet.wire.AuctionStory")
                .satisfies(missing -> assertThat(missing.missing()).isEqualTo("press.stet.wire.AuctionStory"));
    }

    @Test
    void a_kind_of_command_from_a_newer_build_is_not_taken_for_one_that_looks_like_it() {
        Schema known = branch(Topics.DRAFTS.schema().orElseThrow(), "SubmitForReview");
        List<Schema.Field> fields = known.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        Schema newer = withBranch(Topics.DRAFTS.schema().orElseThrow(), "AuctionEdition", fields);
        GenericRecord payload = payload(newer, "AuctionEdition");
        payload.put("language", "en");
        payload.put("version", 1);
        assertThatExceptionOfType(MissingUpgrade.class)
                .isThrownBy(() -> CODEC.decodeCommand(DRAFTS, written(newer, command(newer, payload))))
                .withMessageContaining("press.stet.wire.AuctionEdition");
    }

    @Test
    void a_known_command_from_a_newer_build_is_read() {
        Schema newer = withBranch(Topics.DRAFTS.schema().orElseThrow(), "AuctionStory");
        byte[] value = written(newer, command(newer, payload(newer, "KillStory")));
        assertThat(CODEC.decodeCommand(DRAFTS, value).actor().account()).isEqualTo("mira");
    }

    @Test
    void a_kind_of_publication_from_a_newer_build_names_the_upgrade() {
        Schema newer = new Schema.Parser()
                .parse(Topics.PUBLICATIONS
                        .schema()
                        .orElseThrow()
                        .toString()
                        .replace("\"MINOR\"", "\"MINOR\",\"ANNIVERSARY\""));
        GenericRecord publish = payload(newer, "PublishVersion");
        publish.put("language", "en");
        publish.put("version", 1);
        publish.put("digest", "c1:" + "0".repeat(64));
        publish.put(
                "kind",
                new GenericData.EnumSymbol(publish.getSchema().getField("kind").schema(), "ANNIVERSARY"));
        publish.put("note", emptyNotice(publish.getSchema().getField("note").schema()));
        assertThatExceptionOfType(MissingUpgrade.class)
                .isThrownBy(
                        () -> CODEC.decodeCommand(Topics.PUBLICATIONS.name(), written(newer, command(newer, publish))))
                .withMessageContaining("PublicationKind");
    }

    private static Schema withBranch(Schema envelope, String name) {
        return withBranch(envelope, name, List.of());
    }

    private static Schema withBranch(Schema envelope, String name, List<Schema.Field> members) {
        Schema added = Schema.createRecord(name, "From a newer build.", "press.stet.wire", false, members);
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : envelope.getFields()) {
            Schema type = field.schema();
            if (field.name().equals("payload")) {
                List<Schema> branches = new ArrayList<>(type.getTypes());
                branches.add(added);
                type = Schema.createUnion(branches);
            }
            fields.add(new Schema.Field(field.name(), type, field.doc(), field.defaultVal()));
        }
        return Schema.createRecord(envelope.getName(), envelope.getDoc(), envelope.getNamespace(), false, fields);
    }

    private static GenericRecord command(Schema schema, GenericRecord payload) {
        return new GenericRecordBuilder(schema)
                .set("id", "01937d5e-0000-7000-8000-000000000001")
                .set("story", "01937d5e-0000-7000-8000-000000000002")
                .set("actor", "mira")
                .set("tool", "their-tool/2")
                .set("payload", payload)
                .build();
    }

    private static GenericRecord payload(Schema envelope, String name) {
        Schema schema = branch(envelope, name);
        GenericRecord payload = new GenericData.Record(schema);
        if (schema.getField("notice") != null) {
            payload.put("notice", emptyNotice(schema.getField("notice").schema()));
        }
        return payload;
    }

    private static GenericRecord emptyNotice(Schema schema) {
        return new GenericRecordBuilder(schema).build();
    }

    private static Schema branch(Schema envelope, String name) {
        return envelope.getField("payload").schema().getTypes().stream()
                .filter(branch -> branch.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] written(Schema schema, GenericRecord record) {
        REGISTRY.register(Topics.DRAFTS.subject(), schema, "BACKWARD_TRANSITIVE");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return framed(REGISTRY.idOf(Topics.DRAFTS.subject(), schema), bytes.toByteArray());
    }

    private static byte[] framed(int id, byte[] avro) {
        return ByteBuffer.allocate(MessageCodec.PREFIX + avro.length)
                .put((byte) 0)
                .putInt(id)
                .put(avro)
                .array();
    }
}
