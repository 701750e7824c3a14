package press.stet.bench.model;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import press.stet.bench.ground.Life;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.event.FiledCopy;

/** What the workflow does with the bytes of a report of 340 words, beside ruling: reads it as a command, and writes it as a text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {

    private final MessageCodec codec = codec();
    private final Dispatch filing =
            Life.ordinary(1, 1).getFirst().arrivals().getFirst().dispatch();
    private final byte[] command = codec.encodeCommand(filing);
    private final FiledCopy text = text(filing);

    /** Both. */
    @Benchmark
    public int readAndWritten() {
        Dispatch read = codec.decodeCommand(Topics.DRAFTS.name(), command);
        return codec.encodeCopy(text).length + read.tool().length();
    }

    private static FiledCopy text(Dispatch filing) {
        Copy copy = filing.command().copy();
        if (copy == null) {
            throw new IllegalStateException("a story is filed with its copy");
        }
        StoryId story = filing.story();
        return new FiledCopy(
                story,
                Version.FIRST,
                1,
                filing.actor(),
                filing.id().mintedAt(),
                null,
                null,
                CanonicalForm.digest(copy),
                copy);
    }

    /** With a registry in memory, which is asked only at the start. */
    private static MessageCodec codec() {
        Registry registry = Registry.at(URI.create("mock://bench"));
        Topics.ALL.forEach(topic ->
                topic.schema().ifPresent(schema -> registry.register(topic.subject(), schema, "BACKWARD_TRANSITIVE")));
        MessageCodec codec = new MessageCodec(registry);
        codec.warmUp(Topics.ALL);
        return codec;
    }
}
