package press.stet.bench.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import press.stet.bench.ground.Ground;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.RegistryConnection;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.parts.Waiting;
import press.stet.newsroom.parts.WorkflowPart;
import press.stet.workflow.WorkflowSettings;
import press.stet.workflow.WorkflowSettings.Pace;
import press.stet.workflow.WorkflowSettings.Safety;

/** One of several instances of the workflow, in a process of its own that can be killed. */
final class Instance implements AutoCloseable {

    /** A second instance keeps a copy of the state at hand. */
    private static final Safety WARM = new Safety(1, 1);

    private static final String READY = "ready";

    private final Process process;

    private Instance(Process process) {
        this.process = process;
    }

    /** Starts one, and returns when it has partitions, or keeps copies of others'. */
    static Instance start(Ground ground, Path state) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=logback-bench.xml",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Instance.class.getName(),
                ground.kafka().brokers(),
                ground.parts().registry().url().toString(),
                state.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Instance instance = new Instance(process);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!READY.equals(said.readLine())) {
            instance.close();
            throw new IllegalStateException("an instance of the workflow ended before it was ready");
        }
        return instance;
    }

    /** As {@code kill -9} does it. */
    void kill() {
        process.destroyForcibly();
    }

    /** Brokers, registry, and the folder of its state. */
    public static void main(String[] arguments) throws InterruptedException {
        KafkaConnection kafka = KafkaConnection.open(arguments[0]);
        RegistryConnection registry = RegistryConnection.open(URI.create(arguments[1]));
        WorkflowSettings settings = new WorkflowSettings(
                kafka,
                Topics.PARTITIONS_OF_ONE_MACHINE,
                Path.of(arguments[2]),
                WorkflowSettings.USUAL_MEMORY,
                1,
                WorkflowSettings.USUAL_PATIENCE,
                Pace.QUICK,
                WARM,
                null,
                WorkflowSettings.Actors.TAKEN_AT_THEIR_WORD,
                Map.of());
        try (WorkflowPart part = new WorkflowPart(settings, registry)) {
            part.start(new Waiting());
            while (!part.health().isReady()) {
                Thread.sleep(10);
            }
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
