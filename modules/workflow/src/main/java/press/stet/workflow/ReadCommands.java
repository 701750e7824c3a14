package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.MissingUpgrade;
import press.stet.contract.message.Origin;
import press.stet.contract.message.UnreadableRecord;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenHeader;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.command.Dispatch;

/**
 * Reads commands. A record that cannot be read, does not stand under its story's key or lies in another story's partition is a
 * dead letter: were such a command refused, it could have two outcomes, one by each task that it came to. A command's token is
 * taken out of its headers before anything else, so that it goes no further, whatever becomes of the command.
 */
final class ReadCommands implements Processor<byte[], byte[], byte[], Object> {

    private final MessageCodec codec;
    private final Patience patience;
    private final int partitions;
    private final CommitWhenDrained commits;

    @SuppressWarnings("NullAway.Init") // comes with init
    private ProcessorContext<byte[], Object> context;

    ReadCommands(MessageCodec codec, Patience patience, int partitions, CommitWhenDrained commits) {
        this.codec = codec;
        this.patience = patience;
        this.partitions = partitions;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        commits.done(context);
        Record<byte[], byte[]> letter = record.withHeaders(TokenHeader.without(record.headers()));
        switch (read(letter, TokenHeader.of(record.headers()))) {
            case Reading.Incoming incoming -> context.forward(letter.withValue(incoming), NewsroomTopology.RULE);
            case Reading.Unreadable unreadable ->
                context.forward(DeadLetters.of(unreadable), NewsroomTopology.DEAD_LETTERS);
        }
    }

    @Override
    public void close() {
        commits.gone(context);
    }

    private Reading read(Record<byte[], byte[]> record, @Nullable Token token) {
        Origin origin = origin();
        byte @Nullable [] value = record.value();
        if (value == null) {
            return new Reading.Unreadable("it has no value", origin, record);
        }
        Dispatch dispatch;
        try {
            dispatch = patience.within(() -> codec.decodeCommand(origin.topic(), value));
        } catch (UnreadableRecord | MissingUpgrade unreadable) {
            return new Reading.Unreadable(String.valueOf(unreadable.getMessage()), origin, record);
        }
        String displaced = displaced(record.key(), dispatch.story(), origin);
        return displaced == null
                ? new Reading.Incoming(dispatch, Topics.channel(origin.topic()).orElseThrow(), token, origin, record)
                : new Reading.Unreadable(displaced, origin, record);
    }

    private @Nullable String displaced(byte @Nullable [] key, StoryId story, Origin origin) {
        if (key == null) {
            return "it has no key; the key of a command is its story, " + story;
        }
        String found = new String(key, UTF_8);
        if (!found.equals(story.toString())) {
            return "its key is '" + found + "', but its story is " + story;
        }
        int right = Topics.partition(story, partitions);
        return origin.partition() == right
                ? null
                : "it lies in partition " + origin.partition() + ", but everything about story " + story + " is in "
                        + right + "; set the sender's partitioner to murmur2_random";
    }

    private Origin origin() {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new Origin(metadata.topic(), metadata.partition(), metadata.offset());
    }
}
