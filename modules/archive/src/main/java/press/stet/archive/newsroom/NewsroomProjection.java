package press.stet.archive.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import press.stet.archive.projection.Projection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.event.FiledCopy;

/**
 * Takes events, texts, refusals and staff lists into the schema {@code newsroom}. An event that was taken before changes
 * nothing; one that does not follow the last of its story stops its partition.
 */
public final class NewsroomProjection implements Projection<Logged> {

    private final MessageCodec codec;

    public NewsroomProjection(MessageCodec codec) {
        this.codec = codec;
    }

    @Override
    public String name() {
        return "newsroom";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.EVENTS.name(), Topics.COPIES.name(), Topics.REFUSALS.name(), Topics.STAFF.name());
    }

    @Override
    public Logged read(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        byte @Nullable [] value = record.value();
        if (topic.equals(Topics.COPIES.name())) {
            return value == null ? erased(record.key()) : new Logged.Text(codec.decodeCopy(value));
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    "a record of " + topic + " has no value, and none of them is without one");
        }
        if (topic.equals(Topics.EVENTS.name())) {
            return new Logged.Happened(codec.decodeEvent(value).entry(), value);
        }
        if (topic.equals(Topics.REFUSALS.name())) {
            return new Logged.Refused(codec.decodeRefusal(value));
        }
        if (topic.equals(Topics.STAFF.name())) {
            return new Logged.Listed(codec.decodeStaff(value));
        }
        throw new IllegalArgumentException("the newsroom view is not made from " + topic);
    }

    /** The key is {@code story/language/version}. */
    private static Logged erased(byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, UTF_8);
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a text is named by story/language/version, not by '" + text + "'");
        }
        return new Logged.Erased(
                new EditionId(StoryId.of(parts[0]), Language.of(parts[1])), new Version(Integer.parseInt(parts[2])));
    }

    @Override
    public void write(Handle handle, List<Logged> records) {
        HistoryWriter histories = new HistoryWriter(handle, stories(records));
        List<FiledCopy> texts = new ArrayList<>();
        for (Logged each : records) {
            switch (each) {
                case Logged.Happened happened -> histories.write(happened);
                case Logged.Text text -> texts.add(text.copy());
                case Logged.Erased erased -> {
                    // It may be one of those that came before it.
                    VersionWriter.write(handle, texts);
                    texts.clear();
                    VersionWriter.erase(handle, erased.edition(), erased.version());
                }
                case Logged.Refused refused -> RefusalWriter.write(handle, refused.refusal());
                case Logged.Listed listed -> StaffWriter.write(handle, listed.staff());
            }
        }
        VersionWriter.write(handle, texts);
        histories.finish();
    }

    /** Those that something happened to. */
    private static Set<StoryId> stories(List<Logged> records) {
        return records.stream()
                .filter(Logged.Happened.class::isInstance)
                .map(each -> ((Logged.Happened) each).entry().story())
                .collect(toSet());
    }
}
