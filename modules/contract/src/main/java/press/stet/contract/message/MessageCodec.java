package press.stet.contract.message;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import press.stet.contract.registry.Registry;
import press.stet.contract.registry.UnknownSchema;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Dispatch;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * Writes what the newsroom says as the values of Kafka's records, and reads them back: a zero byte, four bytes for the id of
 * the schema, then Avro binary, as Confluent's serdes have it. It registers nothing.
 *
 * <p>The serdes themselves are left out: they hash the whole schema for every record that they write, which took as long as writing it.
 *
 * <p>Safe for use by several threads. Every {@code encode} throws {@link press.stet.contract.registry.SchemaNotRegistered}
 * where the topics were not set up, and {@link press.stet.contract.registry.RegistryUnavailable} where the registry does not
 * answer; after {@link #warmUp} neither happens any more. Every {@code decode} throws {@link UnreadableRecord} for bytes that
 * are not such a record, {@link MissingUpgrade} for one that a newer build wrote with words that this one does not know, and
 * {@link press.stet.contract.registry.RegistryUnavailable} where the schema's id is new to it and the registry does not answer.
 */
public final class MessageCodec {

    private static final byte MAGIC = 0;

    /** The zero byte and the schema's id before the Avro binary. */
    public static final int PREFIX = 1 + Integer.BYTES;

    // Avro makes no object of a class that nobody vouched for.
    static {
        String ours = press.stet.wire.Command.class.getPackageName();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(ours)));
    }

    /** Most records are small. */
    private static final int USUAL_SIZE = 512;

    private final Registry registry;
    private final Map<Topic, Writing> writing = new ConcurrentHashMap<>();
    private final Map<Writer, Reading> reading = new ConcurrentHashMap<>();

    /** What a topic's records are written with. */
    private record Writing(int id, DatumWriter<SpecificRecord> writer) {}

    /** Which schema a record was written with. */
    private record Writer(String topic, int id) {}

    /**
     * What records are read with that were written with a schema.
     *
     * @param unknown names of types in it that this build does not know
     */
    private record Reading(Schema writer, Schema reader, DatumReader<Object> records, Set<String> unknown) {}

    public MessageCodec(Registry registry) {
        this.registry = registry;
    }

    /** Asks for the ids of this build's schemas for these topics now, so that a registry away later stops nobody. */
    public void warmUp(Collection<Topic> topics) {
        for (Topic topic : topics) {
            topic.schema().ifPresent(schema -> {
                int id = registry.idOf(topic.subject(), schema);
                registry.schemaOf(topic.subject(), id);
                writing.put(topic, new Writing(id, new SpecificDatumWriter<>(schema, SpecificData.get())));
            });
        }
    }

    /** For the topic that commands of this kind belong to. */
    public byte[] encodeCommand(Dispatch dispatch) {
        return encode(Topics.of(dispatch.command().channel()), CommandForm.toWire(dispatch));
    }

    public Dispatch decodeCommand(String topic, byte[] value) {
        return decode(topic, value, press.stet.wire.Command.class, CommandForm::toModel);
    }

    public byte[] encodeEvent(SealedEntry entry) {
        return encode(Topics.EVENTS, EventForm.toWire(entry));
    }

    public SealedEntry decodeEvent(byte[] value) {
        return decode(Topics.EVENTS.name(), value, press.stet.wire.Event.class, EventForm::toModel);
    }

    public byte[] encodeRefusal(LoggedRefusal refusal) {
        return encode(Topics.REFUSALS, RefusalForm.toWire(refusal));
    }

    public LoggedRefusal decodeRefusal(byte[] value) {
        return decode(Topics.REFUSALS.name(), value, press.stet.wire.Refusal.class, RefusalForm::toModel);
    }

    public byte[] encodeCopy(FiledCopy copy) {
        return encode(Topics.COPIES, EditionForm.toWire(copy));
    }

    public FiledCopy decodeCopy(byte[] value) {
        return decode(Topics.COPIES.name(), value, press.stet.wire.FiledCopy.class, EditionForm::toModel);
    }

    public byte[] encodeEdition(Snapshot snapshot) {
        return encode(Topics.EDITIONS, EditionForm.toWire(snapshot));
    }

    public Snapshot decodeEdition(byte[] value) {
        return decode(Topics.EDITIONS.name(), value, press.stet.wire.Edition.class, EditionForm::toModel);
    }

    public byte[] encodeHouseRules(HouseRules rules) {
        return encode(Topics.HOUSE_RULES, HouseForm.toWire(rules));
    }

    public HouseRules decodeHouseRules(byte[] value) {
        return decode(Topics.HOUSE_RULES.name(), value, press.stet.wire.HouseRules.class, HouseForm::toModel);
    }

    public byte[] encodeStaff(Staff staff) {
        return encode(Topics.STAFF, HouseForm.toWire(staff));
    }

    public Staff decodeStaff(byte[] value) {
        return decode(Topics.STAFF.name(), value, press.stet.wire.Staff.class, HouseForm::toModel);
    }

    /**
     * All that a value says, as JSON, by the schema that it was written with: also what this build has no word for, and what makes no
     * sense.
     *
     * @throws UnreadableRecord if the bytes are not what that schema says
     * @throws press.stet.contract.registry.RegistryUnavailable if the schema's id is new and the registry does not answer
     */
    public String json(String topic, byte[] value) {
        Schema writer = writerOf(topic, value);
        try {
            return String.valueOf(read(new SpecificDatumReader<>(writer, writer, SpecificData.get()), value));
        } catch (IOException | RuntimeException failure) {
            throw new UnreadableRecord(topic, why(rootOf(failure)), failure);
        }
    }

    private byte[] encode(Topic topic, SpecificRecord value) {
        Writing with = writing.get(topic);
        if (with == null) {
            warmUp(List.of(topic));
            with = Objects.requireNonNull(writing.get(topic), () -> topic + " has no schema");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.write(MAGIC);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(with.id()).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            with.writer().write(value, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    private <W extends SpecificRecord, M> M decode(String topic, byte[] value, Class<W> type, Function<W, M> toModel) {
        Reading with = readingOf(topic, value, type);
        if (!with.writer().getFullName().equals(with.reader().getFullName())) {
            throw new UnreadableRecord(
                    topic,
                    "it holds " + with.writer().getFullName() + ", not "
                            + with.reader().getFullName(),
                    null);
        }
        W record;
        try {
            if (!with.unknown().isEmpty()) {
                refuseNews(value, with);
            }
            record = type.cast(read(with.records(), value));
        } catch (MissingUpgrade missing) {
            throw missing;
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof AvroTypeException && !with.unknown().isEmpty()) {
                throw new MissingUpgrade(String.join(", ", with.unknown()));
            }
            throw new UnreadableRecord(topic, why(rootOf(failure)), failure);
        }
        try {
            return toModel.apply(record);
        } catch (IllegalArgumentException nonsense) {
            throw new UnreadableRecord(topic, String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    /**
     * Avro takes a record whose name the reader does not know for one that it knows, if only their fields fit: a newer build's
     * command would be ruled on as another one. So what uses a name that this build does not know is not read at all.
     */
    private static void refuseNews(byte[] value, Reading with) throws IOException {
        Set<String> used = WireNames.usedIn(
                read(new SpecificDatumReader<>(with.writer(), with.writer(), SpecificData.get()), value));
        used.retainAll(with.unknown());
        if (!used.isEmpty()) {
            throw new MissingUpgrade(String.join(", ", used));
        }
    }

    private static Object read(DatumReader<Object> reader, byte[] value) throws IOException {
        return reader.read(null, DecoderFactory.get().binaryDecoder(value, PREFIX, value.length - PREFIX, null));
    }

    private Reading readingOf(String topic, byte[] value, Class<? extends SpecificRecord> type) {
        Writer key = new Writer(topic, idIn(topic, value));
        Reading known = reading.get(key);
        if (known != null) {
            return known;
        }
        Schema writer = writerOf(topic, value);
        Schema reader = SpecificData.get().getSchema(type);
        Reading made = new Reading(
                writer,
                reader,
                new SpecificDatumReader<>(writer, reader, SpecificData.get()),
                WireNames.unknownTo(reader, writer));
        reading.put(key, made);
        return made;
    }

    /** Resolved before the bytes are read, so that a registry away and bytes cut short cannot be taken for one another. */
    private Schema writerOf(String topic, byte[] value) {
        try {
            return registry.schemaOf(Topic.subjectOf(topic), idIn(topic, value));
        } catch (UnknownSchema unknown) {
            throw new UnreadableRecord(topic, String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private static int idIn(String topic, byte[] value) {
        if (value.length < PREFIX || value[0] != MAGIC) {
            throw new UnreadableRecord(topic, "it does not begin with a zero byte and the id of a schema", null);
        }
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    private static String why(Throwable fault) {
        String message = fault.getMessage();
        return fault instanceof EOFException || message == null ? "its bytes end too early" : message;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
