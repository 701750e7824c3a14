package press.stet.peers;

import com.google.protobuf.Timestamp;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.littlehorse.sdk.common.proto.LittleHorseGrpc;
import io.littlehorse.sdk.common.proto.PollTaskRequest;
import io.littlehorse.sdk.common.proto.PollTaskResponse;
import io.littlehorse.sdk.common.proto.PutTaskDefRequest;
import io.littlehorse.sdk.common.proto.ReportTaskRun;
import io.littlehorse.sdk.common.proto.RunWfRequest;
import io.littlehorse.sdk.common.proto.ScheduledTask;
import io.littlehorse.sdk.common.proto.TaskDefId;
import io.littlehorse.sdk.common.proto.TaskStatus;
import io.littlehorse.sdk.common.proto.VariableValue;
import io.littlehorse.sdk.common.proto.WfSpecId;
import io.littlehorse.sdk.wfsdk.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import press.stet.bench.ground.Ground;

/**
 * LittleHorse: a workflow engine on Kafka Streams, exactly once, on the broker that Stet is measured on. A step is a task of its
 * workflow, which a worker here polls for, and reports done at once.
 *
 * <p>It answers when it has processed a request, before Kafka has committed the transaction (it commits every half a second): what
 * it has answered may still be undone by a crash, and done again from its commands. Beside addresses and folders it has four partitions
 * and a quieter log; all other settings are its own defaults. It listens on every address of the machine, having no setting for less.
 */
final class LittleHorse implements Engine {

    private static final String HOST = "127.0.0.1";
    private static final String TASK = "step";
    private static final TaskDefId TASK_ID =
            TaskDefId.newBuilder().setName(TASK).build();

    /** Streams that tasks are polled on, one at a time on each: the server mixes up answers that it owes on one stream. */
    private static final int POLLING = 64;

    /** As many as a newsroom on one machine has. */
    private static final int PARTITIONS = 4;

    private final Server server;
    private final ManagedChannel channel;
    private final LittleHorseGrpc.LittleHorseStub stub;
    private final Map<String, Work> underWay = new ConcurrentHashMap<>();

    private LittleHorse(Server server, int port) {
        this.server = server;
        this.channel = Grpc.newChannelBuilderForAddress(HOST, port, InsecureChannelCredentials.create())
                .build();
        this.stub = LittleHorseGrpc.newStub(channel);
    }

    /**
     * Starts a server, and a worker for its tasks.
     *
     * @param ground where Kafka is
     * @param kinds of how many steps there will be work
     */
    static LittleHorse on(Ground ground, Path folder, Set<Integer> kinds) throws IOException, InterruptedException {
        int port = Server.freePort();
        int internal = Server.freePort();
        Map<String, String> settings = Map.of(
                "LOG_LEVEL", "WARN",
                "LHS_CLUSTER_PARTITIONS", Integer.toString(PARTITIONS),
                "LHS_KAFKA_BOOTSTRAP_SERVERS", ground.parts().kafka().bootstrapServers(),
                "LHS_LISTENERS", "PLAIN:" + port,
                "LHS_ADVERTISED_LISTENERS", "PLAIN://" + HOST + ":" + port,
                "LHS_INTERNAL_BIND_PORT", Integer.toString(internal),
                "LHS_INTERNAL_ADVERTISED_HOST", HOST,
                "LHS_HEALTH_SERVICE_PORT", Integer.toString(Server.freePort()),
                "LHS_STATE_DIR", folder.resolve("state").toString());
        Server server = Server.start(
                "littlehorse",
                folder,
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        Installed.littleHorse(),
                        "io.littlehorse.App"),
                settings);
        LittleHorse started = new LittleHorse(server, port);
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
        LittleHorseGrpc.LittleHorseBlockingStub blocking = LittleHorseGrpc.newBlockingStub(channel);
        server.awaitAnswer(
                "take a task",
                () -> blocking.putTaskDef(
                        PutTaskDefRequest.newBuilder().setName(TASK).build()));
        for (int steps : kinds) {
            Workflow workflow = Workflow.newWorkflow(kind(steps), thread -> {
                for (int step = 0; step < steps; step++) {
                    thread.execute(TASK);
                }
            });
            server.awaitAnswer("take a workflow", () -> blocking.putWfSpec(workflow.compileWorkflow()));
            server.awaitAnswer(
                    "know a workflow",
                    () -> blocking.getWfSpec(
                            WfSpecId.newBuilder().setName(kind(steps)).build()));
        }
    }

    private static String kind(int steps) {
        return "steps-" + steps;
    }

    @Override
    public String name() {
        return "LittleHorse";
    }

    @Override
    public CompletableFuture<?> begin(int steps) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Work work = Work.of(steps);
        underWay.put(id, work);
        stub.runWf(
                RunWfRequest.newBuilder().setWfSpecName(kind(steps)).setId(id).build(),
                Answered.by(work::fail, () -> {}));
        return work.done().whenComplete((_, _) -> underWay.remove(id));
    }

    private void work() {
        for (int stream = 0; stream < POLLING; stream++) {
            new Polling("bench-" + stream).begin();
        }
    }

    private void report(ScheduledTask task) {
        Instant now = Instant.now();
        ReportTaskRun report = ReportTaskRun.newBuilder()
                .setTaskRunId(task.getTaskRunId())
                .setAttemptNumber(task.getAttemptNumber())
                .setStatus(TaskStatus.TASK_SUCCESS)
                .setOutput(VariableValue.getDefaultInstance())
                .setTime(Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .build();
        String id = task.getTaskRunId().getWfRunId().getId();
        Work work = underWay.get(id);
        if (work != null) {
            stub.reportTask(report, Answered.by(work::fail, work::stepDone));
        }
    }

    @Override
    public long processorTime() {
        return server.processorTime();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.close();
    }

    /** One stream that tasks come on, each after it was asked for. */
    private final class Polling implements StreamObserver<PollTaskResponse> {

        private final PollTaskRequest request;
        private @Nullable StreamObserver<PollTaskRequest> asking;

        Polling(String worker) {
            this.request = PollTaskRequest.newBuilder()
                    .setClientId(worker)
                    .setTaskDefId(TASK_ID)
                    .build();
        }

        void begin() {
            asking = stub.pollTask(this);
            ask();
        }

        private synchronized void ask() {
            if (asking != null) {
                asking.onNext(request);
            }
        }

        @Override
        public void onNext(PollTaskResponse response) {
            if (response.hasResult()) {
                report(response.getResult());
            }
            ask();
        }

        @Override
        public void onError(Throwable failure) {
            underWay.values().forEach(work -> work.fail(failure));
        }

        @Override
        public void onCompleted() {
            // The server ends no stream but by failing.
        }
    }

    /** What comes of one request. */
    private static final class Answered<T> implements StreamObserver<T> {
        private final Consumer<Throwable> failed;
        private final Runnable done;

        private Answered(Consumer<Throwable> failed, Runnable done) {
            this.failed = failed;
            this.done = done;
        }

        static <T> Answered<T> by(Consumer<Throwable> failed, Runnable done) {
            return new Answered<>(failed, done);
        }

        @Override
        public void onNext(T answer) {
            done.run();
        }

        @Override
        public void onError(Throwable failure) {
            failed.accept(failure);
        }

        @Override
        public void onCompleted() {
            // One answer was all that was asked for.
        }
    }
}
