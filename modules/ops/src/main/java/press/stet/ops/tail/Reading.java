package press.stet.ops.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import press.stet.archive.newsroom.Wording;
import press.stet.contract.header.LetterHeaders;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.MissingUpgrade;
import press.stet.contract.message.Origin;
import press.stet.contract.message.UnreadableRecord;
import press.stet.contract.topic.Topic;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.command.Dispatch;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;

/** Tells what a record says. One that cannot be read is told too, with why. */
final class Reading {

    /** Of a record whose value cannot be read. */
    static final String UNREADABLE = "unreadable";

    /** Of a record that takes another out of a compacted topic. */
    static final String ERASED = "erased";

    /** Of what stands with the dead letters. */
    static final String DEAD_LETTER = "DeadLetter";

    private final MessageCodec codec;

    Reading(MessageCodec codec) {
        this.codec = codec;
    }

    Seen of(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (topic.value() == Topic.Value.AS_IT_CAME) {
            return ofNobody(
                    record,
                    DEAD_LETTER,
                    header(record, LetterHeaders.TOPIC) + ": " + header(record, LetterHeaders.REASON),
                    null);
        }
        if (value == null) {
            return ofNobody(record, ERASED, "is no more", null);
        }
        try {
            return of(topic, record, value);
        } catch (UnreadableRecord | MissingUpgrade unreadable) {
            return ofNobody(record, UNREADABLE, String.valueOf(unreadable.getMessage()), whole(topic, value));
        }
    }

    private Seen of(Topic topic, ConsumerRecord<byte[], byte[]> record, byte[] value) {
        return switch (topic.value()) {
            case COMMAND -> command(record, codec.decodeCommand(topic.name(), value), whole(topic, value));
            case EVENT -> event(record, codec.decodeEvent(value).entry(), whole(topic, value));
            case REFUSAL -> refusal(record, codec.decodeRefusal(value), whole(topic, value));
            case FILED_COPY -> copy(record, codec.decodeCopy(value), whole(topic, value));
            case EDITION -> edition(record, codec.decodeEdition(value), whole(topic, value));
            case HOUSE_RULES -> {
                var rules = codec.decodeHouseRules(value);
                yield ofNobody(
                        record,
                        "HouseRules",
                        "version " + rules.version() + " of the house rules of " + rules.site(),
                        whole(topic, value));
            }
            case STAFF ->
                ofNobody(
                        record,
                        "Staff",
                        "version " + codec.decodeStaff(value).version() + " of the staff list",
                        whole(topic, value));
            case AS_IT_CAME -> throw new IllegalStateException("what came is not read: " + topic);
        };
    }

    private @Nullable String whole(Topic topic, byte[] value) {
        try {
            return codec.json(topic.name(), value);
        } catch (UnreadableRecord _) {
            return null;
        }
    }

    private static Seen command(ConsumerRecord<byte[], byte[]> record, Dispatch dispatch, @Nullable String whole) {
        return new Seen(
                place(record),
                at(record),
                named(dispatch.command()),
                dispatch.story(),
                dispatch.command().language(),
                dispatch.actor(),
                dispatch.tool(),
                dispatch.id(),
                "is asked",
                whole);
    }

    private static Seen event(ConsumerRecord<byte[], byte[]> record, Entry entry, @Nullable String whole) {
        return new Seen(
                place(record),
                at(record),
                named(entry.event()),
                entry.story(),
                entry.event().language(),
                entry.actor(),
                entry.tool(),
                entry.cause(),
                Wording.what(entry.event()),
                whole);
    }

    private static Seen refusal(ConsumerRecord<byte[], byte[]> record, LoggedRefusal logged, @Nullable String whole) {
        Dispatch dispatch = logged.refused().dispatch();
        return new Seen(
                place(record),
                at(record),
                named(dispatch.command()),
                dispatch.story(),
                dispatch.command().language(),
                dispatch.actor(),
                dispatch.tool(),
                dispatch.id(),
                "was refused by " + logged.refused().refusal().rule().key() + ": "
                        + logged.refused().refusal().reason(),
                whole);
    }

    private static Seen copy(ConsumerRecord<byte[], byte[]> record, FiledCopy copy, @Nullable String whole) {
        return new Seen(
                place(record),
                at(record),
                "FiledCopy",
                copy.story(),
                copy.edition().language(),
                copy.by(),
                null,
                null,
                "text of version " + copy.version() + ", " + copy.digest(),
                whole);
    }

    private static Seen edition(ConsumerRecord<byte[], byte[]> record, Snapshot snapshot, @Nullable String whole) {
        return new Seen(
                place(record),
                at(record),
                named(snapshot),
                snapshot.story(),
                snapshot.language(),
                null,
                null,
                null,
                "readers see number " + snapshot.number()
                        + (snapshot instanceof Snapshot.Live live ? ", version " + live.version() : ""),
                whole);
    }

    /** A record that says nobody's doing, and of which story only by its key. */
    private static Seen ofNobody(
            ConsumerRecord<byte[], byte[]> record, String type, String says, @Nullable String whole) {
        String[] key = record.key() == null ? new String[0] : new String(record.key(), UTF_8).split("/", -1);
        return new Seen(
                place(record),
                at(record),
                type,
                key.length == 0 ? null : orNull(() -> StoryId.of(key[0])),
                key.length < 2 ? null : orNull(() -> Language.of(key[1])),
                null,
                null,
                null,
                says,
                whole);
    }

    private static <T> @Nullable T orNull(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return LetterHeaders.text(record.headers(), name).orElse("it does not say");
    }

    private static Origin place(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(record.topic(), record.partition(), record.offset());
    }

    private static Instant at(ConsumerRecord<byte[], byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    private static String named(Object said) {
        return said.getClass().getSimpleName();
    }
}
