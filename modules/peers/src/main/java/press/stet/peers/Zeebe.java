package press.stet.peers;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Zeebe, the workflow engine of Camunda 8: one broker with its gateway, one partition, no exporter. A step is a service task of its
 * process, pushed to a worker here, which completes it at once.
 *
 * <p>It answers when its log has the request. It is told to flush that log every second, as the broker that Stet is measured on does,
 * where by itself it would wait for the disk each time; and to refuse nothing for being busy, since what is at hand at once is bounded
 * here. All other settings are its own defaults.
 */
final class Zeebe implements Engine {

    private static final String HOST = "127.0.0.1";
    private static final String TASK = "step";
    private static final int JOBS_AT_ONCE = 256;
    private static final Duration JOB_TIMEOUT = Duration.ofMinutes(1);

    private final Server server;
    private final ZeebeClient client;

    /** Work under way, by the key that Zeebe gives it, which may come here with its first job before it comes with the answer. */
    private final Map<Long, Work> underWay = new ConcurrentHashMap<>();

    private Zeebe(Server server, int port) {
        this.server = server;
        this.client = ZeebeClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(URI.create("http://" + HOST + ":" + port))
                .usePlaintext()
                .build();
    }

    /**
     * Starts a broker, and a worker for its tasks.
     *
     * @param kinds of how many steps there will be work
     */
    static Zeebe in(Path folder, Set<Integer> kinds) throws IOException, InterruptedException {
        int port = Server.freePort();
        Path home = Installed.zeebe();
        Map<String, String> settings = Map.ofEntries(
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", HOST),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(Server.freePort())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(Server.freePort())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", HOST),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(port)),
                Map.entry("ZEEBE_BROKER_CLUSTER_RAFT_FLUSH_DELAYTIME", "1s"),
                Map.entry("ZEEBE_BROKER_BACKPRESSURE_ENABLED", "false"),
                Map.entry(
                        "ZEEBE_BROKER_DATA_DIRECTORY",
                        Files.createDirectories(folder.resolve("data")).toString()),
                Map.entry("SERVER_ADDRESS", HOST),
                Map.entry("SERVER_PORT", Integer.toString(Server.freePort())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", HOST),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(Server.freePort())));
        Server server = Server.start(
                "zeebe",
                folder,
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dbasedir=" + home,
                        "-Dapp.home=" + home,
                        "-cp",
                        home.resolve("config") + ":" + home.resolve("lib") + "/*",
                        "io.camunda.application.StandaloneBroker"),
                settings);
        Zeebe started = new Zeebe(server, port);
        try {
            server.awaitListening(port);
            started.define(kinds);
            started.work();
            return started;
        } catch (RuntimeException | IOException | InterruptedException failure) {
            started.close();
            throw failure;
        }
    }

    private void define(Set<Integer> kinds) throws IOException, InterruptedException {
        for (int steps : kinds) {
            BpmnModelInstance process = process(steps);
            server.awaitAnswer(
                    "take a process",
                    () -> client.newDeployResourceCommand()
                            .addProcessModel(process, kind(steps) + ".bpmn")
                            .send()
                            .join());
        }
    }

    private static BpmnModelInstance process(int steps) {
        AbstractFlowNodeBuilder<?, ?> builder =
                Bpmn.createExecutableProcess(kind(steps)).startEvent();
        for (int step = 0; step < steps; step++) {
            builder = builder.serviceTask("step-" + step, task -> task.zeebeJobType(TASK));
        }
        return builder.endEvent().done();
    }

    private static String kind(int steps) {
        return "steps-" + steps;
    }

    private static int steps(String kind) {
        return Integer.parseInt(kind.substring("steps-".length()));
    }

    @Override
    public String name() {
        return "Zeebe";
    }

    @Override
    public CompletableFuture<?> begin(int steps) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(kind(steps))
                .latestVersion()
                .send()
                .toCompletableFuture()
                .thenCompose(created -> {
                    long key = created.getProcessInstanceKey();
                    return work(key, steps).done().whenComplete((_, _) -> underWay.remove(key));
                });
    }

    private Work work(long key, int steps) {
        return underWay.computeIfAbsent(key, _ -> Work.of(steps));
    }

    private void work() {
        client.newWorker()
                .jobType(TASK)
                .handler(this::complete)
                .timeout(JOB_TIMEOUT)
                .maxJobsActive(JOBS_AT_ONCE)
                .streamEnabled(true)
                .open();
    }

    private void complete(JobClient jobs, ActivatedJob job) {
        Work work = work(job.getProcessInstanceKey(), steps(job.getBpmnProcessId()));
        jobs.newCompleteCommand(job).send().whenComplete((_, failure) -> {
            if (failure != null) {
                work.fail(failure);
            } else {
                work.stepDone();
            }
        });
    }

    @Override
    public long processorTime() {
        return server.processorTime();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
