package press.stet.contract.header;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import press.stet.contract.message.Generated;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.SealedEntry;
import press.stet.model.command.Dispatch;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

class CloudEventsTest {

    private final Generated any = new Generated(11);

    @Test
    void a_command_carries_its_id_type_sender_story_and_time() {
        Dispatch dispatch = any.any(Dispatch.class);
        Trace trace = Trace.begin();
        Map<String, String> headers = read(CloudEvents.of(dispatch, trace));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", dispatch.id().toString())
                .containsEntry("ce_commandid", dispatch.id().toString())
                .containsEntry(
                        "ce_type",
                        "press.stet.wire." + dispatch.command().getClass().getSimpleName())
                .containsEntry("ce_subject", dispatch.story().toString())
                .containsEntry("ce_time", dispatch.id().mintedAt().toString())
                .containsEntry("content-type", "application/avro")
                .containsEntry("traceparent", trace.toString());
    }

    @Test
    void every_record_carries_what_cloud_events_ask_for() {
        LongStream.range(0, 200).mapToObj(Generated::new).forEach(some -> {
            Trace trace = Trace.begin();
            complete(CloudEvents.of(some.any(Dispatch.class), trace));
            complete(CloudEvents.of(some.any(SealedEntry.class), trace));
            complete(CloudEvents.of(some.any(LoggedRefusal.class), trace));
            complete(CloudEvents.of(some.any(FiledCopy.class), trace));
            complete(CloudEvents.of(some.any(Snapshot.class), Part.WHOLE, trace));
            complete(CloudEvents.of(some.any(HouseRules.class), Instant.EPOCH, trace));
            complete(CloudEvents.of(some.any(Staff.class), Instant.EPOCH, trace));
        });
    }

    @Test
    void a_snapshot_says_what_it_is_a_part_of() {
        Snapshot snapshot = any.any(Snapshot.class);
        assertThat(CloudEvents.part(CloudEvents.of(snapshot, new Part(2, 3), Trace.begin())))
                .isEqualTo(new Part(2, 3));
        assertThat(CloudEvents.part(new RecordHeaders())).isEqualTo(Part.WHOLE);
        for (String nonsense : List.of("", "1", "0/1", "3/2", "/2", "a/b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CloudEvents.part(new RecordHeaders().add("ce_part", nonsense.getBytes(UTF_8))));
        }
    }

    @Test
    void what_follows_from_a_command_names_it() {
        SealedEntry event = any.any(SealedEntry.class);
        assertThat(CloudEvents.commandId(CloudEvents.of(event, Trace.begin())))
                .contains(event.entry().cause().toString());
        LoggedRefusal refusal = any.any(LoggedRefusal.class);
        assertThat(CloudEvents.commandId(CloudEvents.of(refusal, Trace.begin())))
                .contains(refusal.refused().dispatch().id().toString());
        assertThat(CloudEvents.commandId(new RecordHeaders())).isEmpty();
    }

    @Test
    void what_follows_belongs_to_the_same_trace_with_a_span_of_its_own() {
        Trace command = Trace.begin();
        Trace read = Trace.of(CloudEvents.of(any.any(Dispatch.class), command)).orElseThrow();
        assertThat(read).isEqualTo(command);
        Trace event = read.next();
        assertThat(event.trace()).isEqualTo(command.trace());
        assertThat(event.span()).isNotEqualTo(command.span());
        assertThat(event.flags()).isEqualTo(command.flags());
    }

    @Test
    void a_trace_begun_elsewhere_is_followed_and_a_wrong_one_is_not() {
        assertThat(traced("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"))
                .contains(new Trace("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "00"));
        assertThat(traced("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later"))
                .isPresent();
        assertThat(traced("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .isEmpty();
        assertThat(traced("00-00000000000000000000000000000000-00f067aa0ba902b7-01"))
                .isEmpty();
        assertThat(traced("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"))
                .isEmpty();
        assertThat(traced("not a trace")).isEmpty();
    }

    private static Optional<Trace> traced(String header) {
        return Trace.of(new RecordHeaders().add("traceparent", header.getBytes(UTF_8)));
    }

    private static void complete(Headers headers) {
        Map<String, String> read = read(headers);
        assertThat(read)
                .containsKeys(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "content-type",
                        "traceparent")
                .doesNotContainValue("");
        assertThat(URI.create(read.get("ce_source"))).isNotNull();
        assertThat(Instant.parse(read.get("ce_time"))).isNotNull();
    }

    private static Map<String, String> read(Headers headers) {
        Map<String, String> read = new LinkedHashMap<>();
        headers.forEach(header -> read.put(header.key(), new String(header.value(), UTF_8)));
        return read;
    }
}
