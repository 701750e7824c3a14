package press.stet.ops.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.LetterHeaders;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.MissingUpgrade;
import press.stet.contract.message.Origin;
import press.stet.contract.message.UnreadableRecord;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.CommandId;
import press.stet.model.StoryId;
import press.stet.model.command.Dispatch;
import press.stet.ops.Partitions;

/** The dead letters that are kept. */
public final class LetterBox {

    private final KafkaConnection kafka;
    private final MessageCodec codec;

    /**
     * A box.
     *
     * @param kafka as somebody who may read the dead letters
     */
    public LetterBox(KafkaConnection kafka, MessageCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    /**
     * All of them, as they came in. One that was sent anew and became a dead letter again keeps its place, and counts that.
     *
     * @throws press.stet.contract.BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws press.stet.contract.registry.RegistryUnavailable if the registry does not answer
     */
    public List<DeadLetter> letters() {
        Map<LetterId, DeadLetter> letters = new LinkedHashMap<>();
        List<DeadLetter> repeats = new ArrayList<>();
        try (Partitions topics = new Partitions(kafka)) {
            topics.all(Topics.DEAD_LETTERS.name(), record -> {
                DeadLetter letter = read(record);
                if (LetterHeaders.text(record.headers(), LetterHeaders.REPLAY_OF)
                        .isPresent()) {
                    repeats.add(letter);
                } else {
                    letters.put(letter.id(), letter);
                }
            });
        }
        for (DeadLetter repeat : repeats) {
            DeadLetter first = first(repeat, letters);
            if (first == null) {
                letters.put(repeat.id(), repeat);
            } else {
                letters.put(first.id(), first.deadAgain(repeat));
            }
        }
        return letters.values().stream().sorted(DeadLetter.ORDER).toList();
    }

    /** The one that it was; its header alone proves nothing, since whoever sends a command may have put it there. */
    private static @Nullable DeadLetter first(DeadLetter repeat, Map<LetterId, DeadLetter> letters) {
        String named = LetterHeaders.text(repeat.record().headers(), LetterHeaders.REPLAY_OF)
                .orElse("");
        String here = Topics.DEAD_LETTERS.name() + "/";
        if (!named.startsWith(here)) {
            return null;
        }
        DeadLetter first;
        try {
            first = letters.get(LetterId.of(named.substring(here.length())));
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
        CommandId command = first == null ? null : first.command();
        CommandId again = repeat.command();
        return command != null && again != null && Anew.isOf(again, command) ? first : null;
    }

    private DeadLetter read(ConsumerRecord<byte[], byte[]> record) {
        Origin origin = LetterHeaders.origin(record.headers()).orElse(null);
        Content content = content(origin, record.value());
        return new DeadLetter(
                new LetterId(record.partition(), record.offset()),
                origin,
                LetterHeaders.time(record.headers()).orElse(Instant.ofEpochMilli(record.timestamp())),
                LetterHeaders.text(record.headers(), LetterHeaders.REASON).orElse("it does not say why"),
                story(content, record.key()),
                content,
                0,
                record);
    }

    private Content content(@Nullable Origin origin, byte @Nullable [] value) {
        if (origin == null) {
            return new Content.Illegible("it does not say where it stood");
        }
        if (value == null) {
            return new Content.Illegible("it has no value");
        }
        try {
            Dispatch dispatch = codec.decodeCommand(origin.topic(), value);
            Topic right = Topics.of(dispatch.command().channel());
            // Sent to the right topic by whoever may, it would be done on behalf of somebody who may not.
            return right.name().equals(origin.topic())
                    ? new Content.Legible(dispatch)
                    : new Content.Illegible(dispatch.command().getClass().getSimpleName() + " belongs in " + right
                            + ", and it came in by another topic: whoever sent it may not be one who may send such");
        } catch (UnreadableRecord | MissingUpgrade unreadable) {
            return new Content.Illegible(String.valueOf(unreadable.getMessage()));
        }
    }

    private static @Nullable StoryId story(Content content, byte @Nullable [] key) {
        if (content instanceof Content.Legible readable) {
            return readable.dispatch().story();
        }
        try {
            return key == null ? null : StoryId.of(new String(key, UTF_8));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
