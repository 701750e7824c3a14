package press.stet.bench.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import press.stet.bench.Run;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedParts;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.token.KeyFile;

/**
 * What a newsroom on one machine stands on: a broker, a registry and a database that are the real ones, with topics, schemas and the
 * standard house set up, and nothing of Stet running on it yet.
 */
public final class Ground implements AutoCloseable {

    private final DataDirectory data;
    private final EmbeddedParts parts;
    private final KafkaConnection kafka;
    private final Registry registry;
    private final MessageCodec codec;

    private Ground(DataDirectory data, EmbeddedParts parts) throws InterruptedException {
        this.data = data;
        this.parts = parts;
        this.kafka = KafkaConnection.open(parts.kafka().bootstrapServers());
        this.registry = Registry.at(parts.registry().url());
        this.codec = new MessageCodec(registry);
        try (Admin admin = Admin.create(kafka.settings())) {
            new TopicSetup(admin, registry, Topics.PARTITIONS_OF_ONE_MACHINE).apply();
        }
        TokenIssuer own = TokenIssuer.own(KeyFile.at(data.tokensKey()).keysOrNew());
        new HouseOffice(kafka, codec, own.trusted()).putInForce(Optional.empty());
    }

    /** Starts one in a folder that was empty, set up as all are. */
    public static Ground fresh(Run run, String name) throws InterruptedException, IOException {
        return in(prepared(run, name));
    }

    /** The folder of one that is set up and does not run: a copy of one for all benches, as setting up takes longer than starting. */
    public static Path prepared(Run run, String name) throws InterruptedException, IOException {
        Path template = run.shared("ground");
        if (!Files.exists(template)) {
            Path made = run.folder("made");
            in(made).close();
            Files.move(made, template);
        }
        Path folder = run.folder(name);
        Files.delete(folder);
        try (Stream<Path> files = Files.walk(template)) {
            for (Path each : files.toList()) {
                Files.copy(
                        each, folder.resolve(template.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return folder;
    }

    /** Starts it in a folder, which keeps its state when it has been closed. */
    public static Ground in(Path folder) throws InterruptedException {
        DataDirectory data = DataDirectory.open(folder);
        EmbeddedParts parts = new EmbeddedParts(data, Progress.untold());
        try {
            parts.start();
            return new Ground(data, parts);
        } catch (RuntimeException | InterruptedException failure) {
            parts.close();
            data.close();
            throw failure;
        }
    }

    public KafkaConnection kafka() {
        return kafka;
    }

    public MessageCodec codec() {
        return codec;
    }

    /** Where its parts are, for what is started as a newsroom starts it. */
    public EmbeddedParts parts() {
        return parts;
    }

    /** Where the workflow of this newsroom keeps its state. */
    public Path streams() {
        return data.streams();
    }

    @Override
    public void close() {
        registry.close();
        parts.close();
        data.close();
    }
}
