package press.stet.archive.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Part;
import press.stet.contract.header.Trace;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.UnreadableRecord;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.edition.Snapshot;

class PublishedProjectionTest {

    private static final Snapshot BRIDGE =
            Editions.live(Editions.story(1), 5, Editions.NOON, Editions.everyKindOfBlock());

    private static final Registry REGISTRY = Registry.at(URI.create("mock://published"));
    private static final MessageCodec CODEC = new MessageCodec(REGISTRY);

    private final PublishedProjection projection = new PublishedProjection(CODEC);

    @BeforeAll
    static void registerSchemas() {
        Topic editions = Topics.EDITIONS;
        REGISTRY.register(editions.subject(), editions.schema().orElseThrow(), "BACKWARD_TRANSITIVE");
    }

    @Test
    void reads_a_snapshot_as_it_was_sent() {
        assertThat(projection.read(record(BRIDGE.edition().toString(), CODEC.encodeEdition(BRIDGE))))
                .isEqualTo(BRIDGE);
    }

    @Test
    void what_one_ruling_shows_readers_belongs_together() {
        ConsumerRecord<byte[], byte[]> second = record(BRIDGE.edition().toString(), new byte[0]);
        CloudEvents.of(BRIDGE, new Part(2, 2), Trace.begin()).forEach(second.headers()::add);

        assertThat(projection.part(second)).isEqualTo(new Part(2, 2));
        assertThat(projection.part(record(BRIDGE.edition().toString(), new byte[0])))
                .isEqualTo(Part.WHOLE);
    }

    @Test
    void stops_before_a_record_that_says_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> projection.read(record(BRIDGE.edition().toString(), null)))
                .withMessageContaining("nobody may delete it");
    }

    @Test
    void stops_before_a_snapshot_that_stands_under_the_name_of_another() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> projection.read(record("another/en", CODEC.encodeEdition(BRIDGE))))
                .withMessageContaining("another/en");
    }

    @Test
    void stops_before_bytes_that_are_no_snapshot() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> projection.read(record(BRIDGE.edition().toString(), new byte[] {1, 2, 3})));
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.EDITIONS.name(), 0, 0, key.getBytes(UTF_8), value);
    }
}
