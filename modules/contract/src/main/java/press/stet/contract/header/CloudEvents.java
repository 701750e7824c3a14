package press.stet.contract.header;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.SealedEntry;
import press.stet.model.command.Dispatch;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * The headers of records, as CloudEvents 1.0 has them for Kafka in binary mode, with the trace. {@code ce_type} is the full
 * name of the Avro record that says what happened or is asked, so that it can be looked up in the schemas. {@code ce_commandid}
 * is an extension of ours: what follows from a command can be told without reading the value. So is {@code ce_part}, on snapshots of
 * editions: 2/3 on the second of three that one ruling shows readers.
 */
public final class CloudEvents {

    private static final String COMMAND_ID = "ce_commandid";

    private static final String PART = "ce_part";

    private static final String TOOLS = "/newsroom/tools/";
    private static final String WORKFLOW = "/newsroom/workflow";
    private static final String OPERATORS = "/newsroom/operators";

    private CloudEvents() {}

    /** Of a command on its way in. */
    public static Headers of(Dispatch dispatch, Trace trace) {
        Headers headers = headers(
                dispatch.id().toString(),
                named(dispatch.command()),
                TOOLS + URLEncoder.encode(dispatch.tool(), UTF_8),
                dispatch.story().toString(),
                dispatch.id().mintedAt(),
                trace);
        return headers.add(COMMAND_ID, bytes(dispatch.id().toString()));
    }

    /** Of an event. */
    public static Headers of(SealedEntry sealed, Trace trace) {
        Entry entry = sealed.entry();
        Headers headers = headers(
                entry.story() + "/" + entry.sequence(),
                named(entry.event()),
                WORKFLOW,
                entry.story().toString(),
                entry.at(),
                trace);
        return headers.add(COMMAND_ID, bytes(entry.cause().toString()));
    }

    /** Of a refusal. */
    public static Headers of(LoggedRefusal logged, Trace trace) {
        Dispatch dispatch = logged.refused().dispatch();
        Headers headers = headers(
                "refused/" + logged.origin(),
                "press.stet.wire.Refusal",
                WORKFLOW,
                dispatch.story().toString(),
                logged.refused().at(),
                trace);
        return headers.add(COMMAND_ID, bytes(dispatch.id().toString()));
    }

    /** Of the text of a version. */
    public static Headers of(FiledCopy copy, Trace trace) {
        return headers(
                "copy/" + copy.key(),
                "press.stet.wire.FiledCopy",
                WORKFLOW,
                copy.edition().toString(),
                copy.at(),
                trace);
    }

    /**
     * Of what readers may see of an edition.
     *
     * @param part of what one ruling shows them
     */
    public static Headers of(Snapshot snapshot, Part part, Trace trace) {
        Headers headers = headers(
                "edition/" + snapshot.edition() + "/" + snapshot.sequence(),
                named(snapshot),
                WORKFLOW,
                snapshot.edition().toString(),
                snapshot.at(),
                trace);
        return headers.add(PART, bytes(part.toString()));
    }

    /** Of the rules of a site. */
    public static Headers of(HouseRules rules, Instant at, Trace trace) {
        return headers(
                "house-rules/" + rules.site() + "/" + rules.version(),
                "press.stet.wire.HouseRules",
                OPERATORS,
                rules.site().key(),
                at,
                trace);
    }

    /** Of the staff list. */
    public static Headers of(Staff staff, Instant at, Trace trace) {
        return headers("staff/" + staff.version(), "press.stet.wire.Staff", OPERATORS, "staff", at, trace);
    }

    /** The command that a record is, or follows from; empty where its headers do not say. */
    public static Optional<String> commandId(Headers headers) {
        Header header = headers.lastHeader(COMMAND_ID);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    /**
     * What a record is a part of; it is whole where its headers do not say.
     *
     * @throws IllegalArgumentException if they say what cannot be
     */
    public static Part part(Headers headers) {
        Header header = headers.lastHeader(PART);
        return header == null || header.value() == null ? Part.WHOLE : Part.of(new String(header.value(), UTF_8));
    }

    private static Headers headers(String id, String type, String source, String subject, Instant time, Trace trace) {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id))
                .add("ce_type", bytes(type))
                .add("ce_source", bytes(source))
                .add("ce_subject", bytes(subject))
                .add("ce_time", bytes(time.toString()))
                .add("content-type", bytes("application/avro"))
                .add(Trace.HEADER, bytes(trace.toString()));
    }

    /** The types of the model and of the wire go by the same names: a test holds them to it. */
    private static String named(Object said) {
        return "press.stet.wire." + said.getClass().getSimpleName();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
