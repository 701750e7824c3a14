package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import press.stet.contract.topic.Topic;

/**
 * A record for one of the topics that follow from commands.
 *
 * @param sink the node that sends it
 */
record Output(String sink, Record<byte[], byte[]> record) {

    /** Kafka counts a record's key, headers and its own bytes too; they are some hundred. */
    private static final int ROOM = 16 << 10;

    /**
     * A record that its topic takes.
     *
     * @param at the story's time of what it says
     * @throws CannotBeRuled if its topic would not take it
     */
    static Output of(String sink, Topic topic, String key, byte[] value, Instant at, Headers headers) {
        int largest = topic.largestRecord() - ROOM;
        if (value.length > largest) {
            throw new CannotBeRuled("what follows from it for " + topic + " has " + value.length + " bytes; at most "
                    + largest + " can be written");
        }
        return new Output(sink, new Record<>(key.getBytes(UTF_8), value, at.toEpochMilli(), headers));
    }
}
