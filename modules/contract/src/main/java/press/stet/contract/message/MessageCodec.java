package press.stet.contract.message;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
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

    private final Registry registry;
    private final KafkaAvroSerializer serializer;
    private final KafkaAvroDeserializer deserializer;
    private final Set<Topic> resolved = ConcurrentHashMap.newKeySet();

    /** The names of types that this build does not know, by the schema that they are in. */
    private final Map<Schema, Set<String>> unknown = new ConcurrentHashMap<>();

    public MessageCodec(Registry registry) {
        this.registry = registry;
        // The serdes insist on an address, and ask the client they are given.
        Map<String, Object> settings = Map.of(
                "schema.registry.url", "mock://unused",
                "auto.register.schemas", false,
                "use.latest.version", false,
                "avro.remove.java.properties", true,
                "specific.avro.reader", true);
        this.serializer = new KafkaAvroSerializer(registry.client(), settings);
        this.deserializer = new KafkaAvroDeserializer(registry.client(), settings);
    }

    /** Asks for the ids of this build's schemas for these topics now, so that a registry away later stops nobody. */
    public void warmUp(Collection<Topic> topics) {
        for (Topic topic : topics) {
            topic.schema().ifPresent(schema -> {
                registry.schemaOf(topic.subject(), registry.idOf(topic.subject(), schema));
                resolved.add(topic);
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
            return String.valueOf(deserializer.deserialize(topic, value, writer));
        } catch (SerializationException failure) {
            throw new UnreadableRecord(topic, why(rootOf(failure)), failure);
        }
    }

    private byte[] encode(Topic topic, SpecificRecord value) {
        if (!resolved.contains(topic)) {
            warmUp(List.of(topic));
        }
        return serializer.serialize(topic.name(), value);
    }

    private <W extends SpecificRecord, M> M decode(String topic, byte[] value, Class<W> type, Function<W, M> toModel) {
        Schema writer = writerOf(topic, value);
        Schema reader = SpecificData.get().getSchema(type);
        if (!writer.getFullName().equals(reader.getFullName())) {
            throw new UnreadableRecord(
                    topic, "it holds " + writer.getFullName() + ", not " + reader.getFullName(), null);
        }
        Set<String> news = unknown.computeIfAbsent(writer, schema -> WireNames.unknownTo(reader, schema));
        try {
            if (!news.isEmpty()) {
                refuseNews(topic, value, writer, news);
            }
            return toModel.apply(type.cast(deserializer.deserialize(topic, value, reader)));
        } catch (SerializationException failure) {
            if (failure.getCause() instanceof AvroTypeException && !news.isEmpty()) {
                throw new MissingUpgrade(String.join(", ", news));
            }
            throw new UnreadableRecord(topic, why(rootOf(failure)), failure);
        } catch (IllegalArgumentException nonsense) {
            throw new UnreadableRecord(topic, String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    /**
     * Avro takes a record whose name the reader does not know for one that it knows, if only their fields fit: a newer build's
     * command would be ruled on as another one. So what uses a name that this build does not know is not read at all.
     */
    private void refuseNews(String topic, byte[] value, Schema writer, Set<String> news) {
        Set<String> used = WireNames.usedIn(deserializer.deserialize(topic, value, writer));
        used.retainAll(news);
        if (!used.isEmpty()) {
            throw new MissingUpgrade(String.join(", ", used));
        }
    }

    /** Resolved before the bytes are read, so that a registry away and bytes cut short cannot be taken for one another. */
    private Schema writerOf(String topic, byte[] value) {
        if (value.length < PREFIX || value[0] != MAGIC) {
            throw new UnreadableRecord(topic, "it does not begin with a zero byte and the id of a schema", null);
        }
        try {
            return registry.schemaOf(
                    Topic.subjectOf(topic),
                    ByteBuffer.wrap(value, 1, Integer.BYTES).getInt());
        } catch (UnknownSchema unknown) {
            throw new UnreadableRecord(topic, String.valueOf(unknown.getMessage()), unknown);
        }
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
